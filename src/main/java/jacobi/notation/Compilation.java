package jacobi.notation;

import java.util.List;

/** What a compiler found out about a cell. Positions are UTF-16 indices into the cell, not into the wrapped unit. */
@FunctionalInterface
public interface Compilation {

    /** The errors, warnings left out, in the order of the source; empty where the cell compiled. */
    List<Diagnostic> diagnostics();

    /**
     * The static type of the expression that spans {@code [start, end)} exactly, fully qualified as javac prints it,
     * such as {@code int}, {@code double[]}, {@code jacobi.tensor.Tensor} or {@code java.util.List<java.lang.String>};
     * null where there is no such expression or its type is erroneous. Asked only about cells that failed, and about
     * the last expression of one that compiled. A compiler that keeps no types leaves this method alone; notation then
     * learns types from the messages, and needs more compilations.
     */
    default String typeOf(int start, int end) {
        return null;
    }
}
