package jacobi.notation;

import static jacobi.language.Say.say;

import jacobi.source.Node;
import jacobi.source.Token;
import jacobi.source.Unreadable;
import java.util.List;
import java.util.regex.Pattern;

/** Says, in javac's words, why a form that Java has no syntax for means nothing here, or why a cell cannot be read. */
final class Unread {

    private static final Pattern SYNTAX =
            Pattern.compile("err\\.(expected|illegal\\.(start|char)|not\\.stmt|premature\\.eof|unclosed)");

    private Unread() {}

    /**
     * What is wrong with the syntax of a cell that may hold notation's forms, of which javac understands none: its own
     * complaints are about those, but for the one where the cell could not be read on.
     *
     * @param errors javac's; where none is about syntax, the cell is Java of a kind notation does not know
     */
    static List<Diagnostic> syntax(Unreadable unread, List<Diagnostic> errors) {
        if (errors.stream().noneMatch(error -> SYNTAX.matcher(error.code()).find())) {
            return errors;
        }
        return List.of(errors.stream()
                .filter(error -> unread.isAt(error.position()))
                .findFirst()
                .orElseGet(() -> diagnostic(unread)));
    }

    /** Where the cell could not be read on, in javac's words. */
    private static Diagnostic diagnostic(Unreadable unread) {
        Token found = unread.found();
        int last = unread.last();
        return unread.expected().equals("an expression")
                ? new Diagnostic(
                        "compiler.err.illegal.start.of.expr",
                        found.start(),
                        found.start(),
                        found.end(),
                        "illegal start of expression")
                : new Diagnostic("compiler.err.expected", last, last, last, unread.expected() + " expected");
    }

    static Diagnostic explain(Node node, Types types) {
        if (node instanceof Node.Binary binary) {
            String message = "bad operand types for binary operator '%s'%n  first type:  %s%n  second type: %s"
                    .formatted(binary.operator().text(), name(binary.left(), types), name(binary.right(), types));
            return at(node, binary.operator().start(), "notation.err.operator.cant.be.applied", message);
        }
        if (node instanceof Node.Index index) {
            return at(
                    node,
                    index.open(),
                    "notation.err.index",
                    say("notation.unread.no-such-index", "type", name(index.target(), types)));
        }
        if (node instanceof Node.Unpack || node instanceof Node.Each) {
            return at(node, node.start(), "notation.err.unpack", say("notation.unread.type-what-unpacked-unknown"));
        }
        if (node instanceof Node.Sequence) {
            return at(node, node.start(), "notation.err.list", say("notation.unread.types-list-elements-unknown"));
        }
        Node.Assign assign = (Node.Assign) node;
        String message = switch (assign.operator().text()) {
            case "=" -> say("notation.unread.no-value-stored-at");
            default ->
                "bad operand types for operator '%s'%n  first type:  %s%n  second type: %s"
                        .formatted(assign.operator().text(), name(assign.target(), types), name(assign.value(), types));
        };
        return at(node, assign.operator().start(), "notation.err.assign", message);
    }

    private static Diagnostic at(Node node, int position, String code, String message) {
        return new Diagnostic(code, node.start(), position, node.end(), message.replace("\r\n", "\n"));
    }

    private static String name(Node node, Types types) {
        String type = types.of(node);
        return type == null ? "unknown" : type.substring(type.lastIndexOf('.') + 1);
    }
}
