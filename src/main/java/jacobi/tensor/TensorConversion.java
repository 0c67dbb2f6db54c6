package jacobi.tensor;

import static jacobi.language.Say.say;

/** A {@link Tensor} as numbers and arrays of Java, and in other types. */
public sealed interface TensorConversion permits Tensor {
    /** The values in another type; the tensor itself if it has that type already. */
    default Tensor to(DType type) {
        return Casting.to(self(), type);
    }

    /** As {@link #to}; PyTorch's older word. */
    default Tensor type(DType type) {
        return to(type);
    }

    /** As float32. */
    default Tensor toFloat32() {
        return to(DType.float32);
    }

    /** As float64. */
    default Tensor toFloat64() {
        return to(DType.float64);
    }

    /** The tensor itself if its elements lie in row-major order without gaps, else a copy that does. */
    default Tensor contiguous() {
        return Casting.contiguous(self());
    }

    /**
     * The only element as a Java number: Double of fractions, Long of integers. Of a truth value 1 or 0, as Java's
     * numbers know no truth; {@link #isTrue} gives the boolean.
     *
     * @throws IllegalStateException if there is not exactly one element
     */
    default Number item() {
        Tensor x = requireOne("item");
        return x.dtype().isFloatingPoint()
                ? (Number) x.storage.getDouble(x.offset)
                : (Number) x.storage.getLong(x.offset);
    }

    /** The only element as a double. */
    default double toDouble() {
        Tensor x = requireOne("toDouble");
        return x.storage.getDouble(x.offset);
    }

    /** The only element as a float. */
    default float toFloat() {
        return (float) toDouble();
    }

    /** The only element as an int; what follows the point is lost. */
    default int toInt() {
        return (int) toLong();
    }

    /** The only element as a long; what follows the point is lost. */
    default long toLong() {
        Tensor x = requireOne("toLong");
        return x.storage.getLong(x.offset);
    }

    /**
     * Whether the only element is other than 0, as a condition in {@code if} needs it.
     *
     * @throws IllegalStateException if there is not exactly one element
     */
    default boolean isTrue() {
        Tensor x = self();
        if (x.numel() != 1) {
            throw new IllegalStateException(
                    x.numel() == 0
                            ? say("tensor.tensorConversion.truth-of-no-element", "shape", x.shape.text())
                            : say("tensor.tensorConversion.truth-of-several-elements", "shape", x.shape.text()));
        }
        return x.storage.getDouble(x.offset) != 0;
    }

    private Tensor requireOne(String operation) {
        Tensor x = self();
        if (x.numel() != 1) {
            throw new IllegalStateException(say(
                    "tensor.tensorConversion.tensor-shape-elements-only",
                    "operation",
                    operation,
                    "shape",
                    x.shape.text(),
                    "numel",
                    x.numel()));
        }
        return x;
    }

    /** All elements in row-major order, in a new array. */
    default double[] toDoubleArray() {
        Tensor x = Loops.contiguous(Loops.cast(self(), DType.float64));
        return x.storage.copy(x.offset, x.numel()).doubles();
    }

    /** All elements in row-major order as floats, in a new array. */
    default float[] toFloatArray() {
        Tensor x = Loops.contiguous(Loops.cast(self(), DType.float32));
        return x.storage.copy(x.offset, x.numel()).floats();
    }

    /** All elements in row-major order as longs, in a new array; what follows the point is lost. */
    default long[] toLongArray() {
        Tensor x = Loops.contiguous(Loops.cast(self(), DType.int64));
        return x.storage.copy(x.offset, x.numel()).longs();
    }

    /** All elements in row-major order as ints, in a new array; what follows the point is lost. */
    default int[] toIntArray() {
        Tensor x = Loops.contiguous(Loops.cast(self(), DType.int32));
        return x.storage.copy(x.offset, x.numel()).ints();
    }

    /** Whether each element is other than 0, in row-major order, in a new array. */
    default boolean[] toBooleanArray() {
        Tensor x = Loops.contiguous(Loops.cast(self(), DType.bool));
        return x.storage.copy(x.offset, x.numel()).booleans();
    }

    /** The elements as nested lists of Double, Long or Boolean; of a 0-d tensor the number itself. */
    default Object tolist() {
        Tensor x = self();
        if (x.dim() > 0) {
            java.util.List<Object> list = new java.util.ArrayList<>();
            for (Tensor part : x) {
                list.add(part.tolist());
            }
            return list;
        }
        return x.dtype() == DType.bool ? (Object) (x.storage.getLong(x.offset) != 0) : item();
    }

    /**
     * The array the elements live in: float[], double[], int[], long[] or boolean[] by type. Changing it changes the
     * tensor.
     *
     * @throws IllegalStateException if gradients are recorded, or if the tensor shows only part of the array or in
     * another order
     */
    default Object array() {
        Tensor x = self();
        if (Tape.requiresGrad(x)) {
            throw new IllegalStateException(say("tensor.tensorConversion.tensor-requires-grad-writing"));
        }
        if (!x.isContiguous() || x.offset != 0 || x.storage.length != x.numel()) {
            throw new IllegalStateException(say("tensor.tensorConversion.tensor-view-part-its"));
        }
        return x.storage.array;
    }

    /** The elements of a matrix, row by row, in new arrays. */
    default double[][] toArray2d() {
        Tensor x = self();
        if (x.dim() != 2) {
            throw new IllegalArgumentException(
                    say("tensor.tensorConversion.needs-matrix-got-shape", "shape", x.shape.text()));
        }
        double[] flat = x.toDoubleArray();
        double[][] rows = new double[x.size(0)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = java.util.Arrays.copyOfRange(flat, i * x.size(1), (i + 1) * x.size(1));
        }
        return rows;
    }

    /**
     * The tensor itself, as NumPy's arrays are here: PyTorch's {@code x.numpy()} may stand where figures want numbers.
     *
     * @throws IllegalStateException if it requires grad, as in PyTorch
     */
    default Tensor numpy() {
        if (Tape.requiresGrad(self())) {
            throw new IllegalStateException(say("tensor.tensorConversion.tensor-requires-grad-use"));
        }
        return self();
    }

    /** Where the tensor is computed: the processor. */
    default Device device() {
        return Device.CPU;
    }

    /** The tensor itself, on the one device there is; another is refused. */
    default Tensor to(Device device) {
        device.require();
        return self();
    }

    /** The tensor itself: it is the processor's already. */
    default Tensor cpu() {
        return self();
    }

    /** Refused, for there is no graphics processor; {@code to(tryGpu())} works everywhere. */
    default Tensor cuda() {
        return to(new Device("cuda", 0));
    }

    /** As {@link Tensor#dim()}. */
    default int ndim() {
        return self().dim();
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
