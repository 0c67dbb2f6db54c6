package jacobi.frame;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One labelled column of values, as pandas' Series: a name, a dtype, a label for each value.
 *
 * <p>Immutable. Missing values are NaN among numbers and null among other things; statistics skip them.
 */
public final class Series implements DisplayDataRenderable {
    private final String name;
    private final org.dflib.Series<?> values;
    private final Index index;

    Series(String name, org.dflib.Series<?> values, Index index) {
        if (values.size() != index.size()) {
            throw new IllegalArgumentException(say(
                    "frame.series.series-values-labels", "name", name, "values", values.size(), "index", index.size()));
        }
        this.name = name;
        this.values = values;
        this.index = index;
    }

    /** The column's name, null when it has none. */
    public String name() {
        return name;
    }

    /** pandas' name for the kind of values: int64, float64, bool, uint8 or object. */
    public String dtype() {
        return Dtype.of(values).toString();
    }

    /** The labels of the values. */
    public Index index() {
        return index;
    }

    /** How many values, missing ones among them. */
    public int size() {
        return values.size();
    }

    /** The DFLib series that holds the values. */
    public org.dflib.Series<?> values() {
        return values;
    }

    /** The values in order; null or NaN where one is missing. */
    public List<Object> toList() {
        return Arrays.asList(values.toList().toArray());
    }

    /** The values as doubles, NaN where missing. A text column is an error that names it. */
    public double[] toDoubleArray() {
        return numbers("toDoubleArray");
    }

    /** The value with a label. */
    public Object get(Object label) {
        int at = index.position(label);
        if (at < 0) {
            throw new IllegalArgumentException(say(
                    "frame.series.no-label-position-takes", "quoted", Columns.quoted(label), "described", described()));
        }
        return values.get(at);
    }

    /** The value at a position; a negative one counts from the end. */
    public Object iloc(int position) {
        return values.get(Slices.position(position, size(), "row"));
    }

    /** The values a slice such as {@code "1:3"} selects. */
    public Series iloc(String slice) {
        return take(Slices.positions(slice, size(), "row"));
    }

    /** The values where {@code mask} is true. */
    public Series get(Series mask) {
        return take(mask.rowsThatAreTrue(size()));
    }

    /** The first five values. */
    public Series head() {
        return head(5);
    }

    /** The first {@code n} values. */
    public Series head(int n) {
        return take(IntStream.range(0, Math.min(n, size())).toArray());
    }

    /** The last five values. */
    public Series tail() {
        return tail(5);
    }

    /** The last {@code n} values. */
    public Series tail(int n) {
        return take(IntStream.range(Math.max(0, size() - n), size()).toArray());
    }

    /** The sum of the numbers; booleans count 0 and 1. */
    public double sum() {
        return reduce(Reduction.SUM);
    }

    /** The mean of the numbers that are there. */
    public double mean() {
        return reduce(Reduction.MEAN);
    }

    /** The middle one of the numbers that are there. */
    public double median() {
        return reduce(Reduction.MEDIAN);
    }

    /** The sample standard deviation (n - 1). */
    public double std() {
        return reduce(Reduction.STD);
    }

    /** The sample variance (n - 1). */
    public double var() {
        return reduce(Reduction.VAR);
    }

    /** The smallest number. */
    public double min() {
        return reduce(Reduction.MIN);
    }

    /** The largest number. */
    public double max() {
        return reduce(Reduction.MAX);
    }

    /** How many values are not missing. */
    public int count() {
        return (int) Reduction.present(values);
    }

    /** The {@code q}-th quantile, 0 ≤ q ≤ 1, linear between neighbours. */
    public double quantile(double q) {
        return Reduction.quantile(Reduction.present(numbers("quantile")), q);
    }

    /** The label of the largest number, the first if there are several. */
    public Object idxmax() {
        double[] x = numbers("idxmax");
        int best = -1;
        for (int i = 0; i < x.length; i++) {
            best = !Double.isNaN(x[i]) && (best < 0 || x[i] > x[best]) ? i : best;
        }
        if (best < 0) {
            throw new IllegalArgumentException(say("frame.series.no-numbers", "described", described()));
        }
        return index.get(best);
    }

    /** The values added up so far; missing ones stay missing and add nothing. */
    public Series cumsum() {
        double[] x = numbers("cumsum");
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            total += Double.isNaN(x[i]) ? 0 : x[i];
            x[i] = Double.isNaN(x[i]) ? x[i] : total;
        }
        org.dflib.Series<?> sums = org.dflib.Series.ofDouble(x);
        return with(Dtype.of(values) == Dtype.FLOAT64 ? sums : Columns.as(sums, Dtype.INT64, name));
    }

    /** The values that occur, each once, in the order met. */
    public List<Object> unique() {
        return toList().stream().distinct().toList();
    }

    /** How many different values occur, missing ones not counted. */
    public int nunique() {
        return (int)
                toList().stream().filter(v -> !Columns.isMissing(v)).distinct().count();
    }

    /** How often each value occurs, the most frequent first. */
    public Series valueCounts() {
        Map<Object, Long> counts = new LinkedHashMap<>();
        for (Object value : toList()) {
            if (!Columns.isMissing(value)) {
                counts.merge(value, 1L, Long::sum);
            }
        }
        var sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<Object, Long>comparingByValue().reversed())
                .toList();
        Index labels = Index.of(
                null, Columns.infer(sorted.stream().map(Map.Entry::getKey).toArray()));
        return new Series(
                name,
                org.dflib.Series.ofLong(
                        sorted.stream().mapToLong(Map.Entry::getValue).toArray()),
                labels);
    }

    /** True where a value is missing. */
    public Series isna() {
        return with(flags(i -> Columns.isMissing(values, i)));
    }

    /** True where a value is there. */
    public Series notna() {
        return with(flags(i -> !Columns.isMissing(values, i)));
    }

    /** The values with missing ones replaced. */
    public Series fillna(Object value) {
        return with(Missing.fill(values, value));
    }

    /** The values without missing ones. */
    public Series dropna() {
        return get(notna());
    }

    /** Each value through a function; missing values are passed as they are. */
    public Series apply(Function<Object, ?> function) {
        return with(Columns.infer(toList().stream().map(function).toArray()));
    }

    /** The values turned into another dtype: int64, float64, bool, uint8 or object. */
    public Series astype(String dtype) {
        return with(Columns.as(values, Dtype.named(dtype), name));
    }

    /** The values in order of size, missing ones last. */
    public Series sortValues(boolean ascending) {
        return take(Sorting.order(List.of(values), new boolean[] {ascending}));
    }

    /** The same values under another name. */
    public Series rename(String newName) {
        return new Series(newName, values, index);
    }

    /** Sum with a number or, by position, with another Series. */
    public Series add(Object other) {
        return arithmetic("add", other, Double::sum);
    }

    /** Difference with a number or another Series. */
    public Series sub(Object other) {
        return arithmetic("sub", other, (a, b) -> a - b);
    }

    /** Product with a number or another Series. */
    public Series mul(Object other) {
        return arithmetic("mul", other, (a, b) -> a * b);
    }

    /** Quotient with a number or another Series; always float64. */
    public Series div(Object other) {
        double[] x = numbers("div");
        double[] y = operand("div", other);
        Arrays.setAll(x, i -> x[i] / y[i]);
        return with(org.dflib.Series.ofDouble(x));
    }

    /** Power with a number or another Series. */
    public Series pow(Object other) {
        return arithmetic("pow", other, Math::pow);
    }

    /** A number less each value. */
    public Series rsub(Number other) {
        return arithmetic("rsub", other, (a, b) -> b - a);
    }

    /** A number divided by each value; always float64. */
    public Series rdiv(Number other) {
        double[] x = numbers("rdiv");
        Arrays.setAll(x, i -> other.doubleValue() / x[i]);
        return with(org.dflib.Series.ofDouble(x));
    }

    /** The negative of each value. */
    public Series neg() {
        return rsub(0);
    }

    /** True where a value is greater. */
    public Series gt(Object other) {
        return compared("gt", other, c -> c > 0);
    }

    /** True where a value is greater or equal. */
    public Series ge(Object other) {
        return compared("ge", other, c -> c >= 0);
    }

    /** True where a value is less. */
    public Series lt(Object other) {
        return compared("lt", other, c -> c < 0);
    }

    /** True where a value is less or equal. */
    public Series le(Object other) {
        return compared("le", other, c -> c <= 0);
    }

    /** True where a value equals a number or text, or the value of another Series; missing values equal nothing. */
    public Series eq(Object other) {
        return with(flags(i -> same(i, other)));
    }

    /** True where {@link #eq} is false. */
    public Series ne(Object other) {
        return with(flags(i -> !same(i, other)));
    }

    /** True where both are. */
    public Series and(Series other) {
        return with(flags(i -> truth(i) && other.truth(i)));
    }

    /** True where one is. */
    public Series or(Series other) {
        return with(flags(i -> truth(i) || other.truth(i)));
    }

    /** True where this is false. */
    public Series not() {
        return with(flags(i -> !truth(i)));
    }

    /** The values as a float64 tensor; as {@link #toTensor(DType)}. */
    public Tensor toTensor() {
        return toTensor(DType.float64);
    }

    /**
     * The values as a tensor with one axis. A text column, or a missing value for integers, is an error that names it.
     */
    public Tensor toTensor(DType dtype) {
        return ToTensor.of(List.of(this), dtype);
    }

    /** As pandas prints it: labels, values, then name and dtype; over 60 values the first and last five. */
    @Override
    public String toString() {
        return SeriesText.of(this);
    }

    @Override
    public void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> toString());
    }

    int[] rowsThatAreTrue(int rows) {
        if (size() != rows || !(values instanceof org.dflib.BooleanSeries mask)) {
            throw new IllegalArgumentException(
                    say("frame.series.mask-bool-series-one", "rows", rows, "size", size(), "dtype", dtype()));
        }
        return IntStream.range(0, rows).filter(mask::getBool).toArray();
    }

    private Series take(int[] rows) {
        return new Series(name, Columns.take(values, rows), index.take(rows));
    }

    private Series with(org.dflib.Series<?> others) {
        return new Series(name, others, index);
    }

    private interface RowTest {
        boolean test(int row);
    }

    private org.dflib.Series<?> flags(RowTest test) {
        boolean[] flags = new boolean[size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = test.test(i);
        }
        return org.dflib.Series.ofBool(flags);
    }

    private boolean truth(int row) {
        if (values instanceof org.dflib.BooleanSeries b) {
            return b.getBool(row);
        }
        throw new IllegalArgumentException(
                say("frame.series.not-take-bool", "described", described(), "dtype", dtype()));
    }

    private boolean same(int row, Object other) {
        Object a = values.get(row);
        Object b = other instanceof Series s ? s.values.get(row) : other;
        return !Columns.isMissing(a)
                && !Columns.isMissing(b)
                && a.getClass() == b.getClass() | (a instanceof Number && b instanceof Number)
                && Columns.compare(a, b) == 0;
    }

    private Series compared(String operation, Object other, DoublePredicate test) {
        boolean text = Dtype.of(values) == Dtype.OBJECT && other instanceof String;
        if (text) {
            return with(flags(i ->
                    !Columns.isMissing(values, i) && test.test(Columns.compare(String.valueOf(values.get(i)), other))));
        }
        double[] x = numbers(operation);
        double[] y = operand(operation, other);
        return with(flags(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]) && test.test(Double.compare(x[i], y[i]))));
    }

    private Series arithmetic(String operation, Object other, DoubleBinaryOperator operator) {
        double[] x = numbers(operation);
        double[] y = operand(operation, other);
        Arrays.setAll(x, i -> operator.applyAsDouble(x[i], y[i]));
        boolean whole = isWhole(this)
                && (other instanceof Series s ? isWhole(s) : other instanceof Integer || other instanceof Long);
        org.dflib.Series<?> result = org.dflib.Series.ofDouble(x);
        return with(whole ? Columns.as(result, Dtype.INT64, name) : result);
    }

    private static boolean isWhole(Series series) {
        return Dtype.of(series.values) == Dtype.INT64 || Dtype.of(series.values) == Dtype.UINT8;
    }

    private double[] operand(String operation, Object other) {
        if (other instanceof Series series) {
            if (series.size() != size()) {
                throw new IllegalArgumentException(say(
                        "frame.series.values",
                        "operation",
                        operation,
                        "described",
                        described(),
                        "size",
                        size(),
                        "described2",
                        series.described(),
                        "series",
                        series.size()));
            }
            return series.numbers(operation);
        } else if (other instanceof Number number) {
            double[] same = new double[size()];
            Arrays.fill(same, number.doubleValue());
            return same;
        }
        throw new IllegalArgumentException(say(
                "frame.series.works-number-series-not",
                "operation",
                operation,
                "described",
                described(),
                "quoted",
                Columns.quoted(other)));
    }

    private double[] numbers(String operation) {
        return Columns.doubles(values, operation + ": " + described());
    }

    private double reduce(Reduction reduction) {
        return reduction.number(numbers(reduction.toString()));
    }

    private String described() {
        return name == null ? say("frame.series.series") : say("frame.series.column", "name", name);
    }
}
