package jacobi.frame;

import static jacobi.language.Say.say;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dflib.BooleanSeries;
import org.dflib.DoubleSeries;
import org.dflib.IntSeries;
import org.dflib.LongSeries;
import org.dflib.Series;

/**
 * pandas' rules for the values of one column: what is missing, how values are taken, how kinds mix.
 *
 * <p>A missing number is NaN, which makes a column of integers one of floats; a missing text is null.
 */
final class Columns {
    private Columns() {}

    /** A column of the kind the value is: a primitive array, a collection, an array of objects or a column itself. */
    static Series<?> of(Object values) {
        if (values instanceof double[] d) {
            return Series.ofDouble(d);
        } else if (values instanceof long[] l) {
            return Series.ofLong(l);
        } else if (values instanceof boolean[] b) {
            return Series.ofBool(b);
        } else if (values instanceof int[] i) {
            return Series.ofLong(Arrays.stream(i).asLongStream().toArray());
        } else if (values instanceof float[] f) {
            double[] d = new double[f.length];
            Arrays.setAll(d, i -> f[i]);
            return Series.ofDouble(d);
        } else if (values instanceof Object[] o) {
            return infer(o);
        } else if (values instanceof List<?> list) {
            return infer(list.toArray());
        } else if (values instanceof jacobi.frame.Series series) {
            return series.values();
        }
        String found = values == null ? "null" : values.getClass().getSimpleName();
        throw new IllegalArgumentException(say("frame.columns.column-made-array-list", "values", found));
    }

    /** The narrowest column that holds the objects: all integers, all numbers, all booleans, or objects. */
    static Series<?> infer(Object[] values) {
        boolean integers = true;
        boolean numbers = true;
        boolean booleans = true;
        boolean allMissing = true;
        for (Object value : values) {
            boolean missing = isMissing(value);
            allMissing &= missing;
            integers &= value instanceof Long
                    || value instanceof Integer
                    || value instanceof Short
                    || value instanceof Byte;
            numbers &= missing || value instanceof Number;
            booleans &= value instanceof Boolean;
        }
        if (values.length == 0) {
            return Series.of(values);
        } else if (integers) {
            return Series.ofLong(Arrays.stream(values)
                    .mapToLong(v -> ((Number) v).longValue())
                    .toArray());
        } else if (numbers) {
            // pandas keeps a column of None alone as objects; a reader of a file means NaN, and so does a student.
            return Series.ofDouble(
                    Arrays.stream(values).mapToDouble(Columns::toDouble).toArray());
        } else if (booleans) {
            boolean[] flags = new boolean[values.length];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = (Boolean) values[i];
            }
            return Series.ofBool(flags);
        }
        Object[] objects = values.clone();
        for (int i = 0; i < objects.length; i++) {
            objects[i] = isMissing(objects[i]) ? null : objects[i];
        }
        return Series.of(objects);
    }

    static boolean isMissing(Object value) {
        return value == null
                || value instanceof Double d && Double.isNaN(d)
                || value instanceof Float f && Float.isNaN(f);
    }

    static boolean isMissing(Series<?> values, int row) {
        if (values instanceof DoubleSeries d) {
            return Double.isNaN(d.getDouble(row));
        }
        return Dtype.of(values) == Dtype.OBJECT && values.get(row) == null;
    }

    static double toDouble(Object value) {
        if (value == null) {
            return Double.NaN;
        }
        return value instanceof Boolean b ? b ? 1 : 0 : ((Number) value).doubleValue();
    }

    /**
     * The values as doubles, missing ones NaN, booleans 0 and 1.
     *
     * @param what the operation and column, for the error when the column holds text
     */
    static double[] doubles(Series<?> values, String what) {
        double[] numbers = new double[values.size()];
        if (values instanceof DoubleSeries d) {
            d.copyToDouble(numbers, 0, 0, numbers.length);
        } else if (values instanceof LongSeries l) {
            Arrays.setAll(numbers, l::getLong);
        } else if (values instanceof IntSeries n) {
            Arrays.setAll(numbers, n::getInt);
        } else if (values instanceof BooleanSeries b) {
            Arrays.setAll(numbers, i -> b.getBool(i) ? 1 : 0);
        } else {
            for (int i = 0; i < numbers.length; i++) {
                Object value = values.get(i);
                if (value != null && !(value instanceof Number) && !(value instanceof Boolean)) {
                    throw new IllegalArgumentException(
                            say("frame.columns.holds-text-row-numbers", "what", what, "quoted", quoted(value), "i", i));
                }
                numbers[i] = toDouble(value);
            }
        }
        return numbers;
    }

    /**
     * The values at the given positions; a position of -1 gives a missing value and widens the column as pandas does.
     */
    static Series<?> take(Series<?> values, int[] rows) {
        boolean gaps = Arrays.stream(rows).anyMatch(r -> r < 0);
        if (values instanceof DoubleSeries d) {
            return Series.ofDouble(Arrays.stream(rows)
                    .mapToDouble(r -> r < 0 ? Double.NaN : d.getDouble(r))
                    .toArray());
        } else if (values instanceof LongSeries l) {
            return gaps
                    ? Series.ofDouble(Arrays.stream(rows)
                            .mapToDouble(r -> r < 0 ? Double.NaN : l.getLong(r))
                            .toArray())
                    : Series.ofLong(Arrays.stream(rows).mapToLong(l::getLong).toArray());
        } else if (values instanceof IntSeries n) {
            return gaps
                    ? Series.ofDouble(Arrays.stream(rows)
                            .mapToDouble(r -> r < 0 ? Double.NaN : n.getInt(r))
                            .toArray())
                    : Series.ofInt(Arrays.stream(rows).map(n::getInt).toArray());
        } else if (values instanceof BooleanSeries b && !gaps) {
            boolean[] taken = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                taken[i] = b.getBool(rows[i]);
            }
            return Series.ofBool(taken);
        }
        return Series.of(
                Arrays.stream(rows).mapToObj(r -> r < 0 ? null : values.get(r)).toArray());
    }

    /** One column after another, of the kind that holds them both. */
    static Series<?> append(List<Series<?>> parts) {
        Dtype first = Dtype.of(parts.get(0));
        int size = parts.stream().mapToInt(Series::size).sum();
        Object[] all = new Object[size];
        int at = 0;
        for (Series<?> part : parts) {
            part.copyTo(all, 0, at, part.size());
            at += part.size();
        }
        boolean same = parts.stream().allMatch(part -> Dtype.of(part) == first);
        if (same && first == Dtype.UINT8) {
            return Series.ofInt(
                    Arrays.stream(all).mapToInt(v -> ((Number) v).intValue()).toArray());
        }
        return same && first == Dtype.OBJECT ? Series.of(all) : infer(all);
    }

    static Series<?> as(Series<?> values, Dtype dtype, String name) {
        String what = say("frame.columns.column", "dtype", dtype, "name", name);
        if (dtype == Dtype.of(values)) {
            return values;
        } else if (dtype == Dtype.OBJECT) {
            Object[] text = new Object[values.size()];
            Arrays.setAll(text, i -> isMissing(values, i) ? null : NumberText.python(values.get(i)));
            return Series.of(text);
        } else if (dtype == Dtype.FLOAT64) {
            return Series.ofDouble(Dtype.of(values) == Dtype.OBJECT ? parsed(values, what) : doubles(values, what));
        }
        double[] numbers = Dtype.of(values) == Dtype.OBJECT ? parsed(values, what) : doubles(values, what);
        if (dtype == Dtype.BOOL) {
            boolean[] flags = new boolean[numbers.length];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = numbers[i] != 0;
            }
            return Series.ofBool(flags);
        }
        for (int i = 0; i < numbers.length; i++) {
            if (Double.isNaN(numbers[i]) || Double.isInfinite(numbers[i])) {
                throw new IllegalArgumentException(say(
                        "frame.columns.row-which-no-integer",
                        "what",
                        what,
                        "python",
                        NumberText.python(numbers[i]),
                        "i",
                        i));
            }
        }
        return dtype == Dtype.UINT8
                ? Series.ofInt(
                        Arrays.stream(numbers).mapToInt(d -> (int) d & 0xff).toArray())
                : Series.ofLong(Arrays.stream(numbers).mapToLong(d -> (long) d).toArray());
    }

    private static double[] parsed(Series<?> values, String what) {
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            Object value = values.get(i);
            try {
                numbers[i] = value instanceof String s ? Double.parseDouble(s.strip()) : toDouble(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        say("frame.columns.row-which-not-number", "what", what, "quoted", quoted(value), "i", i), e);
            }
        }
        return numbers;
    }

    /** pandas' order for sorting: numbers by size, text by code points, missing values last. */
    static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x instanceof Long && y instanceof Long
                    ? Long.compare(x.longValue(), y.longValue())
                    : Double.compare(x.doubleValue(), y.doubleValue());
        } else if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        return a instanceof String && b instanceof String
                ? byCodePoints((String) a, (String) b)
                : Objects.toString(a).compareTo(Objects.toString(b));
    }

    private static int byCodePoints(String a, String b) {
        int[] x = a.codePoints().toArray();
        return Arrays.compare(x, b.codePoints().toArray());
    }

    static String quoted(Object value) {
        return value instanceof String s ? "'" + s + "'" : NumberText.python(value);
    }
}
