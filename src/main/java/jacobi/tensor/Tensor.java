package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * An n-dimensional array of numbers, as PyTorch's: a view of some storage with a type, a shape and, if wanted, a
 * gradient.
 *
 * <p>Operations, such as {@code x.exp()} and {@code x.sum(1)}, are each defined once, by a static method marked {@link
 * jacobi.operation.Op} with the gradient beside it, in {@code Functions}, {@code Operators}, {@code Sums}, {@code
 * Views} and their neighbours; the build writes their methods into {@link TensorMethods} and their functions for {@link
 * Tensors}. Slices, reshapes and transposes share storage with the tensor they were taken from. Methods ending in
 * {@code _} change the tensor in place and return it; all others leave it alone.
 *
 * <p>Tensors may be read by several threads at once. Changing one in place, and running backward over one graph, is for
 * one thread at a time.
 */
public sealed class Tensor implements TensorMethods, TensorIndexing, TensorAutograd, TensorConversion, Iterable<Tensor>
        permits Parameter {
    final Storage storage;
    final int offset;
    final Shape shape;
    /**
     * Step in the storage along each axis; the very array {@code shape.strides} if the elements lie in row-major order
     * without gaps.
     */
    final int[] strides;

    /** A Java number taking part in an operation; it bends to the types of tensors. */
    final boolean weak;

    /** The tensor this one is a view of (never itself a view), or null. */
    final Tensor viewOf;

    /** What gradients know of this tensor, null while that is nothing; read and written through {@link Tape}. */
    GradientHistory history;

    Tensor(Storage storage, int offset, Shape shape, int[] strides, Tensor viewOf, boolean weak) {
        this.storage = storage;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides == shape.strides || isRowMajor(shape, strides) ? shape.strides : strides;
        this.viewOf = viewOf;
        this.weak = weak;
        if (viewOf != null && viewOf.history != null && viewOf.history.rewrites > 0) {
            Tape.history(this).rewritesSeen = viewOf.history.rewrites;
        }
    }

    private static boolean isRowMajor(Shape shape, int[] strides) {
        int[] dims = shape.dims;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] != 1 && strides[i] != shape.strides[i]) {
                return shape.numel() == 0;
            }
        }
        return true;
    }

    /** A tensor over the whole of a new storage. */
    static Tensor over(Storage storage, Shape shape) {
        return new Tensor(storage, 0, shape, shape.strides, null, false);
    }

    /** A contiguous tensor whose elements are all 0 yet. */
    static Tensor empty(DType dtype, Shape shape) {
        return over(Storage.zeros(dtype, shape.numel()), shape);
    }

    /** A 0-d operand made of a Java number: integers int64, anything else float64, both weak. */
    static Tensor weak(Number value) {
        Storage storage = value instanceof Integer
                        || value instanceof Long
                        || value instanceof Short
                        || value instanceof Byte
                        || value instanceof java.math.BigInteger
                ? Storage.of(new long[] {value.longValue()})
                : Storage.of(new double[] {value.doubleValue()});
        return new Tensor(storage, 0, Shape.SCALAR, Shape.SCALAR.strides, null, true);
    }

    /** Another look at this tensor's storage; the tape is the caller's business. */
    Tensor look(int offset, Shape shape, int[] strides) {
        return new Tensor(storage, offset, shape, strides, viewOf == null ? this : viewOf, false);
    }

    /** Type of the elements. */
    public DType dtype() {
        return storage.dtype;
    }

    /** Lengths of the axes. */
    public Shape shape() {
        return shape;
    }

    /** Length of an axis; negative axes count from the end. */
    public int size(int axis) {
        if (shape.dims.length == 0) {
            throw new IndexOutOfBoundsException(say("tensor.tensor.tensor-no-axes-holds"));
        }
        return shape.dims[shape.axis("size", axis)];
    }

    /** Number of axes: 0 of a number, 1 of a vector, 2 of a matrix. */
    public int dim() {
        return shape.dims.length;
    }

    /** Number of elements. */
    public int numel() {
        return shape.numel();
    }

    /**
     * Length of the first axis, as Python's {@code len}.
     *
     * @throws IllegalArgumentException if the tensor has no axes
     */
    public int length() {
        if (shape.dims.length == 0) {
            throw new IllegalArgumentException(say("tensor.tensor.length-tensor-number-use"));
        }
        return shape.dims[0];
    }

    /** Steps in the storage along each axis, in a new array. */
    public int[] stride() {
        return strides.clone();
    }

    /** Where in the storage the first element is. */
    public int storageOffset() {
        return offset;
    }

    /** Whether elements lie in row-major order without gaps. */
    public boolean isContiguous() {
        return strides == shape.strides;
    }

    /** Whether this tensor looks at the same storage as another: changing one in place may change the other. */
    public boolean sharesStorage(Tensor other) {
        return storage.array == other.storage.array;
    }

    /**
     * Step with which contiguous elements of shape {@code target} meet this operand's: 1, 0 for one number, −1 if not
     * even.
     */
    int evenStep(Shape target) {
        if (shape.numel() == 1) {
            return 0;
        }
        return isContiguous() && (shape == target || shape.equals(target)) ? 1 : -1;
    }

    /** A copy with storage of its own; gradients pass through it. */
    @Override
    public Tensor clone() {
        return Casting.copy(this);
    }

    /** Walks over the first axis; each element is a view. */
    @Override
    public Iterator<Tensor> iterator() {
        if (shape.dims.length == 0) {
            throw new IllegalArgumentException(say("tensor.tensor.iteration-over-tensor-number"));
        }
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < shape.dims[0];
            }

            @Override
            public Tensor next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return Views.select(Tensor.this, 0, next++);
            }
        };
    }

    /** PyTorch's print, to the character. */
    @Override
    public String toString() {
        return TensorPrinter.print(this);
    }
}
