package jacobi.plot;

/**
 * Where axes stand in the rows and columns of their figure.
 *
 * @param row the first row, counted from 0
 * @param column the first column
 * @param rows how many rows they reach over
 * @param columns how many columns they reach over
 */
record AxesPlace(int row, int column, int rows, int columns) {

    int lastRow() {
        return row + rows - 1;
    }

    int lastColumn() {
        return column + columns - 1;
    }

    boolean overlaps(AxesPlace other) {
        return row <= other.lastRow()
                && other.row <= lastRow()
                && column <= other.lastColumn()
                && other.column <= lastColumn();
    }

    /** The same place where each row is parted in so many and each column as well. */
    AxesPlace parted(int down, int across) {
        return new AxesPlace(row * down, column * across, rows * down, columns * across);
    }
}
