package jacobi.frame;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dflib.LongSeries;
import org.dflib.Series;

/** The order of rows by one or more columns. */
final class Sorting {
    private Sorting() {}

    /** Row positions in order: stable, missing values last whichever way a column is sorted. */
    static int[] order(List<Series<?>> keys, boolean[] ascending) {
        Comparator<Integer> rows = (a, b) -> 0;
        for (int k = 0; k < keys.size(); k++) {
            rows = rows.thenComparing(order(keys.get(k), ascending[k] ? 1 : -1));
        }
        int size = keys.get(0).size();
        return IntStream.range(0, size)
                .boxed()
                .sorted(rows)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Comparator<Integer> order(Series<?> key, int sign) {
        if (key instanceof LongSeries whole) {
            long[] x = whole.toLongArray();
            return (a, b) -> sign * Long.compare(x[a], x[b]);
        } else if (Dtype.of(key).isNumeric()) {
            double[] x = Columns.doubles(key, "sortValues");
            return (a, b) -> {
                boolean noA = Double.isNaN(x[a]);
                boolean noB = Double.isNaN(x[b]);
                return noA || noB ? Boolean.compare(noA, noB) : sign * Double.compare(x[a], x[b]);
            };
        }
        return (a, b) -> {
            boolean noA = Columns.isMissing(key, a);
            boolean noB = Columns.isMissing(key, b);
            return noA || noB ? Boolean.compare(noA, noB) : sign * Columns.compare(key.get(a), key.get(b));
        };
    }
}
