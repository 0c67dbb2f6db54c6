package jacobi.tensor.cpu;

/**
 * A matrix within an array: element (i, j) is at {@code at + i * row + j * column}. How many rows and columns it has,
 * the loops are told beside it.
 *
 * @param data {@code float[]} or {@code double[]}
 * @param row elements from one row to the next
 * @param column elements from one column to the next
 */
record Matrix<A>(A data, int at, int row, int column) {

    /** The part whose first element is (i, j). */
    Matrix<A> from(int i, int j) {
        return new Matrix<>(data, at + i * row + j * column, row, column);
    }

    /** The same, with rows and columns exchanged. */
    Matrix<A> turned() {
        return new Matrix<>(data, at, column, row);
    }
}
