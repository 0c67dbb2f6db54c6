package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * The lengths of a tensor's axes; {@code torch.Size([3, 4])} in print.
 *
 * <p>Immutable, and shared by tensors of one shape. A number (0 axes) has the empty shape.
 */
public final class Shape implements Iterable<Integer> {
    static final Shape SCALAR = new Shape(new int[0]);

    final int[] dims;
    /** Steps of row-major storage without gaps; a tensor that holds this very array is contiguous. */
    final int[] strides;

    private final int numel;

    private Shape(int[] dims) {
        this.dims = dims;
        strides = new int[dims.length];
        long n = 1, step = 1;
        for (int i = dims.length - 1; i >= 0; i--) {
            strides[i] = (int) step;
            n *= dims[i];
            step *= Math.max(dims[i], 1);
            if (step > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(say("tensor.shape.shape-more-elements-than", "dims", text(dims)));
            }
        }
        numel = (int) n;
    }

    /**
     * The shape with these lengths.
     *
     * @param dims not modified
     * @throws IllegalArgumentException if a length is negative, or the product exceeds 2³¹ − 1
     */
    public static Shape of(int... dims) {
        for (int d : dims) {
            if (d < 0) {
                throw new IllegalArgumentException(
                        say("tensor.shape.shape-negative-length-whatever", "dims", text(dims), "d", d));
            }
        }
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    /** As {@link #of}, but keeps the array, which nobody may change afterwards. */
    static Shape owning(int... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims);
    }

    /** Length of an axis; negative axes count from the end. */
    public int get(int axis) {
        return dims[axis("shape", axis)];
    }

    /** Number of axes. */
    public int size() {
        return dims.length;
    }

    /** Number of elements: the product of the lengths. */
    public int numel() {
        return numel;
    }

    /** The lengths in a new array. */
    public int[] toArray() {
        return dims.clone();
    }

    /** Axis counted from the front, of one that may count from the end, for the operation named in the error. */
    int axis(String operation, int axis) {
        int n = Math.max(dims.length, 1);
        if (axis < -n || axis >= n) {
            throw new IndexOutOfBoundsException(say(
                    "tensor.shape.axis-out-range-tensor",
                    "operation",
                    operation,
                    "axis",
                    axis,
                    "dims",
                    text(dims),
                    "n",
                    -n,
                    "n2",
                    n - 1));
        }
        return axis < 0 ? axis + n : axis;
    }

    @Override
    public Iterator<Integer> iterator() {
        return IntStream.of(dims).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Shape shape && Arrays.equals(dims, shape.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    @Override
    public String toString() {
        return "torch.Size(" + Arrays.toString(dims) + ")";
    }

    /** Lengths as errors show them: {@code (3, 4)}, {@code (3,)}, {@code ()}. */
    public static String text(int... dims) {
        StringBuilder s = new StringBuilder("(");
        for (int i = 0; i < dims.length; i++) {
            s.append(i == 0 ? "" : ", ").append(dims[i]);
        }
        return s.append(dims.length == 1 ? ",)" : ")").toString();
    }

    public String text() {
        return text(dims);
    }
}
