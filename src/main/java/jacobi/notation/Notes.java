package jacobi.notation;

import static jacobi.language.Say.say;

import jacobi.source.Node;
import jacobi.source.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is worth a line below the value of a cell that compiled: where Java's meaning is not what a reader of Python
 * expects, and nothing else says so.
 */
final class Notes {

    private static final String IDENTITY = "notation.notes.same-tensor";
    private static final String DIFFERENCE = "notation.notes.different-tensors";

    /** The longest operand that is shown. */
    private static final int SHORT = 30;

    private final String source;
    private final Function<Node, int[]> place;
    private final Compilation compilation;
    /** The first note of each kind; a second would say the same. */
    private final Map<String, String> found = new LinkedHashMap<>();

    private Notes(String source, Function<Node, int[]> place, Compilation compilation) {
        this.source = source;
        this.place = place;
        this.compilation = compilation;
    }

    /** Whether a cell may have notes, by its words. */
    static boolean mayHave(String source, List<Token> tokens) {
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.SYMBOL && (token.is("==") || token.is("!=") || token.is("/"))) {
                return true;
            }
        }
        return source.contains("//");
    }

    /**
     * The notes on a cell.
     *
     * @param place where in the compiled text a node went, as {@code [from, to)}
     */
    static List<String> of(String source, Node.Cell cell, Function<Node, int[]> place, Compilation compilation) {
        Notes notes = new Notes(source, place, compilation);
        for (Node item : cell.children()) {
            boolean shown = item.end() >= source.stripTrailing().length();
            notes.look(item, false, shown);
        }
        if (source.contains("//")) {
            FloorDivision.of(source, compilation::isVariable)
                    .ifPresent(division -> notes.found.put("//", division.note()));
        }
        return List.copyOf(notes.found.values());
    }

    /**
     * @param fraction whether a number with a fraction is wanted of {@code node}, or goes with it
     * @param shown whether the value of {@code node} is the cell's
     */
    private void look(Node node, boolean fraction, boolean shown) {
        if (node instanceof Node.Binary binary) {
            binary(binary, fraction, shown);
        } else if (node instanceof Node.Paren || node instanceof Node.Unary || node instanceof Node.Conditional) {
            node.children().forEach(part -> look(part, fraction, shown));
        } else if (node instanceof Node.Sequence sequence && sequence.form() == Node.Sequence.Form.SHOWN) {
            sequence.elements().forEach(element -> look(element, false, shown));
        } else if (node instanceof Node.Local local) {
            node.children().forEach(value -> look(value, isFraction(local.type()), false));
        } else if (node instanceof Node.Assign assign) {
            look(assign.target(), false, false);
            look(assign.value(), isFraction(typeOf(assign.target())), false);
        } else if (node instanceof Node.Cast cast) {
            look(cast.operand(), isFraction(cast.type()), false);
        } else if (node instanceof Node.Method method) {
            returned(method, isFraction(method.type()));
        } else {
            node.children().forEach(part -> look(part, false, false));
        }
    }

    /** What a method returns is wanted of the type it says. */
    private void returned(Node node, boolean fraction) {
        for (Node part : node.children()) {
            boolean result = part instanceof Node.Other && source.startsWith("return", part.start());
            if (result) {
                part.children().forEach(value -> look(value, fraction, false));
            } else if (part instanceof Node.Scope || part instanceof Node.Other) {
                returned(part, fraction && !source.startsWith("new", part.start()));
            } else {
                look(part, false, false);
            }
        }
    }

    private void binary(Node.Binary binary, boolean fraction, boolean shown) {
        String symbol = binary.operator().text();
        switch (symbol) {
            case "==", "!=" -> identity(binary);
            case "**" -> {
                look(binary.left(), true, false);
                look(binary.right(), true, false);
                return;
            }
            case "/" -> division(binary, fraction, shown);
            default -> {}
        }
        boolean beside = "+-*/%<=>=!=".contains(symbol);
        look(binary.left(), beside && (fraction || isFraction(typeOf(binary.right()))), false);
        look(binary.right(), beside && (fraction || isFraction(typeOf(binary.left()))), false);
    }

    private void identity(Node.Binary binary) {
        boolean same = binary.operator().is("==");
        String type = typeOf(binary.left());
        if (type == null || !type.equals(typeOf(binary.right()))) {
            return;
        }
        if (type.equals(Rewriter.TENSOR)) {
            found.putIfAbsent("=", say(same ? IDENTITY : DIFFERENCE));
        } else if (type.equals("jacobi.tensor.Shape")) {
            String equal = primary(binary.left(), "a") + ".equals(" + text(binary.right(), "b") + ")";
            found.putIfAbsent(
                    "=",
                    same
                            ? say("notation.notes.same-shape", "equal", equal)
                            : say("notation.notes.different-shapes", "equal", equal));
        }
    }

    /** A quotient of whole numbers whose fraction is wanted. */
    private void division(Node.Binary binary, boolean fraction, boolean shown) {
        boolean one =
                binary.left() instanceof Node.Literal literal && literal.text().equals("1");
        boolean wanted = fraction || shown && one && !(binary.right() instanceof Node.Literal);
        if (!wanted || !Types.isWhole(typeOf(binary.left())) || !Types.isWhole(typeOf(binary.right()))) {
            return;
        }
        if (isExact(binary)) {
            return;
        }
        String left = primary(binary.left(), "a");
        String right = primary(binary.right(), "b");
        String instead = binary.left() instanceof Node.Literal
                ? left + ".0 / " + right
                : binary.right() instanceof Node.Literal
                        ? left + " / " + right + ".0"
                        : "(double) " + left + " / " + right;
        found.putIfAbsent(
                "/",
                say("notation.notes.divides-whole-numbers-which", "left", left, "right", right, "instead", instead));
    }

    private static boolean isExact(Node.Binary binary) {
        if (binary.left() instanceof Node.Literal left && binary.right() instanceof Node.Literal right) {
            try {
                long divisor = Long.parseLong(right.text());
                return divisor == 0 || Long.parseLong(left.text()) % divisor == 0;
            } catch (NumberFormatException e) {
                // A number with a suffix, underscores or another base.
                return false;
            }
        }
        return false;
    }

    private static boolean isFraction(String type) {
        return type != null && (Types.isFraction(type) || type.equals(Rewriter.TENSOR) || type.equals("Tensor"));
    }

    private String text(Node node, String otherwise) {
        String text = source.substring(node.start(), node.end());
        return text.length() <= SHORT && text.indexOf('\n') < 0 ? text : otherwise;
    }

    private String primary(Node node, String otherwise) {
        boolean loose = node instanceof Node.Binary
                || node instanceof Node.Unary
                || node instanceof Node.Conditional
                || node instanceof Node.Cast
                || node instanceof Node.Assign;
        return loose ? otherwise : text(node, otherwise);
    }

    private String typeOf(Node node) {
        int[] range = place.apply(node);
        String type = range == null ? null : compilation.typeOf(range[0], range[1]);
        return type == null ? null : Types.plain(type);
    }
}
