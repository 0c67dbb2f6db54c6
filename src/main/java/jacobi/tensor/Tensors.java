package jacobi.tensor;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The functions of tensors, with PyTorch's names: what {@code torch.zeros(...)} is there is {@code zeros(...)} after
 * {@code import static jacobi.tensor.Tensors.*}.
 *
 * <p>Creation, joining and the tape's switches are here; functions of elements, reductions, random numbers and networks are inherited.
 */
public final class Tensors extends NeuralFunctions {
    private Tensors() {}

    // ------------------------------------------------------------------------------------------- of given numbers

    /** A 0-d tensor: a number, float32. */
    public static Tensor tensor(double value) {
        return Tensor.over(Storage.of(new float[] {(float) value}), Shape.SCALAR);
    }

    /** A 0-d tensor: a whole number, int64. */
    public static Tensor tensor(long value) {
        return Tensor.over(Storage.of(new long[] {value}), Shape.SCALAR);
    }

    /** A 0-d tensor: a truth value. */
    public static Tensor tensor(boolean value) {
        return Tensor.over(Storage.of(new boolean[] {value}), Shape.SCALAR);
    }

    /** A vector of fractions, float32. */
    public static Tensor tensor(double... values) {
        return Creation.of(values);
    }

    /** A vector of whole numbers, int64. */
    public static Tensor tensor(long... values) {
        return Creation.of(values);
    }

    /** A vector of truth values. */
    public static Tensor tensor(boolean... values) {
        return Creation.of(values);
    }

    /**
     * A copy of nested arrays or lists of numbers, of equal length on each level: float32 if any is a fraction, else int64, or bool.
     *
     * @throws IllegalArgumentException if the nesting is uneven, or an element is no number
     */
    public static Tensor tensor(Object data) {
        return Creation.of(data);
    }

    /** As {@link #tensor(Object)}, in a type. */
    public static Tensor tensor(Object data, DType type) {
        return Creation.of(data, type);
    }

    /** A tensor that lives in the given array (float[], double[], int[], long[] or boolean[]): changes of one are seen in the other. */
    public static Tensor fromArray(Object array, int... shape) {
        Storage storage = array instanceof float[] a
                ? Storage.of(a)
                : array instanceof double[] a
                        ? Storage.of(a)
                        : array instanceof long[] a
                                ? Storage.of(a)
                                : array instanceof int[] a
                                        ? Storage.of(a)
                                        : array instanceof boolean[] a ? Storage.of(a) : null;
        if (storage == null)
            throw new IllegalArgumentException("fromArray: needs a float[], double[], int[], long[] or boolean[]; "
                    + "tensor(...) copies anything nested");
        Shape of = shape.length == 0 ? Shape.of(storage.length) : Shape.of(shape);
        if (of.numel() != storage.length)
            throw new IllegalArgumentException(
                    "fromArray: " + storage.length + " elements do not fill shape " + of.text());
        return Tensor.over(storage, of);
    }

    // ------------------------------------------------------------------------------------------- of one number

    /** Zeros, float32. */
    public static Tensor zeros(int... shape) {
        return zeros(DType.float32, shape);
    }

    /** Zeros in a type. */
    public static Tensor zeros(DType type, int... shape) {
        return Tensor.empty(type, Shape.of(shape));
    }

    /** Zeros, float32. */
    public static Tensor zeros(Shape shape) {
        return Tensor.empty(DType.float32, shape);
    }

    /** Zeros in the shape and type of a tensor. */
    public static Tensor zerosLike(Tensor x) {
        return Tensor.empty(x.dtype(), x.shape);
    }

    /** Ones, float32. */
    public static Tensor ones(int... shape) {
        return ones(DType.float32, shape);
    }

    /** Ones in a type. */
    public static Tensor ones(DType type, int... shape) {
        return Creation.full(Shape.of(shape), Tensor.weak(1), type);
    }

    /** Ones, float32. */
    public static Tensor ones(Shape shape) {
        return Creation.full(shape, Tensor.weak(1), DType.float32);
    }

    /** Ones in the shape and type of a tensor. */
    public static Tensor onesLike(Tensor x) {
        return Creation.full(x.shape, Tensor.weak(1), x.dtype());
    }

    /** One number everywhere: int64 of a whole number, float32 of a fraction. */
    public static Tensor full(int[] shape, Number value) {
        Tensor number = Tensor.weak(value);
        return full(shape, value, number.dtype().isFloatingPoint() ? DType.float32 : DType.int64);
    }

    /** One number everywhere, in a type. */
    public static Tensor full(int[] shape, Number value, DType type) {
        return Creation.full(Shape.of(shape), Tensor.weak(value), type);
    }

    /** One number everywhere, in the shape and type of a tensor. */
    public static Tensor fullLike(Tensor x, Number value) {
        return Creation.full(x.shape, Tensor.weak(value), x.dtype());
    }

    /** Storage whose elements are not given yet (they are 0), float32. */
    public static Tensor empty(int... shape) {
        return zeros(shape);
    }

    /** The identity matrix of n rows, float32. */
    public static Tensor eye(int n) {
        return eye(n, n);
    }

    /** Ones on the main diagonal of a matrix of zeros, float32. */
    public static Tensor eye(int rows, int columns) {
        return eye(DType.float32, rows, columns);
    }

    /** Ones on the main diagonal of a matrix of zeros, in a type. */
    public static Tensor eye(DType type, int rows, int columns) {
        Tensor out = zeros(type, rows, columns);
        for (int i = 0; i < Math.min(rows, columns); i++) out.storage.setLong(i * columns + i, 1);
        return out;
    }

    // ------------------------------------------------------------------------------------------- ranges

    /** 0, 1, … below end; int64. */
    public static Tensor arange(long end) {
        return Creation.arange(0L, end, 1L, DType.int64);
    }

    /** 0, 1, … below end; float32. */
    public static Tensor arange(double end) {
        return Creation.arange(0, end, 1, DType.float32);
    }

    /** start, start + 1, … below end; int64. */
    public static Tensor arange(long start, long end) {
        return Creation.arange(start, end, 1L, DType.int64);
    }

    /** start, start + 1, … below end; float32. */
    public static Tensor arange(double start, double end) {
        return Creation.arange(start, end, 1, DType.float32);
    }

    /** start, start + step, … up to but without end; int64. */
    public static Tensor arange(long start, long end, long step) {
        return Creation.arange(start, end, step, DType.int64);
    }

    /** start, start + step, … up to but without end; float32. */
    public static Tensor arange(double start, double end, double step) {
        return Creation.arange(start, end, step, DType.float32);
    }

    /** 0, 1, … below end in a type. */
    public static Tensor arange(double end, DType type) {
        return Creation.arange(0, end, 1, type);
    }

    /** start, start + 1, … below end in a type. */
    public static Tensor arange(double start, double end, DType type) {
        return Creation.arange(start, end, 1, type);
    }

    /** start, start + step, … up to but without end, in a type. */
    public static Tensor arange(double start, double end, double step, DType type) {
        return Creation.arange(start, end, step, type);
    }

    /** So many numbers from start to end, both included, at equal distances; float32. */
    public static Tensor linspace(double start, double end, int steps) {
        return linspace(start, end, steps, DType.float32);
    }

    /** So many numbers from start to end, both included, at equal distances, in a type. */
    public static Tensor linspace(double start, double end, int steps, DType type) {
        return Creation.linspace(start, end, steps, type);
    }

    /** 10 to the powers of {@code linspace(start, end, steps)}; float32. */
    public static Tensor logspace(double start, double end, int steps) {
        return pow(10, linspace(start, end, steps, DType.float64)).to(DType.float32);
    }

    /** For vectors of coordinates, the grids of first, second, … coordinates of all their combinations. */
    public static List<Tensor> meshgrid(Tensor... axes) {
        int[] dims = new int[axes.length];
        for (int i = 0; i < axes.length; i++) dims[i] = axes[i].numel();
        List<Tensor> grids = new java.util.ArrayList<>();
        for (int i = 0; i < axes.length; i++) {
            int[] line = new int[axes.length];
            java.util.Arrays.fill(line, 1);
            line[i] = dims[i];
            grids.add(axes[i].reshape(line).expand(dims));
        }
        return grids;
    }

    // ------------------------------------------------------------------------------------------- joining

    /** Tensors one behind the other along the first axis. */
    public static Tensor cat(Collection<Tensor> tensors) {
        return cat(tensors, 0);
    }

    /** Tensors one behind the other along an axis; their other axes must agree. */
    public static Tensor cat(Collection<Tensor> tensors, int axis) {
        return Joins.cat(tensors.toArray(new Tensor[0]), axis);
    }

    /** Tensors of one shape along a new first axis. */
    public static Tensor stack(Collection<Tensor> tensors) {
        return stack(tensors, 0);
    }

    /** Tensors of one shape along a new axis. */
    public static Tensor stack(Collection<Tensor> tensors, int axis) {
        return Joins.stack(tensors.toArray(new Tensor[0]), axis);
    }

    /** Pieces of one length along an axis; views. */
    public static List<Tensor> split(Tensor x, int length, int axis) {
        return x.split(length, axis);
    }

    /** At most so many pieces of equal length along an axis; views. */
    public static List<Tensor> chunk(Tensor x, int count, int axis) {
        return x.chunk(count, axis);
    }

    // ------------------------------------------------------------------------------------------- choosing

    /** The whole axis: Python's {@code :}. */
    public static Slice slice() {
        return Slice.ALL;
    }

    /** Places from start to before stop: Python's {@code start:stop}; null leaves a bound out. */
    public static Slice slice(Integer start, Integer stop) {
        return new Slice(start, stop, null);
    }

    /** Every step-th place from start to before stop: Python's {@code start:stop:step}; null leaves a bound out. */
    public static Slice slice(Integer start, Integer stop, Integer step) {
        return new Slice(start, stop, step);
    }

    /** Elements of a where the condition holds, else of b; all broadcast. */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return Selection.where(condition, a, b);
    }

    /** Elements of a where the condition holds, else a number. */
    public static Tensor where(Tensor condition, Tensor a, Number b) {
        return Selection.where(condition, a, Tensor.weak(b));
    }

    /** A number where the condition holds, else elements of b. */
    public static Tensor where(Tensor condition, Number a, Tensor b) {
        return Selection.where(condition, Tensor.weak(a), b);
    }

    /** One number where the condition holds, else another. */
    public static Tensor where(Tensor condition, Number a, Number b) {
        return Selection.where(condition, Tensor.weak(a), Tensor.weak(b));
    }

    /** For each class number a row of zeros with a 1 in its place; as many columns as classes occur. */
    public static Tensor oneHot(Tensor classes) {
        return Selection.oneHot(classes, -1);
    }

    /** For each class number a row of zeros, one for each of {@code count} classes, with a 1 in its place. */
    public static Tensor oneHot(Tensor classes, int count) {
        return Selection.oneHot(classes, count);
    }

    // ------------------------------------------------------------------------------------------- into existing storage

    /** Sum, written into a tensor of the result's shape and type instead of new storage; not recorded for gradients. */
    public static Tensor add(Tensor a, Tensor b, Tensor out) {
        return Results.into(BinaryOp.ADD, a, b, out);
    }

    /** Difference, written into existing storage; not recorded for gradients. */
    public static Tensor sub(Tensor a, Tensor b, Tensor out) {
        return Results.into(BinaryOp.SUB, a, b, out);
    }

    /** Product element by element, written into existing storage; not recorded for gradients. */
    public static Tensor mul(Tensor a, Tensor b, Tensor out) {
        return Results.into(BinaryOp.MUL, a, b, out);
    }

    /** Quotient, written into existing storage; not recorded for gradients. */
    public static Tensor div(Tensor a, Tensor b, Tensor out) {
        return Results.into(BinaryOp.DIV, a, b, out);
    }

    /** Product of two matrices, written into existing storage; not recorded for gradients. */
    public static Tensor mm(Tensor a, Tensor b, Tensor out) {
        return Products.mmInto(a, b, out);
    }

    // ------------------------------------------------------------------------------------------- the tape

    /** Switches recording off until the result is closed. */
    public static GradMode noGrad() {
        return GradMode.set(false);
    }

    /** Runs some work without recording it for gradients. */
    public static void noGrad(Runnable work) {
        try (GradMode off = GradMode.set(false)) {
            work.run();
        }
    }

    /** Computes a value without recording how. */
    public static <T> T noGrad(Supplier<T> work) {
        try (GradMode off = GradMode.set(false)) {
            return work.get();
        }
    }

    /** Runs some work with recording on, inside a stretch where it is off. */
    public static void enableGrad(Runnable work) {
        try (GradMode on = GradMode.set(true)) {
            work.run();
        }
    }

    /** Whether operations are recorded for gradients. */
    public static boolean isGradEnabled() {
        return GradMode.isEnabled();
    }

    // ------------------------------------------------------------------------------------------- printing

    /** Says how tensors are printed from now on: {@code setPrintoptions(PrintOptions.DEFAULT.withPrecision(2))}. */
    public static void setPrintoptions(PrintOptions options) {
        PrintOptions.use(options);
    }

    /** Says how many digits after the point are printed from now on. */
    public static void setPrintoptions(int precision) {
        PrintOptions.use(PrintOptions.current().withPrecision(precision));
    }

    /** Chooses PyTorch's "default", "short" (2 digits, 2 elements at the ends) or "full" (no summaries) way of printing. */
    public static void setPrintoptions(String profile) {
        PrintOptions.use(
                switch (profile) {
                    case "default" -> PrintOptions.DEFAULT;
                    case "short" -> PrintOptions.DEFAULT.withPrecision(2).withEdgeitems(2);
                    case "full" -> PrintOptions.DEFAULT.withThreshold(Integer.MAX_VALUE);
                    default ->
                        throw new IllegalArgumentException(
                                "setPrintoptions: profiles are \"default\", \"short\" and \"full\", got \"" + profile
                                        + "\"");
                });
    }
}
