package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.Arrays;

/**
 * The axes a reduction of a shape goes over. Laid out for it, a tensor is {@code outer} blocks of {@code n} rows to
 * reduce, each row {@code inner} long.
 */
final class ReducedAxes {
    final int outer;
    final int n;
    final int inner;
    /** The shape with reduced axes of length 1. */
    final Shape kept;
    /** The shape without reduced axes. */
    final Shape dropped;
    /** The reduced axes, counted from the front; null of a 0-d tensor. */
    final int[] order;

    private final int[] dims;
    private final boolean[] reduced;
    /** Whether the reduced axes are neighbours, so that they need not be moved. */
    private final boolean adjacent;

    /**
     * The axes of a tensor.
     *
     * @param axes the axes to reduce, negative from the end; all if null
     */
    ReducedAxes(String operation, Tensor x, int[] axes) {
        this(x.shape.dims, marks(operation, x, axes));
    }

    private ReducedAxes(int[] dims, boolean[] reduced) {
        this.dims = dims;
        this.reduced = reduced;
        int first = 0, last = dims.length;
        while (first < dims.length && !reduced[first]) {
            first++;
        }
        while (last > first && !reduced[last - 1]) {
            last--;
        }
        int[] keptDims = dims.clone(), droppedDims = new int[dims.length], over = new int[dims.length];
        int before = 1, among = 1, after = 1, rest = 0, gone = 0;
        for (int i = 0; i < dims.length; i++) {
            if (reduced[i]) {
                among *= dims[i];
                keptDims[i] = 1;
                over[gone++] = i;
            } else {
                if (i < last) {
                    before *= dims[i];
                } else {
                    after *= dims[i];
                }
                droppedDims[rest++] = dims[i];
            }
        }
        adjacent = last - first == gone;
        outer = adjacent ? before : before * after;
        n = among;
        inner = adjacent ? after : 1;
        kept = Shape.owning(keptDims);
        dropped = Shape.owning(Arrays.copyOf(droppedDims, rest));
        order = dims.length == 0 ? null : Arrays.copyOf(over, gone);
    }

    private static boolean[] marks(String operation, Tensor x, int[] axes) {
        boolean[] reduced = new boolean[x.dim()];
        if (axes == null || axes.length == 0) {
            Arrays.fill(reduced, true);
            return reduced;
        }
        for (int axis : axes) {
            int a = x.shape.axis(operation, axis);
            if (reduced.length == 0) {
                continue;
            }
            if (reduced[a]) {
                throw new IllegalArgumentException(say("tensor.axes.axis-named-twice", "operation", operation, "a", a));
            }
            reduced[a] = true;
        }
        return reduced;
    }

    /** The same axes of a tensor whose axes were put in the given order. */
    ReducedAxes along(int[] order) {
        int[] dims = new int[order.length];
        boolean[] moved = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            dims[i] = this.dims[order[i]];
            moved[i] = reduced[order[i]];
        }
        return new ReducedAxes(dims, moved);
    }

    /** The tensor contiguous as {@code outer} blocks of {@code n} rows of {@code inner}; without history. */
    Tensor layOut(Tensor x) {
        if (adjacent) {
            return Loops.contiguous(x);
        }
        int[] all = orderReducedLast(), dims = new int[all.length], strides = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            dims[i] = x.shape.dims[all[i]];
            strides[i] = x.strides[all[i]];
        }
        return Loops.contiguous(new Tensor(x.storage, x.offset, Shape.owning(dims), strides, null, false));
    }

    /** All axes, with the reduced ones after the others. */
    int[] orderReducedLast() {
        int[] all = new int[reduced.length];
        int k = 0;
        for (int i = 0; i < all.length; i++) {
            if (!reduced[i]) {
                all[k++] = i;
            }
        }
        for (int i = 0; i < all.length; i++) {
            if (reduced[i]) {
                all[k++] = i;
            }
        }
        return all;
    }

    boolean areNeighbours() {
        return adjacent;
    }

    /** Of the reduced axes, the first and those that follow it without one in between that is not reduced. */
    ReducedAxes firstNeighbours() {
        boolean[] group = new boolean[reduced.length];
        for (int i = order[0]; i < group.length && reduced[i]; i++) {
            group[i] = true;
        }
        return new ReducedAxes(dims, group);
    }

    /** The other reduced axes, of a tensor already reduced over {@code some}, which are kept with length 1. */
    ReducedAxes without(ReducedAxes some) {
        boolean[] rest = reduced.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] &= !some.reduced[i];
        }
        return new ReducedAxes(some.kept.dims, rest);
    }

    Shape shape(boolean keepdim) {
        return keepdim ? kept : dropped;
    }
}
