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
    void run(int row, int[] places, int at) {
        int last = x.dim() - 1, place = 0;
        for (int d = last - 1, rest = row; d >= 0; d--) {
            if (d != axis) {
                place += rest % entries.shape.dims[d] * x.shape.strides[d];
            }
            rest /= entries.shape.dims[d];
        }
        for (int k = 0; k < run; k++) {
            places[at + k] = axis == last ? place : place + k;
        }
        int length = last < 0 ? 1 : x.shape.dims[axis], step = last < 0 ? 0 : x.shape.strides[axis];
        Selection.move(operation, places, at, run, entries, row * run, length, axis, step);
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
