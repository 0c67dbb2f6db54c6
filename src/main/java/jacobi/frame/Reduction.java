package jacobi.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.dflib.Series;

/** One number from a column, as pandas computes it: missing values are skipped. */
enum Reduction {
    COUNT,
    SUM,
    MEAN,
    MEDIAN,
    STD,
    VAR,
    MIN,
    MAX;

    /**
     * The column's number: a count or a sum of integers is a Long, the largest of booleans or texts stays what it is,
     * all else a Double, NaN where nothing is left to compute from.
     */
    Object of(Series<?> values, String column) {
        Dtype dtype = Dtype.of(values);
        if (this == COUNT) {
            return present(values);
        } else if ((this == MIN || this == MAX) && (dtype == Dtype.OBJECT || dtype == Dtype.BOOL)) {
            return extreme(values);
        }
        double result = number(Columns.doubles(values, this + ": column '" + column + "'"));
        boolean whole = dtype != Dtype.FLOAT64 && dtype != Dtype.OBJECT && (this == SUM || this == MIN || this == MAX);
        if (!whole || Double.isNaN(result)) {
            return result;
        }
        return dtype == Dtype.INT64 ? exact(values) : (Object) (long) result;
    }

    /** Integers are added as integers: a double would lose the last digits of large ones. */
    private Object exact(Series<?> values) {
        long[] numbers = values.castAsLong().toLongArray();
        return switch (this) {
            case SUM -> Arrays.stream(numbers).sum();
            case MIN -> Arrays.stream(numbers).min().orElseThrow();
            default -> Arrays.stream(numbers).max().orElseThrow();
        };
    }

    double number(double[] withMissing) {
        double[] x = present(withMissing);
        return switch (this) {
            case COUNT -> x.length;
            case SUM -> Arrays.stream(x).sum();
            case MEAN -> Arrays.stream(x).sum() / x.length;
            case MEDIAN -> quantile(x, 0.5);
            case STD -> Math.sqrt(variance(x));
            case VAR -> variance(x);
            case MIN -> Arrays.stream(x).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(x).max().orElse(Double.NaN);
        };
    }

    static double[] present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    static long present(Series<?> values) {
        long count = 0;
        for (int i = 0; i < values.size(); i++) {
            count += Columns.isMissing(values, i) ? 0 : 1;
        }
        return count;
    }

    /** The sample variance: squared distances from the mean over n - 1. */
    private static double variance(double[] x) {
        double mean = Arrays.stream(x).sum() / x.length;
        double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
        return x.length < 2 ? Double.NaN : squares / (x.length - 1);
    }

    static double quantile(double[] present, double q) {
        double[] sorted = present.clone();
        Arrays.sort(sorted);
        return sortedQuantile(sorted, q);
    }

    /** The q-th quantile of sorted numbers without NaN, linear between neighbours. */
    static double sortedQuantile(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = q * (sorted.length - 1);
        int below = (int) Math.floor(at);
        double low = sorted[below];
        double share = at - below;
        double high = sorted[Math.min(below + 1, sorted.length - 1)];
        // numpy's interpolation counts from the nearer end, which keeps it monotone; next to an infinity it gives NaN.
        return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
    }

    private Object extreme(Series<?> values) {
        return values.toList().stream()
                .filter(Objects::nonNull)
                .reduce((a, b) -> (Columns.compare(a, b) <= 0) == (this == MIN) ? a : b)
                .orElse(null);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
