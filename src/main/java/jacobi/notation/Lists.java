package jacobi.notation;

import jacobi.source.Node;
import jacobi.source.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Lists in square brackets: nested arrays of numbers where they suit, else a {@link List}. */
final class Lists {

    private final Rewriter rewriter;

    Lists(Rewriter rewriter) {
        this.rewriter = rewriter;
    }

    Rendered read(Sequence sequence, Wanted wanted) {
        if (sequence.form() == Sequence.Form.SHOWN) {
            return called(sequence, "Tuple.of(", elements(sequence), "jacobi.notation.value.Tuple");
        }
        String declared = wanted.declaredArray();
        if (declared != null) {
            return Rewriter.finished(array(sequence, "new " + declared + " "), declared);
        }
        if (sequence.form() == Sequence.Form.TUPLE && wanted.equals(Wanted.VALUE)) {
            return called(sequence, "Tuple.of(", elements(sequence), "jacobi.notation.value.Tuple");
        }
        if (sequence.form() == Sequence.Form.TUPLE && sequence.elements().isEmpty() && wanted.spread()) {
            return Rewriter.finished(new Rendered(sequence), null);
        }
        if (!rewriter.types.asked() && hasUnknown(sequence)) {
            return rewriter.marker(sequence, "$list", elements(sequence));
        }
        String leaf = leafType(sequence);
        String array = leaf == null ? null : arrayType(leaf, depth(sequence), wanted);
        if (array != null) {
            return Rewriter.finished(array(sequence, "new " + array + " "), array);
        }
        if (wanted.spread() && wanted.types().stream().allMatch(Types::isArray)) {
            Rendered spread = separated(new Rendered(sequence), sequence, elements(sequence));
            spread.rewritten = true;
            return spread;
        }
        String strings = "java.lang.String[]";
        if ("java.lang.String".equals(leaf) && wanted.types().contains(strings)) {
            return Rewriter.finished(array(sequence, "new String[] "), strings);
        }
        return list(sequence, wanted.kept());
    }

    private Rendered list(Sequence sequence, boolean kept) {
        boolean nulls = sequence.elements().stream()
                .anyMatch(
                        e -> e instanceof Node.Literal literal && literal.text().equals("null"));
        boolean fractions = sequence.elements().stream().anyMatch(e -> "double".equals(rewriter.read(e).type));
        List<Rendered> elements = elements(sequence);
        if (fractions) {
            elements.replaceAll(this::fraction);
        }
        String maker = nulls ? "Arrays.asList(" : "List.of(";
        if (!kept) {
            return called(sequence, maker, elements, "java.util.List");
        }
        int start = sequence.start();
        int end = sequence.end();
        if (elements.isEmpty()) {
            return Rewriter.finished(
                    new Rendered(sequence).put("new ArrayList<>()", start, end), "java.util.ArrayList");
        }
        Rendered list = new Rendered(sequence).put("new ArrayList<>(" + maker, start, start + 1);
        separated(list, sequence, elements).put("))", end - 1, end);
        return Rewriter.finished(list, "java.util.ArrayList");
    }

    /** In a list with fractions a whole literal is one too, so that all elements have one type. */
    private Rendered fraction(Rendered element) {
        if (element.node instanceof Node.Literal && "int".equals(element.type)) {
            int end = element.node.end();
            Node whole = new Node.Paren(element.node.start(), end, element.node);
            return Rewriter.finished(new Rendered(whole).add(element).put(".0", end - 1, end), "double");
        }
        return element;
    }

    private List<Rendered> elements(Sequence sequence) {
        List<Rendered> elements = new ArrayList<>();
        for (Node element : sequence.elements()) {
            elements.add(rewriter.read(element));
        }
        return elements;
    }

    private Rendered called(Sequence sequence, String opening, List<Rendered> elements, String type) {
        int start = sequence.start();
        int end = sequence.end();
        Rendered call = new Rendered(sequence).put(opening, start, start + 1);
        return Rewriter.finished(separated(call, sequence, elements).put(")", end - 1, end), type);
    }

    /** The elements with what stands between them in the source: commas, comments, ends of lines. */
    private Rendered separated(Rendered rendered, Sequence sequence, List<Rendered> elements) {
        boolean bare = sequence.form() == Sequence.Form.SHOWN;
        int at = bare ? sequence.start() : sequence.start() + 1;
        int last = bare ? sequence.end() : sequence.end() - 1;
        for (Rendered element : elements) {
            rendered.copy(at, element.node.start()).add(element);
            at = element.node.end();
        }
        String rest = rewriter.source.substring(at, Math.max(at, last));
        int comma = rest.indexOf(',');
        // Python allows a comma after the last element.
        return comma < 0 || rest.substring(0, comma).contains("/")
                ? rendered.copy(at, last)
                : rendered.copy(at, at + comma).copy(at + comma + 1, last);
    }

    private Rendered array(Sequence sequence, String opening) {
        Rendered array = new Rendered(sequence).put(opening + "{", sequence.start(), sequence.start() + 1);
        List<Rendered> elements = new ArrayList<>();
        for (Node element : sequence.elements()) {
            elements.add(element instanceof Sequence inner ? array(inner, "") : rewriter.read(element));
        }
        return separated(array, sequence, elements).put("}", sequence.end() - 1, sequence.end());
    }

    private static int depth(Node node) {
        return node instanceof Sequence sequence
                ? 1
                        + (sequence.elements().isEmpty()
                                ? 0
                                : depth(sequence.elements().get(0)))
                : 0;
    }

    /**
     * What all innermost elements are: double, int, long, boolean or a class; null where they differ or nobody knows.
     */
    private String leafType(Sequence sequence) {
        String common = null;
        int depth =
                sequence.elements().isEmpty() ? 0 : depth(sequence.elements().get(0));
        for (Node element : sequence.elements()) {
            if (depth(element) != depth) {
                return null;
            }
            String type = element instanceof Sequence inner ? leafType(inner) : simple(rewriter.read(element).type);
            common = common == null || common.equals(type) ? type : wider(common, type);
            if (common == null) {
                return null;
            }
        }
        return common;
    }

    private boolean hasUnknown(Sequence sequence) {
        return sequence.elements().stream()
                .anyMatch(e -> e instanceof Sequence inner ? hasUnknown(inner) : rewriter.read(e).type == null);
    }

    private static String simple(String type) {
        if (Types.isFraction(type)) {
            return "double";
        }
        if (Types.isWhole(type)) {
            return type.contains("ong") ? "long" : "int";
        }
        return Types.isBoolean(type) ? "boolean" : type;
    }

    private static String wider(String one, String other) {
        if (!Types.isNumber(one) || !Types.isNumber(other)) {
            return null;
        }
        return one.equals("double") || "double".equals(other) ? "double" : "long";
    }

    /** The array that suits, or null for a list. */
    private static String arrayType(String leaf, int depth, Wanted wanted) {
        List<String> bases = switch (leaf) {
            case "double" -> List.of("double", "float");
            case "int" -> List.of("int", "long", "double", "float");
            case "long" -> List.of("long", "double", "float");
            case "boolean" -> List.of("boolean");
            default -> List.of();
        };
        for (String base : bases) {
            String array = base + "[]".repeat(depth);
            if (wanted.types().contains(array)) {
                return array;
            }
        }
        boolean anything =
                wanted.types().contains("java.lang.Object") || wanted.types().contains("java.lang.Object[]");
        return bases.isEmpty() || !anything ? null : bases.get(0) + "[]".repeat(depth);
    }
}
