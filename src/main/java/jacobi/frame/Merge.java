package jacobi.frame;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dflib.Hasher;
import org.dflib.JoinType;
import org.dflib.join.Join;

/** Two frames joined on equal values of columns, in pandas' order of rows: DFLib finds the pairs. */
final class Merge {
    private static final Map<String, JoinType> KINDS =
            Map.of("inner", JoinType.inner, "left", JoinType.left, "right", JoinType.right, "outer", JoinType.full);

    private record Pair(int left, int right) {}

    private Merge() {}

    static DataFrame of(DataFrame left, DataFrame right, String how, List<String> on) {
        if (!KINDS.containsKey(how)) {
            throw new IllegalArgumentException(say("frame.merge.how-inner-left-right", "how", how));
        }
        List<String> keys = on.isEmpty()
                ? left.names().stream().filter(right.names()::contains).toList()
                : on;
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    say("frame.merge.no-common-column-left", "names", left.names(), "names2", right.names()));
        }
        List<Pair> pairs = pairs(keys(left, keys), keys(right, keys), how);
        int[] leftRows = pairs.stream().mapToInt(Pair::left).toArray();
        int[] rightRows = pairs.stream().mapToInt(Pair::right).toArray();
        List<String> names = new ArrayList<>();
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        for (Series column : left.columnList()) {
            boolean key = keys.contains(column.name());
            names.add(key || !right.names().contains(column.name()) ? column.name() : column.name() + "_x");
            columns.add(key ? key(column, right.col(column.name()), pairs) : Columns.take(column.values(), leftRows));
        }
        for (Series column : right.columnList()) {
            if (!keys.contains(column.name())) {
                names.add(left.names().contains(column.name()) ? column.name() + "_y" : column.name());
                columns.add(Columns.take(column.values(), rightRows));
            }
        }
        return DataFrame.of(names, columns, Index.range(pairs.size()));
    }

    /** A key's value comes from whichever side has the row. */
    private static org.dflib.Series<?> key(Series left, Series right, List<Pair> pairs) {
        Object[] values = pairs.stream()
                .map(pair -> pair.left >= 0
                        ? left.values().get(pair.left)
                        : right.values().get(pair.right))
                .toArray();
        return values.length == 0 ? Columns.take(left.values(), new int[0]) : Columns.infer(values);
    }

    /** The values of the key columns, row by row, integers and floats made comparable. */
    private static List<List<Object>> keys(DataFrame frame, List<String> names) {
        List<Series> columns = names.stream().map(frame::col).toList();
        return IntStream.range(0, frame.size())
                .mapToObj(row -> {
                    List<Object> key = new ArrayList<>();
                    columns.forEach(column -> {
                        Object value = column.values().get(row);
                        key.add(value instanceof Number n ? (Object) n.doubleValue() : value);
                    });
                    return key;
                })
                .toList();
    }

    private static List<Pair> pairs(List<List<Object>> left, List<List<Object>> right, String how) {
        org.dflib.DataFrame pairs = new Join(KINDS.get(how), numbered(left), numbered(right))
                .on(Hasher.of("key"), Hasher.of("key"))
                .select();
        List<Pair> found = new ArrayList<>();
        for (int i = 0; i < pairs.height(); i++) {
            found.add(new Pair(row(pairs.get(1, i)), row(pairs.get(3, i))));
        }
        found.sort(order(left, right, how));
        return found;
    }

    private static org.dflib.DataFrame numbered(List<List<Object>> keys) {
        return org.dflib.DataFrame.byColumn("key", "row")
                .of(
                        org.dflib.Series.ofIterable(keys),
                        org.dflib.Series.ofInt(IntStream.range(0, keys.size()).toArray()));
    }

    private static int row(Object number) {
        return number == null ? -1 : (Integer) number;
    }

    /** The left frame's rows keep their order, for a right join the right's; outer goes key by key as they were met. */
    private static Comparator<Pair> order(List<List<Object>> left, List<List<Object>> right, String how) {
        Comparator<Pair> byLeft = Comparator.comparingInt(Pair::left).thenComparingInt(Pair::right);
        if (how.equals("right")) {
            return Comparator.comparingInt(Pair::right).thenComparingInt(Pair::left);
        } else if (how.equals("outer")) {
            Map<List<Object>, Integer> met = new HashMap<>();
            left.forEach(key -> met.putIfAbsent(key, met.size()));
            right.forEach(key -> met.putIfAbsent(key, met.size()));
            return Comparator.<Pair>comparingInt(
                            pair -> met.get(pair.left >= 0 ? left.get(pair.left) : right.get(pair.right)))
                    .thenComparing(byLeft);
        }
        return byLeft;
    }

    /** The frames' rows one after another; columns one of them lacks are missing there. */
    static DataFrame below(List<DataFrame> frames, boolean ignoreIndex) {
        Set<String> names = new LinkedHashSet<>();
        frames.forEach(frame -> names.addAll(frame.names()));
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(Columns.append(frames.stream()
                    .<org.dflib.Series<?>>map(frame -> frame.names().contains(name)
                            ? frame.col(name).values()
                            : org.dflib.Series.ofVal(null, frame.size()))
                    .toList()));
        }
        List<org.dflib.Series<?>> labels = frames.stream()
                .<org.dflib.Series<?>>map(frame -> frame.index().levels().get(0))
                .toList();
        org.dflib.Series<?> all = Columns.append(labels);
        String name = frames.get(0).index().name();
        return DataFrame.of(List.copyOf(names), columns, ignoreIndex ? Index.range(all.size()) : Index.of(name, all));
    }

    /** The frames side by side, row by row; where one is shorter its columns are missing. */
    static DataFrame beside(List<DataFrame> frames) {
        List<String> names = new ArrayList<>();
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        DataFrame longest =
                frames.stream().max(Comparator.comparingInt(DataFrame::size)).orElseThrow();
        for (DataFrame frame : frames) {
            int[] rows = IntStream.range(0, longest.size())
                    .map(i -> frame.index().position(longest.index().get(i)))
                    .toArray();
            names.addAll(frame.names());
            frame.series().forEach(column -> columns.add(Columns.take(column, rows)));
        }
        return DataFrame.of(names, columns, longest.index());
    }
}
