package jacobi.frame;

import java.util.stream.IntStream;

/** A frame's rows and columns by position, counted from 0 or, negative, from the end. */
public final class ILoc {
    private final DataFrame frame;

    ILoc(DataFrame frame) {
        this.frame = frame;
    }

    /** The rows and columns two slices select. */
    public DataFrame get(String rows, String columns) {
        return get(rows).select(columns(columns));
    }

    /** One column's values at the rows a slice selects. */
    public Series get(String rows, int column) {
        return get(rows).col(column(column));
    }

    /** One row's values at the columns a slice selects, labelled with their names. */
    public Series get(int row, String columns) {
        return row(row, columns(columns));
    }

    /** One value; null or NaN if it is missing. */
    public Object get(int row, int column) {
        return frame.col(column(column)).iloc(row);
    }

    /** The rows a slice selects; after a comma the columns, as {@code get(":, 0:2")}. */
    public DataFrame get(String rows) {
        int comma = rows.indexOf(',');
        if (comma >= 0 && rows.indexOf(':') >= 0) {
            return get(rows.substring(0, comma), rows.substring(comma + 1));
        }
        return frame.take(Slices.positions(rows, frame.size(), "row"));
    }

    /** One row, its values labelled with the column names. */
    public Series get(int row) {
        return row(row, IntStream.range(0, frame.shape().columns()).toArray());
    }

    private Series row(int row, int[] columns) {
        int at = Slices.position(row, frame.size(), "row");
        DataFrame part = frame.select(columns);
        Object[] values = part.series().stream().map(column -> column.get(at)).toArray();
        boolean numbers = part.series().stream().allMatch(c -> Dtype.of(c).isNumber());
        org.dflib.Series<?> labelled = numbers ? Columns.infer(values) : org.dflib.Series.of(values);
        return new Series(CellText.label(frame.index().get(at)), labelled, part.columns());
    }

    private int[] columns(String spec) {
        return Slices.positions(spec, frame.shape().columns(), "column");
    }

    private int column(int at) {
        return Slices.position(at, frame.shape().columns(), "column");
    }
}
