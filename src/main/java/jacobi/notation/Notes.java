package jacobi.notation;

import java.util.List;
import java.util.function.Function;

/** What is worth a line below the value of a cell that compiled. */
final class Notes {

    private static final String IDENTITY =
            "== asks whether both are the same object; x.eq(y) compares their elements, x.equal(y) asks whether all are equal";

    private Notes() {}

    /**
     * The notes on a cell.
     *
     * @param place where in the compiled text a node went, as {@code [from, to)}
     */
    static List<String> of(Node.Cell cell, Function<Node, int[]> place, Compilation compilation) {
        List<Node> items = cell.children();
        Node last = items.isEmpty() ? null : items.get(items.size() - 1);
        List<Node> shown =
                last instanceof Node.Sequence sequence ? sequence.elements() : last == null ? List.of() : List.of(last);
        boolean identity = shown.stream()
                .anyMatch(node -> node instanceof Node.Binary binary
                        && (binary.operator().is("==") || binary.operator().is("!="))
                        && isTensor(binary.left(), place, compilation)
                        && isTensor(binary.right(), place, compilation));
        return identity ? List.of(IDENTITY) : List.of();
    }

    private static boolean isTensor(Node node, Function<Node, int[]> place, Compilation compilation) {
        int[] range = place.apply(node);
        return range != null && Rewriter.TENSOR.equals(compilation.typeOf(range[0], range[1]));
    }
}
