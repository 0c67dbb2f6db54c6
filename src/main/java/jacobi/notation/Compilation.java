package jacobi.notation;

import java.util.List;

/** What a compiler found out about a cell. Positions are UTF-16 indices into the cell, not into the wrapped unit. */
public interface Compilation {

    /** The errors, warnings left out, in the order of the source; empty where the cell compiled. */
    List<Diagnostic> diagnostics();

    /**
     * The static type of the expression that spans {@code [start, end)} exactly, fully qualified as javac prints it,
     * such as {@code int}, {@code double[]}, {@code jacobi.tensor.Tensor} or {@code java.util.List<java.lang.String>};
     * null where there is no such expression, where its type is erroneous, and for the name of a class or package.
     * Asked about cells that failed, and about a few expressions of those that compiled.
     */
    String typeOf(int start, int end);

    /** Whether the expression at {@code [start, end)} is a call that returns nothing. */
    default boolean isVoid(int start, int end) {
        return false;
    }

    /**
     * The names of the components of a record that is the value of the expression at {@code [start, end)}, in their
     * order; none for a value of any other type.
     */
    default List<String> componentsOf(int start, int end) {
        return List.of();
    }

    /** Whether an earlier cell declared a variable of that name. */
    default boolean isVariable(String name) {
        return false;
    }
}
