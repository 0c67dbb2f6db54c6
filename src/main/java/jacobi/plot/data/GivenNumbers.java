package jacobi.plot.data;

import static jacobi.language.Say.say;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Reads numbers of any form: primitive and boxed arrays, nested arrays, lists, lists of those, and whatever an
 * {@link ArrayLike} recognises. {@code null} among numbers is a missing value, NaN. Nothing read is modified or kept.
 */
public final class GivenNumbers {
    private static final List<ArrayLike> READERS =
            ServiceLoader.load(ArrayLike.class, GivenNumbers.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private GivenNumbers() {}

    /**
     * How deeply numbers are nested: 0 for a number, 1 for a row of numbers, 2 for rows of rows.
     *
     * @param name what an error calls the value
     */
    public static int depth(Object value, String name) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return 0;
        }
        ArrayLike reader = reader(value);
        if (reader != null) {
            return reader.shape(value).length;
        }
        if (!value.getClass().isArray() && !(value instanceof Iterable)) {
            throw new IllegalArgumentException(say("plot.numbers.expected", "name", name, "found", described(value)));
        }
        if (value.getClass().isArray() && value.getClass().getComponentType().isPrimitive()) {
            return 1;
        }
        // The first item speaks for all; one that is otherwise is named where it is read.
        for (Object item : value instanceof Iterable<?> list ? list : Arrays.asList((Object[]) value)) {
            if (item != null) {
                return 1 + depth(item, name);
            }
        }
        return 1;
    }

    /** The parts along the outermost axis. */
    public static List<Object> items(Object value, String name) {
        ArrayLike reader = reader(value);
        if (reader != null) {
            return rows(reader.values(value), reader.shape(value));
        }
        List<Object> items = new ArrayList<>();
        if (value instanceof Iterable<?> list) {
            list.forEach(items::add);
        } else {
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(Array.get(value, i));
            }
        }
        return items;
    }

    /** One row of numbers; a single number is a row of one. */
    public static double[] vector(Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(say("plot.numbers.expected", "name", name, "found", described(null)));
        }
        if (value instanceof double[] doubles) {
            return doubles.clone();
        }
        if (depth(value, name) > 1) {
            throw new IllegalArgumentException(
                    say("plot.numbers.one-row", "name", name, "found", shapeText(value, name)));
        }
        if (depth(value, name) == 0) {
            return new double[] {number(value, name)};
        }
        ArrayLike reader = reader(value);
        if (reader != null) {
            return reader.values(value);
        }
        List<Object> items = items(value, name);
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            Object item = items.get(i);
            // No name is made for each of a million numbers.
            numbers[i] = item instanceof Number number ? number.doubleValue() : number(item, name + "[" + i + "]");
        }
        return numbers;
    }

    /** One row of numbers for each series: a single row is one series, rows of rows are several. */
    public static List<double[]> series(Object value, String name) {
        if (depth(value, name) <= 1) {
            return List.of(vector(value, name));
        }
        List<double[]> series = new ArrayList<>();
        List<Object> items = items(value, name);
        for (int i = 0; i < items.size(); i++) {
            series.add(vector(items.get(i), name + "[" + i + "]"));
        }
        return series;
    }

    /** A grid of numbers with rows of one length. */
    public static double[][] matrix(Object value, String name) {
        if (depth(value, name) != 2) {
            throw new IllegalArgumentException(
                    say("plot.numbers.matrix", "name", name, "found", shapeText(value, name)));
        }
        double[][] rows = series(value, name).toArray(double[][]::new);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(say(
                        "plot.numbers.uneven-rows",
                        "name",
                        name,
                        "first",
                        rows[0].length,
                        "row",
                        i,
                        "found",
                        rows[i].length));
            }
        }
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException(say("plot.numbers.empty-matrix", "name", name));
        }
        return rows;
    }

    /** A stack of grids, as a colour image (rows, columns, channels) or a batch of gray ones. */
    public static double[][][] cube(Object value, String name) {
        if (depth(value, name) != 3) {
            throw new IllegalArgumentException(
                    say("plot.numbers.three-axes", "name", name, "found", shapeText(value, name)));
        }
        List<double[][]> layers = new ArrayList<>();
        List<Object> items = items(value, name);
        for (int i = 0; i < items.size(); i++) {
            layers.add(matrix(items.get(i), name + "[" + i + "]"));
        }
        return layers.toArray(double[][][]::new);
    }

    /** A short description of how many numbers there are in which arrangement. */
    public static String shapeText(Object value, String name) {
        int depth = depth(value, name);
        if (depth == 0) {
            return described(value);
        }
        StringBuilder shape = new StringBuilder("(");
        Object part = value;
        for (int axis = 0; axis < depth && part != null; axis++) {
            List<Object> items = items(part, name);
            shape.append(axis > 0 ? ", " : "").append(items.size());
            part = items.isEmpty() ? null : items.get(0);
        }
        return say("plot.numbers.of-shape", "shape", shape.append(depth == 1 ? ",)" : ")"));
    }

    private static double number(Object value, String name) {
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        ArrayLike reader = reader(value);
        if (reader != null && reader.shape(value).length == 0) {
            return reader.values(value)[0];
        }
        throw new IllegalArgumentException(say("plot.numbers.one", "name", name, "found", described(value)));
    }

    private static ArrayLike reader(Object value) {
        for (ArrayLike reader : READERS) {
            if (value != null && reader.recognises(value)) {
                return reader;
            }
        }
        return null;
    }

    /** Splits row-major numbers along the first axis. */
    private static List<Object> rows(double[] values, int[] shape) {
        if (shape.length == 0) {
            return List.of(values[0]);
        }
        int size = shape[0] == 0 ? 0 : values.length / shape[0];
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < shape[0]; i++) {
            rows.add(nest(Arrays.copyOfRange(values, i * size, (i + 1) * size), shape, 1));
        }
        return rows;
    }

    private static Object nest(double[] values, int[] shape, int axis) {
        if (axis == shape.length) {
            return values[0];
        }
        if (axis == shape.length - 1) {
            return values;
        }
        int size = shape[axis] == 0 ? 0 : values.length / shape[axis];
        Object[] parts = new Object[shape[axis]];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = nest(Arrays.copyOfRange(values, i * size, (i + 1) * size), shape, axis + 1);
        }
        return parts;
    }

    private static String described(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof CharSequence text) {
            return say("plot.numbers.a-text", "text", text);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return say("plot.numbers.a-number", "value", value);
        }
        return say(
                "plot.numbers.a-kind",
                "kind",
                value instanceof Iterable
                        ? say("plot.numbers.list")
                        : value.getClass().getSimpleName());
    }
}
