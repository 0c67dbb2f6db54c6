package jacobi.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A frame's rows in groups of equal keys, the groups in order of their keys; rows without a key are left out. */
public final class GroupBy {
    private final DataFrame frame;
    private final List<String> keys;
    private final List<int[]> groups;
    private final List<String> values;

    GroupBy(DataFrame frame, List<String> keys) {
        this(frame, keys, groups(frame, keys), null);
    }

    private GroupBy(DataFrame frame, List<String> keys, List<int[]> groups, List<String> values) {
        this.frame = frame;
        this.keys = keys;
        this.groups = groups;
        this.values = values != null
                ? values
                : frame.names().stream().filter(name -> !keys.contains(name)).toList();
    }

    /** The groups with only these columns in what is computed. */
    public GroupBy get(List<String> columns) {
        frame.get(columns);
        return new GroupBy(frame, keys, groups, columns);
    }

    /** One column in groups. */
    public OfColumn get(String column) {
        return new OfColumn(get(List.of(column)), column);
    }

    /** One column in groups. */
    public OfColumn col(String column) {
        return get(column);
    }

    /** The mean of each column in each group. A text column is an error that names it. */
    public DataFrame mean() {
        return reduce(Reduction.MEAN, false);
    }

    /** The mean, with {@code numericOnly} of the columns that hold numbers or booleans. */
    public DataFrame mean(boolean numericOnly) {
        return reduce(Reduction.MEAN, numericOnly);
    }

    /** The median of each column in each group. */
    public DataFrame median(boolean numericOnly) {
        return reduce(Reduction.MEDIAN, numericOnly);
    }

    /** The sample standard deviation of each column in each group. */
    public DataFrame std(boolean numericOnly) {
        return reduce(Reduction.STD, numericOnly);
    }

    /** The sum of each column in each group. */
    public DataFrame sum() {
        return reduce(Reduction.SUM, false);
    }

    /** The sum, with {@code numericOnly} of the columns that hold numbers or booleans. */
    public DataFrame sum(boolean numericOnly) {
        return reduce(Reduction.SUM, numericOnly);
    }

    /** The smallest value of each column in each group. */
    public DataFrame min() {
        return reduce(Reduction.MIN, false);
    }

    /** The largest value of each column in each group. */
    public DataFrame max() {
        return reduce(Reduction.MAX, false);
    }

    /** How many values each column has in each group. */
    public DataFrame count() {
        return reduce(Reduction.COUNT, false);
    }

    /** The first value of each column in each group that is not missing. */
    public DataFrame first() {
        return collect(
                values,
                (column, rows) -> Arrays.stream(rows)
                        .mapToObj(column.values()::get)
                        .filter(value -> !Columns.isMissing(value))
                        .findFirst()
                        .orElse(null));
    }

    /** How many rows each group has. */
    public Series size() {
        return new Series(
                null,
                org.dflib.Series.ofLong(
                        groups.stream().mapToLong(rows -> rows.length).toArray()),
                labels());
    }

    /** A value for each group from a function of its rows. */
    public Series apply(Function<DataFrame, ?> function) {
        Object[] results =
                groups.stream().map(rows -> function.apply(frame.take(rows))).toArray();
        return new Series(null, Columns.infer(results), labels());
    }

    @Override
    public String toString() {
        return "GroupBy(" + String.join(", ", keys) + ": " + groups.size() + " groups)";
    }

    private DataFrame reduce(Reduction reduction, boolean numericOnly) {
        List<String> chosen = values.stream()
                .filter(name ->
                        !numericOnly || Dtype.of(frame.col(name).values()).isNumeric())
                .toList();
        return collect(chosen, (column, rows) -> reduction.of(Columns.take(column.values(), rows), column.name()));
    }

    private DataFrame collect(List<String> names, BiFunction<Series, int[], Object> each) {
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        for (String name : names) {
            Series column = frame.col(name);
            columns.add(Columns.infer(
                    groups.stream().map(rows -> each.apply(column, rows)).toArray()));
        }
        return DataFrame.of(names, columns, labels());
    }

    private Index labels() {
        int[] firsts = groups.stream().mapToInt(rows -> rows[0]).toArray();
        return Index.of(
                keys,
                keys.stream()
                        .<org.dflib.Series<?>>map(
                                key -> Columns.take(frame.col(key).values(), firsts))
                        .toList());
    }

    private static List<int[]> groups(DataFrame frame, List<String> keys) {
        frame.get(keys);
        org.dflib.GroupBy found = frame.data().group(keys.toArray(String[]::new));
        List<Series> columns = keys.stream().map(frame::col).toList();
        List<int[]> groups = new ArrayList<>();
        for (Object key : found.getGroupKeys()) {
            int[] rows = found.getGroupIndex(key).toIntArray();
            if (columns.stream().noneMatch(column -> Columns.isMissing(column.values(), rows[0]))) {
                groups.add(rows);
            }
        }
        groups.sort((a, b) -> columns.stream()
                .mapToInt(column -> Columns.compare(
                        column.values().get(a[0]), column.values().get(b[0])))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0));
        return groups;
    }

    /** One column of a grouped frame: its statistics are Series labelled with the groups. */
    public static final class OfColumn {
        private final GroupBy groups;
        private final String column;

        private OfColumn(GroupBy groups, String column) {
            this.groups = groups;
            this.column = column;
        }

        /** The mean of each group. */
        public Series mean() {
            return groups.mean().col(column);
        }

        /** The median of each group. */
        public Series median() {
            return groups.median(false).col(column);
        }

        /** The sample standard deviation of each group. */
        public Series std() {
            return groups.std(false).col(column);
        }

        /** The sum of each group. */
        public Series sum() {
            return groups.sum().col(column);
        }

        /** The smallest value of each group. */
        public Series min() {
            return groups.min().col(column);
        }

        /** The largest value of each group. */
        public Series max() {
            return groups.max().col(column);
        }

        /** How many values each group has. */
        public Series count() {
            return groups.count().col(column);
        }
    }
}
