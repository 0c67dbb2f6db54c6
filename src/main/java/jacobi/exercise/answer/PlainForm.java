package jacobi.exercise.answer;

import jacobi.frame.DataFrame;
import jacobi.frame.Series;
import jacobi.plot.Figure;
import jacobi.plot.axis.Span;
import jacobi.tensor.DType;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Turns values into {@link Plain} data, and numbers back into tensors: one meaning, whatever held it. */
public final class PlainForm {
    /** More is no answer of a student's, and would fill the memory of who compares it. */
    private static final int MOST_NUMBERS = 5_000_000;

    private static final int DEEPEST = 32;

    private static final List<Class<?>> STREAMS =
            List.of(IntStream.class, LongStream.class, DoubleStream.class, Stream.class, BaseStream.class);

    private PlainForm() {}

    /** The value as plain data; {@link Plain.Other} for what is neither numbers nor texts nor a figure. */
    public static Plain of(Object handed) {
        Object value = unwrapped(handed);
        String type = type(value);
        Plain plain = of(value, 0);
        if (plain instanceof Plain.Numbers numbers) {
            return new Plain.Numbers(type, numbers.dtype(), numbers.shape(), numbers.values());
        } else if (plain instanceof Plain.Texts texts) {
            return new Plain.Texts(type, texts.shape(), texts.values());
        }
        return plain;
    }

    /** A tensor with these numbers and dtype; without a dtype as {@code tensor(…)} makes it of real numbers. */
    public static Tensor tensor(Plain.Numbers numbers) {
        Tensor all = Tensors.tensor(numbers.values(), DType.float64)
                .reshape(numbers.shape().stream().mapToInt(Integer::intValue).toArray());
        return all.to(numbers.dtype().isEmpty() ? DType.float32 : DType.valueOf(numbers.dtype()));
    }

    /** A dtype's name as a cell writes it, such as {@code float32}. */
    public static String name(DType dtype) {
        return dtype.toString().replaceFirst(".*\\.", "");
    }

    private static Plain of(Object value, int depth) {
        if (depth > DEEPEST) {
            return other(value);
        } else if (value instanceof Tensor tensor) {
            return ofTensor(tensor);
        } else if (value instanceof Number number) {
            return new Plain.Numbers("", "", List.of(), new double[] {number.doubleValue()});
        } else if (value instanceof Boolean truth) {
            return new Plain.Numbers("", "bool", List.of(), new double[] {truth ? 1 : 0});
        } else if (value instanceof CharSequence || value instanceof Character) {
            return new Plain.Texts("", List.of(), List.of(value.toString()));
        } else if (value instanceof Figure figure) {
            return ofFigure(figure);
        } else if (value instanceof DataFrame frame) {
            return ofFrame(frame);
        }
        List<?> items = items(value);
        return items == null ? other(value) : ofItems(items, value, depth);
    }

    /** What {@code max()} or {@code average()} of a stream gives stands for the value in it, if there is one. */
    private static Object unwrapped(Object value) {
        if (value instanceof Optional<?> found && found.isPresent()) {
            return found.get();
        } else if (value instanceof OptionalDouble found && found.isPresent()) {
            return found.getAsDouble();
        } else if (value instanceof OptionalInt found && found.isPresent()) {
            return found.getAsInt();
        } else if (value instanceof OptionalLong found && found.isPresent()) {
            return found.getAsLong();
        }
        return value;
    }

    private static Plain ofTensor(Tensor tensor) {
        if (tensor.numel() > MOST_NUMBERS) {
            return new Plain.Other("Tensor", "Tensor" + tensor.shape());
        }
        List<Integer> shape = Arrays.stream(tensor.shape().toArray()).boxed().toList();
        return new Plain.Numbers(
                "",
                name(tensor.dtype()),
                shape,
                tensor.detach().to(DType.float64).toDoubleArray());
    }

    private static Plain ofFigure(Figure figure) {
        List<Plain.Curve> curves = new ArrayList<>();
        figure.axes().lines().forEach(line -> curves.add(new Plain.Curve(line.xdata(), line.ydata())));
        return new Plain.Drawing(
                "Figure",
                curves,
                limits(figure.axes().xLimits()),
                limits(figure.axes().yLimits()));
    }

    private static double[] limits(Optional<Span> span) {
        return span.map(found -> new double[] {found.lo(), found.hi()}).orElse(null);
    }

    private static Plain ofFrame(DataFrame frame) {
        try {
            return ofTensor(frame.toTensor(DType.float64));
        } catch (RuntimeException e) {
            // A column of texts: it can only be compared as it prints.
            return other(frame);
        }
    }

    private static List<?> items(Object value) {
        if (value instanceof Shape shape) {
            return Arrays.stream(shape.toArray()).boxed().toList();
        } else if (value instanceof Series series) {
            return series.toList();
        } else if (value instanceof Collection<?> list) {
            return new ArrayList<>(list);
        } else if (value == null || !value.getClass().isArray()) {
            return null;
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            items.add(Array.get(value, i));
        }
        return items;
    }

    /** Parts of one shape, stacked; of several shapes or kinds they are no grid. */
    private static Plain ofItems(List<?> items, Object whole, int depth) {
        boolean texts = items.stream().anyMatch(CharSequence.class::isInstance);
        List<Plain> parts = new ArrayList<>();
        for (Object item : items) {
            // A gap, as columns have them.
            Object known = item != null ? item : texts ? "NaN" : (Object) Double.NaN;
            Plain part = of(known, depth + 1);
            boolean number = part instanceof Plain.Numbers numbers && numbers.isSingle() && item instanceof Tensor;
            parts.add(number ? new Plain.Numbers("", "", List.of(), ((Plain.Numbers) part).values()) : part);
        }
        if (parts.isEmpty()) {
            return new Plain.Numbers("", "", List.of(0), new double[0]);
        }
        if (parts.stream().allMatch(Plain.Numbers.class::isInstance)) {
            return stacked(parts.stream().map(Plain.Numbers.class::cast).toList(), whole);
        }
        boolean words = parts.stream()
                .allMatch(part -> part instanceof Plain.Texts t && t.shape().isEmpty());
        return words
                ? new Plain.Texts(
                        "",
                        List.of(parts.size()),
                        parts.stream()
                                .map(part -> ((Plain.Texts) part).values().get(0))
                                .toList())
                : other(whole);
    }

    private static Plain stacked(List<Plain.Numbers> parts, Object whole) {
        List<Integer> inner = parts.get(0).shape();
        long count = parts.stream().mapToLong(part -> part.values().length).sum();
        if (count > MOST_NUMBERS
                || parts.stream().anyMatch(part -> !part.shape().equals(inner))) {
            return other(whole);
        }
        List<Integer> shape = new ArrayList<>(List.of(parts.size()));
        shape.addAll(inner);
        double[] values = new double[(int) count];
        int at = 0;
        for (Plain.Numbers part : parts) {
            System.arraycopy(part.values(), 0, values, at, part.values().length);
            at += part.values().length;
        }
        boolean truths = parts.stream().allMatch(part -> part.dtype().equals("bool"));
        return new Plain.Numbers("", truths ? "bool" : "", shape, values);
    }

    private static Plain other(Object value) {
        String type = type(value);
        return new Plain.Other(type, value instanceof BaseStream<?, ?> ? type : Fetching.printed(value));
    }

    private static String type(Object value) {
        if (value == null) {
            return "null";
        }
        Class<?> type = value.getClass();
        if (value instanceof List<?>) {
            return "List";
        } else if (value instanceof BaseStream<?, ?>) {
            // Its class is one of the JDK's own; it would have to be collected first, as with toArray().
            return STREAMS.stream()
                    .filter(stream -> stream.isInstance(value))
                    .findFirst()
                    .orElseThrow()
                    .getSimpleName();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Float) {
            return type == Integer.class ? "int" : type.getSimpleName().toLowerCase(Locale.ROOT);
        }
        return value instanceof Boolean ? "boolean" : type.getSimpleName();
    }
}
