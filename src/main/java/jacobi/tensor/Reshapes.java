package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.operation.Op;
import java.util.Arrays;

/** The same elements in another shape: a look at the same storage where its steps allow it, else a copy. */
final class Reshapes {
    private Reshapes() {}

    /** The elements, in row-major order, in another shape; one length may be −1. A view if possible, else a copy. */
    @Op
    static Tensor reshape(Tensor x, int... shape) {
        return reshaped("reshape", "ReshapeAliasBackward0", x, resolve("reshape", x.shape, shape));
    }

    /** The elements in another tensor's shape. */
    @Op
    static Tensor reshapeAs(Tensor x, Tensor other) {
        return reshape(x, other.shape.dims);
    }

    /** As {@code reshape}, but an error where only a copy would do. */
    @Op
    static Tensor view(Tensor x, int... shape) {
        Shape to = resolve("view", x.shape, shape);
        if (viewStrides(x, to) == null) {
            throw new IllegalArgumentException(say(
                    "tensor.views.tensor-strides-cannot-seen",
                    "shape",
                    x.shape.text(),
                    "strides",
                    Shape.text(x.strides),
                    "to",
                    to.text()));
        }
        return reshaped("view", "ViewBackward0", x, to);
    }

    static Tensor reshaped(String operation, String gradName, Tensor x, Shape shape) {
        int[] strides = viewStrides(x, shape);
        Tensor y = strides == null ? Tensor.over(Loops.fresh(x).storage, shape) : x.look(x.offset, shape, strides);
        if (!Tape.watches(x)) {
            return y;
        }
        Shape before = x.shape;
        return Operation.of(strides == null ? "UnsafeViewBackward0" : gradName, y)
                .input(x, t -> reshaped(operation, gradName, t, shape), g -> reshaped(operation, gradName, g, before))
                .result();
    }

    /** The shape asked for, with −1 replaced by what fits. */
    static Shape resolve(String operation, Shape from, int... dims) {
        int free = -1;
        long known = 1;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] == -1 && free < 0) {
                free = i;
            } else if (dims[i] < 0) {
                throw refused(
                        dims[i] == -1 ? "tensor.views.shape-leaves-two-lengths" : "tensor.views.shape-negative-length",
                        operation,
                        from,
                        dims,
                        known);
            } else {
                known *= dims[i];
            }
        }
        int[] lengths = dims.clone();
        if (free >= 0) {
            if (known == 0 || from.numel() % known != 0) {
                throw refused(
                        known == 0 ? "tensor.views.open-length-beside-zero" : "tensor.views.elements-no-multiple",
                        operation,
                        from,
                        dims,
                        known);
            }
            lengths[free] = (int) (from.numel() / known);
        } else if (known != from.numel()) {
            throw refused("tensor.views.shape-elements-tensor-shape", operation, from, dims, known);
        }
        return Shape.owning(lengths);
    }

    /** Says why elements of a shape do not fit another, whose lengths but an open one have a product. */
    private static IllegalArgumentException refused(
            String message, String operation, Shape from, int[] dims, long known) {
        return new IllegalArgumentException(say(
                message,
                "operation",
                operation,
                "dims",
                Shape.text(dims),
                "known",
                known,
                "from",
                from.text(),
                "numel",
                from.numel()));
    }

    /** Strides that show x's elements in the shape, or null if only a copy can. */
    private static int[] viewStrides(Tensor x, Shape shape) {
        if (x.isContiguous() || x.numel() == 0) {
            return shape.strides;
        }
        int[] old = new int[x.dim()], steps = new int[x.dim()], dims = shape.dims;
        int axes = 0;
        for (int i = 0; i < old.length; i++) {
            if (x.shape.dims[i] == 1) {
                continue;
            }
            old[axes] = x.shape.dims[i];
            steps[axes++] = x.strides[i];
        }
        int[] strides = new int[dims.length];
        Arrays.fill(strides, 1);
        // Both shapes fall into groups of axes that cover the same elements; each old group must be free of gaps
        // inside.
        for (int i = 0, j = 0; i < axes && j < dims.length; ) {
            int oldEnd = i + 1, newEnd = j + 1, covered = old[i], wanted = dims[j];
            while (covered != wanted) {
                if (wanted < covered) {
                    wanted *= dims[newEnd++];
                } else {
                    covered *= old[oldEnd++];
                }
            }
            for (int k = i; k < oldEnd - 1; k++) {
                if (steps[k] != old[k + 1] * steps[k + 1]) {
                    return null;
                }
            }
            strides[newEnd - 1] = steps[oldEnd - 1];
            for (int k = newEnd - 1; k > j; k--) {
                strides[k - 1] = strides[k] * dims[k];
            }
            i = oldEnd;
            j = newEnd;
        }
        return strides;
    }

    /** The axes from one to another made one; without numbers all elements as a vector. A view if possible. */
    @Op
    static Tensor flatten(Tensor x, @Default("0") int startDim, @Default("-1") int endDim) {
        if (x.dim() == 0) {
            return reshape(x, 1);
        }
        int first = x.shape.axis("flatten", startDim), last = x.shape.axis("flatten", endDim);
        if (first > last) {
            throw new IllegalArgumentException(
                    say("tensor.views.first-axis-comes-after", "startDim", startDim, "endDim", endDim));
        }
        int[] dims = new int[x.dim() - (last - first)];
        for (int i = 0; i < first; i++) {
            dims[i] = x.shape.dims[i];
        }
        dims[first] = 1;
        for (int i = first; i <= last; i++) {
            dims[first] *= x.shape.dims[i];
        }
        for (int i = last + 1; i < x.dim(); i++) {
            dims[i - last + first] = x.shape.dims[i];
        }
        return reshape(x, dims);
    }

    /** An axis split into several, whose lengths multiply to its own; one may be −1. */
    @Op
    static Tensor unflatten(Tensor x, int axis, int... sizes) {
        int a = x.shape.axis("unflatten", axis);
        int[] inner = resolve("unflatten", Shape.of(x.shape.dims[a]), sizes).dims;
        int[] dims = new int[x.dim() - 1 + inner.length];
        System.arraycopy(x.shape.dims, 0, dims, 0, a);
        System.arraycopy(inner, 0, dims, a, inner.length);
        System.arraycopy(x.shape.dims, a + 1, dims, a + inner.length, x.dim() - a - 1);
        return reshape(x, dims);
    }

    // -------------------------------------------------------------------------------------------- axes of length 1

    /** Without axes of length 1; a view. */
    @Op
    static Tensor squeeze(Tensor x) {
        int[] dims = Arrays.stream(x.shape.dims).filter(d -> d != 1).toArray();
        return squeezed("SqueezeBackward0", x, dims);
    }

    /** Without the axis, if its length is 1; a view. */
    @Op
    static Tensor squeeze(Tensor x, int axis) {
        return squeeze("SqueezeBackward1", x, axis);
    }

    static Tensor squeeze(String gradName, Tensor x, int axis) {
        int a = x.shape.axis("squeeze", axis);
        if (x.dim() == 0 || x.shape.dims[a] != 1) {
            return squeezed(gradName, x, x.shape.dims);
        }
        return squeezed(gradName, x, Views.without(x.shape.dims, a));
    }

    private static Tensor squeezed(String gradName, Tensor x, int[] dims) {
        return reshaped("squeeze", gradName, x, Shape.of(dims));
    }

    /** With a new axis of length 1 at a place; a view. */
    @Op
    static Tensor unsqueeze(Tensor x, int axis) {
        int n = x.dim() + 1;
        if (axis < -n || axis >= n) {
            throw new IndexOutOfBoundsException(say(
                    "tensor.views.axis-out-range-new", "axis", axis, "shape", x.shape.text(), "n", -n, "n2", n - 1));
        }
        int a = axis < 0 ? axis + n : axis;
        int[] dims = Views.with(x.shape.dims, a, 1);
        int[] strides = Views.with(x.strides, a, a < x.dim() ? x.strides[a] * x.shape.dims[a] : 1);
        Tensor y = x.look(x.offset, Shape.owning(dims), strides);
        return Operation.of("UnsqueezeBackward0", y)
                .input(x, t -> unsqueeze(t, a), g -> squeeze(g, a))
                .result();
    }
}
