package jacobi.tensor;

import static jacobi.language.Say.say;

/**
 * The places that entries along one axis name: of axis 0, entry {@code index[i][j]} names the place {@code
 * [index[i][j]][j]}.
 */
final class AxisTable {
    /** Entries in a row, along the last axis of the table. */
    final int run;
    /** Rows of the table. */
    final int runs;

    private final String operation;
    private final Tensor x;
    private final int axis;
    private final Tensor entries;

    /**
     * The table of an operation.
     *
     * @param index whole numbers, in a shape that is nowhere longer than that of x but along the axis
     */
    AxisTable(String operation, Tensor x, int axis, Tensor index) {
        Selection.requireInteger(operation, index);
        this.operation = operation;
        this.x = x;
        this.axis = x.shape.axis(operation, axis);
        if (index.dim() != x.dim()) {
            throw new IllegalArgumentException(say(
                    "tensor.selection.index-shape-tensor-shape",
                    "operation",
                    operation,
                    "shape",
                    index.shape.text(),
                    "shape2",
                    x.shape.text()));
        }
        for (int d = 0; d < x.dim(); d++) {
            if (d != this.axis && index.shape.dims[d] > x.shape.dims[d]) {
                throw new IllegalArgumentException(say(
                        "tensor.selection.index-shape-longer-than",
                        "operation",
                        operation,
                        "shape",
                        index.shape.text(),
                        "shape2",
                        x.shape.text(),
                        "d",
                        d));
            }
        }
        entries = Loops.cast(Loops.contiguous(index), DType.int64);
        run = index.dim() == 0 ? 1 : index.shape.dims[index.dim() - 1];
        runs = run == 0 ? 0 : index.numel() / run;
    }

    /** Writes the places of a row of the table, from {@code at} on. */
    private void run(int row, int[] places, int at) {
        int place = start(row);
        for (int k = 0; k < run; k++) {
            places[at + k] = place + k * beside();
        }
        Selection.move(operation, places, at, run, entries, row * run, length(), axis, step());
    }

    /** The place that entries of 0 in the first column of a row of the table name. */
    private int start(int row) {
        int place = 0;
        for (int d = x.dim() - 2, rest = row; d >= 0; d--) {
            if (d != axis) {
                place += rest % entries.shape.dims[d] * x.shape.strides[d];
            }
            rest /= entries.shape.dims[d];
        }
        return place;
    }

    /** How much further the same entry in the next column is. */
    private int beside() {
        return axis == x.dim() - 1 ? 0 : 1;
    }

    private int length() {
        return x.dim() == 0 ? 1 : x.shape.dims[axis];
    }

    private int step() {
        return x.dim() == 0 ? 0 : x.shape.strides[axis];
    }

    /** The elements of x, fractions without gaps from {@code at} on, that a row of the table names. */
    void pick(int row, Object x, int at, Object out, int o) {
        check(row, ElementLoops.pick(x, at + start(row), beside(), step(), longs(), first(row), length(), run, out, o));
    }

    /** Adds fractions, from {@code at} on, to the elements of out that a row of the table names. */
    void add(int row, Object x, int at, Object out) {
        check(row, ElementLoops.addAt(x, at, longs(), first(row), length(), run, out, start(row), beside(), step()));
    }

    private long[] longs() {
        return entries.storage.longs();
    }

    private int first(int row) {
        return entries.offset + row * run;
    }

    /** An error unless all entries of a row, of which so many were gone through, lie within the axis. */
    private void check(int row, int done) {
        if (done < run) {
            Selection.resolve(operation, longs()[first(row) + done], length(), axis);
        }
    }

    /** All places, row by row. */
    int[] all() {
        int[] places = new int[entries.numel()];
        for (int i = 0; i < runs; i++) {
            run(i, places, i * run);
        }
        return places;
    }
}
