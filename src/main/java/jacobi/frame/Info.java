package jacobi.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What {@code info} prints: labels, columns, how many values each has, dtypes, memory. */
final class Info {
    /** What pandas counts for a range of labels, however long: Python's size of a range and its three numbers. */
    private static final int RANGE_BYTES = 132;

    private Info() {}

    static String of(DataFrame frame) {
        int width = frame.shape().columns();
        List<String> numbers = lines(" # ", "---");
        List<String> names = lines("Column", "------");
        List<String> counts = lines("Non-Null Count", "--------------");
        List<String> dtypes = lines("Dtype", "-----");
        Map<String, Integer> kinds = new TreeMap<>();
        long bytes = frame.index().isRange() ? RANGE_BYTES : 8L * frame.index().size();
        boolean more = false;
        for (int c = 0; c < width; c++) {
            Series column = frame.col(c);
            numbers.add(" " + c);
            names.add(String.valueOf(column.name()));
            counts.add(column.count() + " non-null");
            dtypes.add(column.dtype());
            kinds.merge(column.dtype(), 1, Integer::sum);
            Dtype dtype = Dtype.of(column.values());
            bytes += (long) dtype.bytes() * column.size();
            more |= dtype == Dtype.OBJECT;
        }
        List<String> summary = new ArrayList<>();
        kinds.forEach((dtype, count) -> summary.add(dtype + "(" + count + ")"));
        return "<class 'jacobi.frame.DataFrame'>\n" + frame.index().summary() + "\nData columns (total " + width
                + " columns):\n" + table(numbers, names, counts, dtypes) + "\ndtypes: " + String.join(", ", summary)
                + "\nmemory usage: " + size(bytes, more ? "+" : "");
    }

    private static List<String> lines(String... first) {
        List<String> lines = new ArrayList<>();
        Collections.addAll(lines, first);
        return lines;
    }

    private static String table(List<String> numbers, List<String> names, List<String> counts, List<String> dtypes) {
        List<String> last = CellText.padded(dtypes, false, 0);
        return CellText.joined(
                2, List.of(CellText.padded(numbers, false, 0), names, CellText.padded(counts, false, 0), last));
    }

    private static String size(double bytes, String more) {
        String[] units = {"bytes", "KB", "MB", "GB", "TB"};
        int unit = 0;
        while (bytes >= 1024 && unit < units.length - 1) {
            bytes /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f%s %s", bytes, more, units[unit]);
    }
}
