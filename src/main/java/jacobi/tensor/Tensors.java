package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.List;
import java.util.function.Supplier;

/**
 * The functions of tensors, with PyTorch's names: what {@code torch.zeros(...)} is there is {@code zeros(...)} after
 * {@code import static jacobi.tensor.Tensors.*}.
 *
 * <p>Tensors of given numbers, ranges and the tape's switches are here; the functions that are operations are
 * inherited: the build writes them from their definitions (see {@link jacobi.operation.Op}).
 */
public final class Tensors extends TensorFunctions {
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
     * A copy of nested arrays or lists of numbers, of equal length on each level: float32 if any is a fraction, else
     * int64, or bool.
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

    /**
     * A tensor that lives in the given array (float[], double[], int[], long[] or boolean[]): changes of one are seen
     * in the other. Of a byte[] it is a copy as int32, of numbers from 0 to 255.
     */
    public static Tensor fromArray(Object array, int... shape) {
        if (array instanceof byte[] bytes) {
            // Pixels and the like: what a byte holds is a number from 0 to 255, and no type here has a byte.
            int[] wide = new int[bytes.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = bytes[i] & 0xff;
            }
            return fromArray(wide, shape);
        }
        Storage storage = array instanceof float[] a
                ? Storage.of(a)
                : array instanceof double[] a
                        ? Storage.of(a)
                        : array instanceof long[] a
                                ? Storage.of(a)
                                : array instanceof int[] a
                                        ? Storage.of(a)
                                        : array instanceof boolean[] a ? Storage.of(a) : null;
        if (storage == null) {
            throw new IllegalArgumentException(say("tensor.tensors.needs-float-double-int"));
        }
        Shape of = shape.length == 0 ? Shape.of(storage.length) : Shape.of(shape);
        if (of.numel() != storage.length) {
            throw new IllegalArgumentException(
                    say("tensor.tensors.elements-do-not-fill", "length", storage.length, "of", of.text()));
        }
        return Tensor.over(storage, of);
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

    /** For vectors of coordinates, the grids of first, second, … coordinates of all their combinations. */
    public static List<Tensor> meshgrid(Tensor... axes) {
        int[] dims = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            dims[i] = axes[i].numel();
        }
        List<Tensor> grids = new java.util.ArrayList<>();
        for (int i = 0; i < axes.length; i++) {
            int[] line = new int[axes.length];
            java.util.Arrays.fill(line, 1);
            line[i] = dims[i];
            grids.add(axes[i].reshape(line).expand(dims));
        }
        return grids;
    }

    /**
     * Grids of the coordinates of all combinations.
     *
     * @param indexing "ij", where the first vector runs along the first axis, or "xy", where it runs along the second,
     * as figures want it
     */
    public static List<Tensor> meshgrid(@jacobi.operation.Default("\"ij\"") String indexing, Tensor... axes) {
        if (!indexing.equals("ij") && !indexing.equals("xy")) {
            throw new IllegalArgumentException(say("tensor.tensors.indexing-ij-xy-got", "indexing", indexing));
        }
        List<Tensor> grids = meshgrid(axes);
        return indexing.equals("ij") || axes.length < 2
                ? grids
                : grids.stream().map(grid -> grid.transpose(0, 1)).toList();
    }

    /** Begins the standard generator at a seed, so that the same random numbers come again. */
    public static Generator manualSeed(long seed) {
        return Generator.standard().manualSeed(seed);
    }

    // ------------------------------------------------------------------------------------------- slices

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

    /**
     * Chooses PyTorch's "default", "short" (2 digits, 2 elements at the ends) or "full" (no summaries) way of printing.
     */
    public static void setPrintoptions(String profile) {
        PrintOptions.use(
                switch (profile) {
                    case "default" -> PrintOptions.DEFAULT;
                    case "short" -> PrintOptions.DEFAULT.withPrecision(2).withEdgeitems(2);
                    case "full" -> PrintOptions.DEFAULT.withThreshold(Integer.MAX_VALUE);
                    default ->
                        throw new IllegalArgumentException(
                                say("tensor.tensors.profiles-default-short-full", "profile", profile));
                });
    }
}
