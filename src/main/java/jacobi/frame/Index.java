package jacobi.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dflib.LongSeries;
import org.dflib.Series;

/**
 * The labels of rows or columns, as pandas' Index: a range of numbers, one column of labels, or several levels.
 *
 * <p>Immutable.
 */
public final class Index {
    private static final int WIDTH = 80;

    private final List<String> names;
    private final List<Series<?>> levels;
    /** Start and step where the labels are a range, else null. */
    private final Range range;

    /** Label to position, made when first asked for. */
    private Map<Object, Integer> positions;

    private record Range(long start, long step) {
        int position(long label, int size) {
            long distance = label - start;
            long at = distance / step;
            return distance % step == 0 && at >= 0 && at < size ? (int) at : -1;
        }
    }

    private Index(List<String> names, List<Series<?>> levels, Range range) {
        this.names = Collections.unmodifiableList(new ArrayList<>(names));
        this.levels = List.copyOf(levels);
        this.range = range;
    }

    static Index range(int size) {
        return range(0, 1, size);
    }

    private static Index range(long start, long step, int size) {
        long[] labels = new long[size];
        Arrays.setAll(labels, i -> start + i * step);
        return new Index(Collections.singletonList(null), List.of(Series.ofLong(labels)), new Range(start, step));
    }

    static Index of(String name, Series<?> labels) {
        return new Index(Collections.singletonList(name), List.of(labels), null);
    }

    static Index of(List<String> names, List<Series<?>> levels) {
        return new Index(names, levels, null);
    }

    static Index ofNames(String... labels) {
        return of(null, Series.of((Object[]) labels));
    }

    /** How many labels. */
    public int size() {
        return levels.get(0).size();
    }

    /** The label at a position, a list of labels where there are several levels. */
    public Object get(int position) {
        return levels.size() == 1
                ? levels.get(0).get(position)
                : levels.stream().map(level -> (Object) level.get(position)).toList();
    }

    /** The name of the labels, null when they have none. */
    public String name() {
        return names.get(0);
    }

    /** The labels in order. */
    public List<Object> toList() {
        List<Object> labels = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            labels.add(get(i));
        }
        return labels;
    }

    List<String> names() {
        return names;
    }

    List<Series<?>> levels() {
        return levels;
    }

    boolean isRange() {
        return range != null;
    }

    boolean isNamed() {
        return names.stream().anyMatch(name -> name != null);
    }

    /** The position of a label, −1 if there is none; of equal labels the first. */
    int position(Object label) {
        if (range != null) {
            return label instanceof Long || label instanceof Integer
                    ? range.position(((Number) label).longValue(), size())
                    : -1;
        } else if (positions == null) {
            Map<Object, Integer> found = new HashMap<>();
            for (int i = 0; i < size(); i++) {
                found.putIfAbsent(get(i), i);
            }
            positions = found;
        }
        return positions.getOrDefault(label instanceof Integer n ? Long.valueOf(n) : label, -1);
    }

    /** The labels at the positions; evenly spaced parts of a range are a range again. */
    Index take(int[] rows) {
        if (range != null && rows.length > 0) {
            int step = rows.length > 1 ? rows[1] - rows[0] : 1;
            boolean even = step != 0;
            for (int i = 1; even && i < rows.length; i++) {
                even = rows[i] - rows[i - 1] == step;
            }
            if (even) {
                return range(range.start + range.step * rows[0], range.step * step, rows.length);
            }
        }
        List<Series<?>> taken = levels.stream()
                .<Series<?>>map(level -> Columns.take(level, rows))
                .toList();
        return new Index(names, taken, null);
    }

    /** The line {@code info} prints. */
    String summary() {
        String kind = range != null ? "RangeIndex" : levels.size() > 1 ? "MultiIndex" : kind();
        return kind + ": " + size() + " entries"
                + (size() == 0 ? "" : ", " + NumberText.python(get(0)) + " to " + NumberText.python(get(size() - 1)));
    }

    private String kind() {
        return levels.get(0) instanceof LongSeries
                ? "Int64Index"
                : Dtype.of(levels.get(0)) == Dtype.FLOAT64 ? "Float64Index" : "Index";
    }

    /** As pandas prints it: {@code Index(['a', 'b'], dtype='object')}, {@code RangeIndex(start=0, stop=4, step=1)}. */
    @Override
    public String toString() {
        String name = name() == null || levels.size() > 1 ? "" : ", name='" + name() + "'";
        if (range != null) {
            return "RangeIndex(start=" + range.start + ", stop=" + (range.start + range.step * size()) + ", step="
                    + range.step + name + ")";
        } else if (levels.size() > 1) {
            return "MultiIndex(" + toList() + ", names=" + names + ")";
        }
        List<String> items = toList().stream().map(Index::item).toList();
        if (items.size() > 100) {
            List<String> shortened = new ArrayList<>(items.subList(0, 10));
            shortened.add("...");
            shortened.addAll(items.subList(items.size() - 10, items.size()));
            items = shortened;
            name += ", length=" + size();
        }
        String kind = kind();
        String dtype = "dtype='" + Dtype.of(levels.get(0)) + "'" + name + ")";
        return kind + "(" + listed(items, kind.length()) + dtype;
    }

    /** The labels in brackets, broken as pandas breaks lines: before 80 characters, two for the bracket kept free. */
    private static String listed(List<String> items, int indent) {
        String next = "\n" + " ".repeat(indent + 2);
        StringBuilder text = new StringBuilder();
        String line = next;
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            String item = items.get(i) + (last ? "" : ",");
            if (line.stripTrailing().length() + item.length() >= (last ? WIDTH - 2 : WIDTH)) {
                text.append(line.stripTrailing());
                line = next;
            }
            line += last ? item : item + " ";
        }
        String listed = "[" + text.append(line).substring(next.length()) + "],";
        return listed.length() > WIDTH ? listed + "\n" + " ".repeat(indent + 1) : listed + " ";
    }

    private static String item(Object label) {
        return Columns.isMissing(label) ? "nan" : Columns.quoted(label);
    }
}
