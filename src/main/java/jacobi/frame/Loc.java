package jacobi.frame;

/** A frame's rows by their labels and columns by their names, as pandas' {@code loc}. */
public final class Loc {
    private static final String ALL = ":";

    private final DataFrame frame;

    Loc(DataFrame frame) {
        this.frame = frame;
    }

    /** The row with a label. @throws IllegalArgumentException if there is none */
    public Series get(Object label) {
        return frame.loc(label);
    }

    /** The rows where a bool Series is true. */
    public DataFrame get(Series mask) {
        return frame.get(mask);
    }

    /** The value in the row with a label and the column of a name; of {@code ":"} the whole column. */
    public Object get(Object label, String column) {
        return ALL.equals(label) ? frame.col(column) : frame.loc(label, column);
    }

    /** A column's values at the rows where a bool Series is true. */
    public Series get(Series mask, String column) {
        return frame.get(mask).col(column);
    }
}
