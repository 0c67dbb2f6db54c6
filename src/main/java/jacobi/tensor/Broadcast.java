package jacobi.tensor;

import static jacobi.language.Say.say;

/** PyTorch's broadcasting: shapes are aligned at their last axes, and an axis of length 1 is repeated. */
final class Broadcast {
    private Broadcast() {}

    static Shape shapes(BinaryOp op, Shape a, Shape b) {
        if (a.equals(b)) {
            return a;
        }
        return shapes(op.word(), a, b);
    }

    /** The common shape of two operands; an error names the operation and the axis that stands in the way. */
    static Shape shapes(String operation, Shape a, Shape b) {
        if (a.equals(b)) {
            return a;
        }
        int n = Math.max(a.dims.length, b.dims.length);
        int[] dims = new int[n];
        for (int i = 1; i <= n; i++) {
            int left = i <= a.dims.length ? a.dims[a.dims.length - i] : 1;
            int right = i <= b.dims.length ? b.dims[b.dims.length - i] : 1;
            if (left != right && left != 1 && right != 1) {
                throw new IllegalArgumentException(say(
                        "tensor.broadcast.shapes-do-not-broadcast",
                        "operation",
                        operation,
                        "a",
                        a.text(),
                        "b",
                        b.text(),
                        "n",
                        n - i,
                        "left",
                        left,
                        "right",
                        right));
            }
            dims[n - i] = left == 1 ? right : left;
        }
        return Shape.owning(dims);
    }

    /** Steps of x along the axes {@code dims}, to which its shape broadcasts; 0 where an axis is repeated. */
    static int[] strides(Tensor x, int[] dims) {
        int[] own = x.shape.dims;
        if (own == dims) {
            return x.strides;
        }
        int shift = dims.length - own.length;
        int[] strides = new int[dims.length];
        for (int i = 0; i < own.length; i++) {
            strides[i + shift] = own[i] == 1 && dims[i + shift] != 1 ? 0 : x.strides[i];
        }
        return strides;
    }

    /** Whether a tensor of shape {@code from} can be repeated to {@code to} without changing {@code to}. */
    static boolean reaches(Shape from, Shape to) {
        int shift = to.dims.length - from.dims.length;
        if (shift < 0) {
            return false;
        }
        for (int i = 0; i < from.dims.length; i++) {
            if (from.dims[i] != 1 && from.dims[i] != to.dims[i + shift]) {
                return false;
            }
        }
        return true;
    }

    /** Undoes broadcasting of a gradient: sums g over the axes along which an operand of this shape was repeated. */
    static Tensor undo(Tensor g, Shape shape) {
        if (g.shape.equals(shape)) {
            return g;
        }
        int shift = g.shape.dims.length - shape.dims.length, count = 0;
        int[] axes = new int[g.shape.dims.length];
        for (int i = 0; i < axes.length; i++) {
            if (i < shift || shape.dims[i - shift] == 1 && g.shape.dims[i] != 1) {
                axes[count++] = i;
            }
        }
        Tensor sum = g.sum(java.util.Arrays.copyOf(axes, count), true);
        return shift == 0 ? sum : sum.view(shape.dims);
    }
}
