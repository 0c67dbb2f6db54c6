package jacobi.frame;

import jacobi.language.Width;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dflib.DoubleSeries;
import org.dflib.Series;

/** The text of cells and labels, column by column, as pandas writes them before lining them up. */
final class CellText {
    /** The longest text shown; longer ones end in dots. */
    private static final int MAX_WIDTH = 50;

    private CellText() {}

    /** The values of a column; a space stands before those without a sign. */
    static List<String> column(Series<?> values) {
        if (values instanceof DoubleSeries d) {
            return List.of(NumberText.column(d.toDoubleArray()));
        }
        return values.toList().stream().map(CellText::cell).toList();
    }

    private static String cell(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            long number = ((Number) value).longValue();
            return number < 0 ? Long.toString(number) : " " + number;
        } else if (Columns.isMissing(value)) {
            return " NaN";
        }
        return value instanceof Double d ? NumberText.single(d) : " " + escaped(NumberText.python(value));
    }

    /** The labels of each level, outer labels only where they change, each level padded to one width. */
    static List<List<String>> labels(Index index, boolean withNames) {
        List<List<String>> levels = new ArrayList<>();
        for (int k = 0; k < index.levels().size(); k++) {
            List<String> texts = new ArrayList<>();
            if (withNames) {
                texts.add(index.names().get(k) == null ? "" : index.names().get(k));
            }
            Series<?> level = index.levels().get(k);
            boolean outer = k < index.levels().size() - 1;
            for (int i = 0; i < level.size(); i++) {
                texts.add(outer && i > 0 && repeats(index, k, i) ? "" : label(level.get(i)));
            }
            levels.add(padded(texts, false, 0));
        }
        return levels;
    }

    private static boolean repeats(Index index, int level, int row) {
        return IntStream.rangeClosed(0, level)
                .allMatch(k -> index.levels()
                        .get(k)
                        .get(row)
                        .equals(index.levels().get(k).get(row - 1)));
    }

    static String label(Object label) {
        return Columns.isMissing(label) ? "NaN" : escaped(NumberText.python(label));
    }

    static String escaped(String text) {
        return text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n");
    }

    /** The texts at one width, the longest or {@code least}, cut where one is over fifty characters. */
    static List<String> padded(List<String> texts, boolean right, int least) {
        int longest = texts.stream().mapToInt(CellText::width).max().orElse(0);
        int width = Math.min(Math.max(least, longest), Math.max(MAX_WIDTH, least));
        return texts.stream()
                .map(text -> pad(width(text) > width ? cut(text, width - 3) + "..." : text, width, right))
                .toList();
    }

    static String pad(String text, int width, boolean right) {
        String spaces = " ".repeat(Math.max(0, width - width(text)));
        return right ? spaces + text : text + spaces;
    }

    /** pandas counts characters, not the cells they take on a screen. */
    static int width(String text) {
        return Width.of(text);
    }

    private static String cut(String text, int width) {
        int end = 0;
        for (int columns = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
            columns += Width.of(text.codePointAt(end));
            if (columns > width) {
                break;
            }
        }
        return text.substring(0, end);
    }

    /** Columns of lines side by side, {@code gap} spaces between, every column but the last padded to its width. */
    static String joined(int gap, List<List<String>> columns) {
        int lines = columns.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder[] rows = new StringBuilder[lines];
        Arrays.setAll(rows, i -> new StringBuilder());
        for (int c = 0; c < columns.size(); c++) {
            List<String> column = columns.get(c);
            int width = column.stream().mapToInt(CellText::width).max().orElse(0) + (c < columns.size() - 1 ? gap : 0);
            for (int i = 0; i < lines; i++) {
                rows[i].append(pad(i < column.size() ? column.get(i) : "", width, false));
            }
        }
        return String.join("\n", rows);
    }

    static <T> List<T> with(List<T> list, int at, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(at, item);
        return Collections.unmodifiableList(longer);
    }
}
