package jacobi.frame;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dflib.Series;

/** The order of rows by one or more columns. */
final class Sorting {
    private Sorting() {}

    /** Row positions in order: stable, missing values last whichever way a column is sorted. */
    static int[] order(List<Series<?>> keys, boolean[] ascending) {
        Comparator<Integer> rows = (a, b) -> 0;
        for (int k = 0; k < keys.size(); k++) {
            Series<?> key = keys.get(k);
            int sign = ascending[k] ? 1 : -1;
            rows = rows.thenComparing((a, b) -> {
                boolean noA = Columns.isMissing(key, a);
                boolean noB = Columns.isMissing(key, b);
                return noA || noB ? Boolean.compare(noA, noB) : sign * Columns.compare(key.get(a), key.get(b));
            });
        }
        int size = keys.get(0).size();
        return IntStream.range(0, size)
                .boxed()
                .sorted(rows)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
