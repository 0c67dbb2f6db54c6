package jacobi.tensor;

import java.util.Arrays;

/**
 * The order in which the elements of a transposed or permuted tensor lie in its storage. Loops that treat each element
 * by itself, and reductions, go through storage in that order: sums of 1M elements of A.T then take what those of A
 * take, a fifteenth of the time.
 */
final class MemoryOrder {
    private MemoryOrder() {}

    /**
     * The axes of x from the longest step to the shortest, if x is without gaps in that order but not in its own; else
     * null.
     */
    static int[] order(Tensor x) {
        if (x.isContiguous()) {
            return null;
        }
        int[] order = new int[x.strides.length];
        for (int i = 0; i < order.length; i++) {
            int k = i;
            for (; k > 0 && x.strides[order[k - 1]] < x.strides[i]; k--) {
                order[k] = order[k - 1];
            }
            order[k] = i;
        }
        int step = 1;
        for (int i = order.length - 1; i >= 0; step *= x.shape.dims[order[i--]]) {
            if (x.shape.dims[order[i]] != 1 && x.strides[order[i]] != step) {
                return null;
            }
        }
        return order;
    }

    /**
     * Room for results of the given shape, in the order of the operands if they are permuted alike; all elements are 0
     * yet.
     */
    static Tensor room(DType type, Shape shape, Tensor... operands) {
        Tensor first = null;
        for (Tensor x : operands) {
            if (first == null && !x.isContiguous() && x.shape.equals(shape)) {
                first = x;
            }
        }
        if (first == null || !alike(first, operands) || order(first) == null) {
            return Tensor.empty(type, shape);
        }
        return new Tensor(Storage.zeros(type, shape.numel()), 0, shape, first.strides, null, false);
    }

    /** Whether each operand has the shape and steps of x or is one number. */
    static boolean alike(Tensor x, Tensor... operands) {
        for (Tensor y : operands) {
            if (y.numel() != 1 && !(Arrays.equals(y.strides, x.strides) && y.shape.equals(x.shape))) {
                return false;
            }
        }
        return true;
    }

    /** x with its axes in the given order, without history; one number stays as it is. */
    static Tensor along(int[] order, Tensor x) {
        if (x.numel() == 1) {
            return x;
        }
        int[] dims = new int[order.length], strides = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            dims[i] = x.shape.dims[order[i]];
            strides[i] = x.strides[order[i]];
        }
        return new Tensor(x.storage, x.offset, Shape.owning(dims), strides, null, false);
    }

    /** Whether some element of the storage appears more than once in x, as in windows that overlap. */
    static boolean overlaps(Tensor x) {
        if (x.isContiguous() || x.numel() < 2) {
            return false;
        }
        // In most views each step is longer than all that the shorter steps reach.
        int[] order = new int[x.strides.length];
        int axes = 0;
        for (int i = 0; i < order.length; i++) {
            if (x.shape.dims[i] == 1) {
                continue;
            }
            int k = axes++;
            for (; k > 0 && x.strides[order[k - 1]] > x.strides[i]; k--) {
                order[k] = order[k - 1];
            }
            order[k] = i;
        }
        long reach = 0;
        boolean apart = true;
        for (int i = 0; i < axes; i++) {
            apart &= x.strides[order[i]] > reach;
            reach += (x.shape.dims[order[i]] - 1L) * x.strides[order[i]];
        }
        return !apart && repeats(x, Math.toIntExact(reach + 1));
    }

    /** Whether a place is met twice, by visiting all. */
    private static boolean repeats(Tensor x, int reach) {
        java.util.BitSet met = new java.util.BitSet(reach);
        boolean[] again = new boolean[1];
        Walk walk = new Walk(x.shape.dims, x.strides);
        int step = walk.step(0);
        walk.each(new int[] {0}, (at, n) -> {
            for (int k = 0; k < n; k++) {
                again[0] |= met.get(at[0] + k * step);
                met.set(at[0] + k * step);
            }
        });
        return again[0];
    }

    /** Undoes {@link #along}: y, whose axes are in the given order, seen as a tensor of this shape. */
    static Tensor back(int[] order, Tensor y, Shape shape) {
        int[] strides = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            strides[order[i]] = y.strides[i];
        }
        return new Tensor(y.storage, y.offset, shape, strides, null, false);
    }
}
