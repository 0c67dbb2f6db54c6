package jacobi.plot;

/**
 * Where axes stand in the rows and columns of their figure.
 *
 * @param row the first row, counted from 0
 * @param column the first column
 * @param rows how many rows they reach over
 * @param columns how many columns they reach over
 */
record Place(int row, int column, int rows, int columns) {

    int lastRow() {
        return row + rows - 1;
    }

    int lastColumn() {
        return column + columns - 1;
    }

    boolean overlaps(Place other) {
        return row <= other.lastRow()
                && other.row <= lastRow()
                && column <= other.lastColumn()
                && other.column <= lastColumn();
    }

    /** The same place where each row is parted in so many and each column as well. */
    Place parted(int down, int across) {
        return new Place(row * down, column * across, rows * down, columns * across);
    }
}
