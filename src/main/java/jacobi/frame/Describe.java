package jacobi.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Summaries of a frame: describe's table and correlations. */
final class Describe {
    private Describe() {}

    static DataFrame of(DataFrame frame) {
        List<Series> numbers = numbers(frame);
        if (numbers.isEmpty()) {
            return ofText(frame);
        }
        Index labels = Index.ofNames("count", "mean", "std", "min", "25%", "50%", "75%", "max");
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        for (Series column : numbers) {
            columns.add(org.dflib.Series.ofDouble(summary(column.toDoubleArray())));
        }
        return DataFrame.of(names(numbers), columns, labels);
    }

    private static double[] summary(double[] values) {
        double[] sorted = Reduction.present(values);
        double mean = Reduction.MEAN.number(sorted);
        double std = Reduction.STD.number(sorted);
        Arrays.sort(sorted);
        return new double[] {
            sorted.length,
            mean,
            std,
            sorted.length == 0 ? Double.NaN : sorted[0],
            Reduction.sortedQuantile(sorted, 0.25),
            Reduction.sortedQuantile(sorted, 0.5),
            Reduction.sortedQuantile(sorted, 0.75),
            sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1]
        };
    }

    private static DataFrame ofText(DataFrame frame) {
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        for (Series column : frame.columnList()) {
            Series counts = column.valueCounts();
            boolean any = counts.size() > 0;
            columns.add(org.dflib.Series.of(
                    (long) column.count(),
                    (long) counts.size(),
                    any ? counts.index().get(0) : null,
                    any ? counts.iloc(0) : null));
        }
        return DataFrame.of(frame.names(), columns, Index.ofNames("count", "unique", "top", "freq"));
    }

    static DataFrame correlation(DataFrame frame) {
        List<Series> numbers = frame.columnList().stream()
                .filter(c -> Dtype.of(c.values()).isNumeric())
                .toList();
        List<double[]> x = numbers.stream().map(Series::toDoubleArray).toList();
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        for (double[] a : x) {
            columns.add(org.dflib.Series.ofDouble(
                    x.stream().mapToDouble(b -> correlation(a, b)).toArray()));
        }
        List<String> names = names(numbers);
        return DataFrame.of(names, columns, Index.ofNames(names.toArray(String[]::new)));
    }

    /** Pearson's r over the rows where both numbers are there. */
    private static double correlation(double[] a, double[] b) {
        double n = 0;
        double meanA = 0;
        double meanB = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                // Welford's update: one pass, no cancellation.
                n++;
                double da = a[i] - meanA;
                double db = b[i] - meanB;
                meanA += da / n;
                meanB += db / n;
                aa += da * (a[i] - meanA);
                bb += db * (b[i] - meanB);
                ab += da * (b[i] - meanB);
            }
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static List<Series> numbers(DataFrame frame) {
        return frame.columnList().stream()
                .filter(c -> Dtype.of(c.values()).isNumber())
                .toList();
    }

    private static List<String> names(List<Series> columns) {
        return columns.stream().map(Series::name).toList();
    }
}
