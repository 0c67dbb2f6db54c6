package jacobi.frame;

import jacobi.display.Table;
import java.util.List;

/** A Series as pandas prints it. */
final class SeriesText {
    private SeriesText() {}

    static String of(Series series) {
        String footer = (series.name() == null ? "" : "Name: " + CellText.escaped(series.name()) + ", ");
        int[] rows = Table.shownRows(series.size());
        boolean shortened = rows.length < series.size();
        footer += (shortened ? "Length: " + series.size() + ", " : "") + "dtype: " + series.dtype();
        if (series.size() == 0) {
            return "Series([], " + footer + ")";
        }
        Index index = series.index().take(rows);
        boolean header = index.isNamed();
        // The name of a single level stands alone; those of several stand over their levels.
        boolean over = header && index.levels().size() > 1;
        List<String> labels =
                List.of(CellText.joined(1, CellText.labels(index, over)).split("\n", -1));
        String name = !header ? null : over ? labels.get(0) : index.name();
        labels = over ? labels.subList(1, labels.size()) : labels;
        List<String> values = CellText.padded(CellText.column(Columns.take(series.values(), rows)), true, 0);
        if (shortened) {
            int half = rows.length / 2;
            String dots = CellText.width(values.get(half - 1)) > 3 ? "..." : "..";
            int free = CellText.width(values.get(0)) - dots.length();
            // Python's centring puts the odd space left in a string of odd width, right otherwise.
            int left = free / 2 + (free & CellText.width(values.get(0)) & 1);
            values = CellText.with(values, half, " ".repeat(left) + dots + " ".repeat(free - left));
            labels = CellText.with(labels, half, "");
        }
        return (header ? name + "\n" : "") + CellText.joined(3, List.of(labels, values)) + "\n" + footer;
    }
}
