package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.operation.Op;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;

/** Tensors made of Java's numbers, arrays and lists. */
final class Creation {
    private Creation() {}

    /**
     * A copy of nested arrays or lists: float32 if any element is a fraction, else int64, or bool.
     *
     * @throws IllegalArgumentException if lengths differ on one level, or an element is no number
     */
    static Tensor of(Object data) {
        return of(data, null);
    }

    /** As {@link #of(Object)}, in a type of the caller's choice if not null. */
    static Tensor of(Object data, DType type) {
        if (data instanceof Tensor x) {
            Tensor copy = Loops.fresh(x);
            return type == null ? copy : Loops.cast(copy, type);
        }
        int[] dims = new int[32];
        int depth = 0;
        for (Object level = data; isNested(level); level = length(level) == 0 ? null : element(level, 0)) {
            dims[depth++] = length(level);
        }
        if (element(data, dims, depth) instanceof Tensor t) {
            for (int d : t.shape.dims) {
                dims[depth++] = d;
            }
        }
        Shape shape = Shape.of(java.util.Arrays.copyOf(dims, depth));
        DType target = type != null ? type : kind(data, DType.bool, new boolean[1]);
        Tensor out = Tensor.empty(target, shape);
        fill(data, shape, 0, 0, out);
        return out;
    }

    /** The first innermost element, or null if there is none. */
    private static Object element(Object data, int[] dims, int depth) {
        Object e = data;
        for (int i = 0; i < depth; i++) {
            if (dims[i] == 0) {
                return null;
            }
            e = element(e, 0);
        }
        return e;
    }

    private static boolean isNested(Object data) {
        return data != null && (data.getClass().isArray() || data instanceof Collection);
    }

    private static int length(Object nested) {
        return nested instanceof Collection<?> c ? c.size() : Array.getLength(nested);
    }

    private static Object element(Object nested, int i) {
        if (nested instanceof List<?> list) {
            return list.get(i);
        }
        if (nested instanceof Collection<?> c) {
            return c.toArray()[i];
        }
        return Array.get(nested, i);
    }

    /** The type that holds all elements; without any, float32. */
    private static DType kind(Object data, DType sofar, boolean[] found) {
        DType type = kindOf(data, sofar, found);
        return found[0] ? type : DType.float32;
    }

    private static DType kindOf(Object data, DType sofar, boolean[] found) {
        if (data instanceof double[] || data instanceof float[]) {
            found[0] |= length(data) > 0;
            return DType.float32;
        }
        if (data instanceof long[] || data instanceof int[] || data instanceof short[] || data instanceof byte[]) {
            found[0] |= length(data) > 0;
            return DType.promote(sofar, DType.int64);
        }
        if (isNested(data)) {
            DType type = sofar;
            for (int i = 0, n = length(data); i < n; i++) {
                type = kindOf(element(data, i), type, found);
            }
            return type;
        }
        found[0] = true;
        if (data instanceof Boolean) {
            return sofar;
        }
        if (data instanceof Tensor t) {
            return DType.promote(sofar, t.dtype());
        }
        if (data instanceof Integer || data instanceof Long || data instanceof Short || data instanceof Byte) {
            return DType.promote(sofar, DType.int64);
        }
        if (data instanceof Number) {
            return DType.promote(sofar, DType.float32);
        }
        throw new IllegalArgumentException(
                data == null
                        ? say("tensor.creation.element-no-number", "value", "null")
                        : say(
                                "tensor.creation.element-of-type",
                                "data",
                                data.getClass().getSimpleName(),
                                "data2",
                                data));
    }

    /** Writes nested data of one level on into out, starting at element {@code at}; returns where the next begins. */
    private static int fill(Object data, Shape shape, int level, int at, Tensor out) {
        if (level == shape.dims.length) {
            write(data, at, out.storage);
            return at + 1;
        }
        if (data instanceof Tensor t) {
            if (!java.util.Arrays.equals(
                    t.shape.dims, java.util.Arrays.copyOfRange(shape.dims, level, shape.dims.length))) {
                throw ragged(shape, level, t.shape.text());
            }
            Loops.copy(t, new Tensor(out.storage, at, t.shape, t.shape.strides, null, false));
            return at + t.numel();
        }
        if (!isNested(data)) {
            throw ragged(shape, level, say("tensor.creation.single-number"));
        }
        int n = length(data);
        if (n != shape.dims[level]) {
            throw ragged(shape, level, say("tensor.creation.elements", "n", n));
        }
        if (level == shape.dims.length - 1) {
            if (data instanceof double[] values) {
                for (int i = 0; i < n; i++) {
                    out.storage.setDouble(at + i, values[i]);
                }
                return at + n;
            }
            if (data instanceof float[] values) {
                for (int i = 0; i < n; i++) {
                    out.storage.setDouble(at + i, values[i]);
                }
                return at + n;
            }
            if (data instanceof long[] values) {
                for (int i = 0; i < n; i++) {
                    out.storage.setLong(at + i, values[i]);
                }
                return at + n;
            }
            if (data instanceof int[] values) {
                for (int i = 0; i < n; i++) {
                    out.storage.setLong(at + i, values[i]);
                }
                return at + n;
            }
        }
        Object[] items = data instanceof Collection<?> c ? c.toArray() : null;
        for (int i = 0; i < n; i++) {
            at = fill(items != null ? items[i] : Array.get(data, i), shape, level + 1, at, out);
        }
        return at;
    }

    private static IllegalArgumentException ragged(Shape shape, int level, String found) {
        return new IllegalArgumentException(say(
                "tensor.creation.nesting-uneven-level-first",
                "level",
                level,
                "dims",
                level < shape.dims.length ? shape.dims[level] : 0,
                "found",
                found));
    }

    private static void write(Object value, int at, Storage out) {
        if (value instanceof Boolean b) {
            out.setLong(at, b ? 1 : 0);
        } else if (value instanceof Tensor t) {
            Loops.copy(t, new Tensor(out, at, t.shape, t.shape.strides, null, false));
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            out.setLong(at, ((Number) value).longValue());
        } else if (value instanceof Number n) {
            out.setDouble(at, n.doubleValue());
        } else if (isNested(value)) {
            throw new IllegalArgumentException(
                    say("tensor.creation.nesting-uneven-some-elements", "value", length(value)));
        } else {
            throw new IllegalArgumentException(say("tensor.creation.element-no-number", "value", value));
        }
    }

    // ------------------------------------------------------------------------------------------- of one number

    /** Zeros. */
    @Op(method = false)
    static Tensor zeros(@Default("DType.float32") DType dtype, int... size) {
        return Tensor.empty(dtype, Shape.of(size));
    }

    /** Zeros in the shape and type of a tensor. */
    @Op(method = false)
    static Tensor zerosLike(Tensor x) {
        return Tensor.empty(x.dtype(), x.shape);
    }

    /** Ones. */
    @Op(method = false)
    static Tensor ones(@Default("DType.float32") DType dtype, int... size) {
        return full(Shape.of(size), Tensor.weak(1), dtype);
    }

    /** Ones in the shape and type of a tensor. */
    @Op(method = false)
    static Tensor onesLike(Tensor x) {
        return full(x.shape, Tensor.weak(1), x.dtype());
    }

    /** One number everywhere: int64 of a whole number, float32 of a fraction. */
    @Op(method = false)
    static Tensor full(int[] size, @Also("value") Number fillValue) {
        return full(size, fillValue, Tensor.weak(fillValue).dtype().isFloatingPoint() ? DType.float32 : DType.int64);
    }

    /** One number everywhere, in a type. */
    @Op(method = false)
    static Tensor full(int[] size, @Also("value") Number fillValue, DType dtype) {
        return full(Shape.of(size), Tensor.weak(fillValue), dtype);
    }

    /** One number everywhere, in the shape and type of a tensor. */
    @Op(method = false)
    static Tensor fullLike(Tensor x, @Also("value") Number fillValue) {
        return full(x.shape, Tensor.weak(fillValue), x.dtype());
    }

    /** Storage whose elements are not given yet; they are 0. */
    @Op(method = false)
    static Tensor empty(@Default("DType.float32") DType dtype, int... size) {
        return zeros(dtype, size);
    }

    /** The identity matrix of n rows, float32. */
    @Op(method = false)
    static Tensor eye(int n) {
        return eye(DType.float32, n, n);
    }

    /** Ones on the main diagonal of a matrix of zeros. */
    @Op(method = false)
    static Tensor eye(@Default("DType.float32") DType dtype, int n, int m) {
        Tensor out = zeros(dtype, n, m);
        for (int i = 0; i < Math.min(n, m); i++) {
            out.storage.setLong(i * m + i, 1);
        }
        return out;
    }

    static Tensor full(Shape shape, Tensor value, DType type) {
        Tensor out = Tensor.empty(type, shape);
        Loops.copy(value, out);
        return out;
    }

    /** start, start + step, … up to but without end. */
    static Tensor arange(double start, double end, double step, DType type) {
        if (step == 0 || Double.isNaN(step)) {
            throw new IllegalArgumentException(say("tensor.creation.step-not"));
        }
        if ((end - start) / step < 0) {
            throw new IllegalArgumentException(
                    say("tensor.creation.from-step-goes-wrong", "start", start, "end", end, "step", step));
        }
        int n = Math.toIntExact((long) Math.ceil((end - start) / step));
        Tensor out = Tensor.empty(type, Shape.of(n));
        switch (type) {
            case float32 -> {
                float[] numbers = out.storage.floats();
                for (int i = 0; i < n; i++) {
                    numbers[i] = (float) (start + i * step);
                }
            }
            case float64 -> {
                double[] numbers = out.storage.doubles();
                for (int i = 0; i < n; i++) {
                    numbers[i] = start + i * step;
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    out.storage.setDouble(i, start + i * step);
                }
            }
        }
        return out;
    }

    static Tensor arange(long start, long end, long step, DType type) {
        if (step == 0) {
            throw new IllegalArgumentException(say("tensor.creation.step-not"));
        }
        if (end != start && end > start != step > 0) {
            throw new IllegalArgumentException(
                    say("tensor.creation.from-step-goes-wrong", "start", start, "end", end, "step", step));
        }
        int n = Math.toIntExact((Math.abs(end - start) + Math.abs(step) - 1) / Math.abs(step));
        Tensor out = Tensor.empty(type, Shape.of(n));
        if (type == DType.int64) {
            // Steps added up: 1M numbers take half the time of products.
            long[] numbers = out.storage.longs();
            long next = start;
            for (int i = 0; i < n; i++, next += step) {
                numbers[i] = next;
            }
            return out;
        }
        for (int i = 0; i < n; i++) {
            out.storage.setLong(i, start + i * step);
        }
        return out;
    }

    /** So many numbers from start to end, both included, at equal distances. */
    @Op(method = false)
    static Tensor linspace(double start, double end, int steps, @Default("DType.float32") DType dtype) {
        if (steps < 0) {
            throw new IllegalArgumentException(say("tensor.creation.number-steps-negative", "steps", steps));
        }
        Tensor out = Tensor.empty(dtype, Shape.of(steps));
        double distance = steps > 1 ? (end - start) / (steps - 1) : 0;
        // From both ends, so that the last is the end exactly.
        for (int i = 0; i < steps; i++) {
            out.storage.setDouble(
                    i, i < steps / 2 || steps == 1 ? start + i * distance : end - (steps - 1 - i) * distance);
        }
        return out;
    }

    /** 10 to the powers of {@code linspace(start, end, steps)}; float32. */
    @Op(method = false)
    static Tensor logspace(double start, double end, int steps) {
        return Operators.pow(Tensor.weak(10), linspace(start, end, steps, DType.float64))
                .to(DType.float32);
    }
}
