package jacobi.tensor;

/**
 * The axes a reduction goes over, with the tensor laid out for it: contiguous, as {@code outer} blocks of {@code n} rows to
 * reduce, each row {@code inner} long.
 */
final class Axes {
    final Tensor laidOut;
    final int outer;
    final int n;
    final int inner;
    /** The shape with reduced axes of length 1. */
    final Shape kept;
    /** The shape without reduced axes. */
    final Shape dropped;
    /** The reduced axes, counted from the front; null of a 0-d tensor. */
    final int[] order;

    /**
     * Lays x out.
     *
     * @param axes the axes to reduce, negative from the end; all if null
     */
    Axes(String operation, Tensor x, int[] axes) {
        int dim = x.dim();
        boolean[] reduced = new boolean[dim];
        if (axes == null || axes.length == 0) java.util.Arrays.fill(reduced, true);
        else
            for (int axis : axes) {
                int a = x.shape.axis(operation, axis);
                if (dim == 0) continue;
                if (reduced[a]) throw new IllegalArgumentException(operation + ": axis " + a + " is named twice");
                reduced[a] = true;
            }
        int first = 0, last = dim;
        while (first < dim && !reduced[first]) first++;
        while (last > first && !reduced[last - 1]) last--;
        boolean adjacent = true;
        for (int i = first; i < last; i++) adjacent &= reduced[i];
        Tensor y = x;
        if (!adjacent) {
            int[] order = new int[dim];
            int k = 0;
            for (int i = 0; i < dim; i++) if (!reduced[i]) order[k++] = i;
            first = k;
            last = dim;
            for (int i = 0; i < dim; i++) if (reduced[i]) order[k++] = i;
            int[] dims = new int[dim], strides = new int[dim];
            for (int i = 0; i < dim; i++) {
                dims[i] = x.shape.dims[order[i]];
                strides[i] = x.strides[order[i]];
            }
            y = new Tensor(x.storage, x.offset, Shape.owning(dims), strides, null, false);
        }
        laidOut = Loops.contiguous(y);
        int before = 1, among = 1, after = 1;
        for (int i = 0; i < first; i++) before *= y.shape.dims[i];
        for (int i = first; i < last; i++) among *= y.shape.dims[i];
        for (int i = last; i < dim; i++) after *= y.shape.dims[i];
        outer = before;
        n = among;
        inner = after;
        int[] keptDims = x.shape.dims.clone(), droppedDims = new int[dim];
        int count = 0;
        for (int i = 0; i < dim; i++) {
            if (reduced[i]) keptDims[i] = 1;
            else droppedDims[count++] = keptDims[i];
        }
        kept = Shape.owning(keptDims);
        dropped = Shape.owning(java.util.Arrays.copyOf(droppedDims, count));
        int[] over = new int[dim - count];
        for (int i = 0, k = 0; i < dim; i++) if (reduced[i]) over[k++] = i;
        order = dim == 0 ? null : over;
    }

    /** All axes, with the reduced ones behind the others. */
    int[] orderReducedLast() {
        int dim = kept.dims.length;
        int[] all = new int[dim];
        boolean[] reduced = new boolean[dim];
        if (order != null) for (int a : order) reduced[a] = true;
        int k = 0;
        for (int i = 0; i < dim; i++) if (!reduced[i]) all[k++] = i;
        for (int i = 0; i < dim; i++) if (reduced[i]) all[k++] = i;
        return all;
    }

    Shape shape(boolean keepdim) {
        return keepdim ? kept : dropped;
    }
}
