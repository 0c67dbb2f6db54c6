package jacobi.frame;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A table of named, typed columns with labelled rows, in pandas' words.
 *
 * <p>Every operation gives a new frame but {@link #set}, which puts a column into this one. Columns are DFLib's; see
 * {@link #data()} for what this class does not say.
 */
public final class DataFrame implements DisplayDataRenderable {
    private org.dflib.DataFrame data;
    private final Index index;

    DataFrame(org.dflib.DataFrame data, Index index) {
        this.data = data;
        this.index = index;
    }

    static DataFrame of(List<String> names, List<org.dflib.Series<?>> columns, Index index) {
        long different = names.stream().distinct().count();
        if (different < names.size()) {
            throw new IllegalArgumentException(say("frame.dataFrame.two-columns-one-name", "names", names));
        }
        return new DataFrame(
                org.dflib.DataFrame.byColumn(names.toArray(String[]::new)).of(columns.toArray(org.dflib.Series[]::new)),
                index);
    }

    /** The DFLib frame beneath; it knows nothing of row labels. */
    public org.dflib.DataFrame data() {
        return data;
    }

    /** Rows and columns. */
    public FrameShape shape() {
        return new FrameShape(index.size(), data.width());
    }

    /** The number of rows. */
    public int size() {
        return index.size();
    }

    /** The names of the columns. */
    public Index columns() {
        return Index.ofNames(data.getColumnsIndex().toArray());
    }

    /** The labels of the rows. */
    public Index index() {
        return index;
    }

    /** The dtype of each column. */
    public Series dtypes() {
        Object[] dtypes = columnList().stream().map(Series::dtype).toArray();
        return new Series(null, org.dflib.Series.of(dtypes), columns());
    }

    /** A column by name. */
    public Series col(String name) {
        return col(position(name));
    }

    /** A column by name, as {@code data["Price"]}. */
    public Series get(String name) {
        return col(name);
    }

    /** Columns by name, in the order given, as {@code data[["a", "b"]]}. */
    public DataFrame get(String first, String second, String... more) {
        return get(ColumnNames.list(first, second, more));
    }

    /** Columns by name, in the order given. */
    public DataFrame get(List<String> names) {
        return select(names.stream().mapToInt(this::position).toArray());
    }

    /** The rows where a bool Series is true, as {@code data[data["Price"] > 1]}. */
    public DataFrame get(Series mask) {
        return take(mask.rowsThatAreTrue(size()));
    }

    /** Puts a column into this frame, at the end or in the place of its namesake; a single value fills the column. */
    public void set(Object values, String name) {
        Object column = values;
        if (values == null || values instanceof Number || values instanceof String || values instanceof Boolean) {
            Object[] same = new Object[size()];
            Arrays.fill(same, values);
            column = same;
        }
        data = with(name, Columns.of(column)).data;
    }

    /** A frame with one column more, or another in the place of its namesake. */
    public DataFrame assign(String name, Series values) {
        return with(name, values.values());
    }

    private DataFrame with(String name, org.dflib.Series<?> column) {
        if (column.size() != size() && data.width() > 0) {
            throw new IllegalArgumentException(say(
                    "frame.dataFrame.column-values-frame-rows", "name", name, "column", column.size(), "size", size()));
        }
        List<String> names = new ArrayList<>(names());
        List<org.dflib.Series<?>> columns = new ArrayList<>(series());
        int at = names.indexOf(name);
        if (at < 0) {
            names.add(name);
            columns.add(column);
        } else {
            columns.set(at, column);
        }
        return of(names, columns, data.width() > 0 ? index : Index.range(column.size()));
    }

    /** Rows and columns by position, as {@code data.iloc[...]}. */
    public ILoc iloc() {
        return new ILoc(this);
    }

    /** The rows and columns two slices select, as {@code iloc(":", "0:2")}. */
    public DataFrame iloc(String rows, String columns) {
        return iloc().get(rows, columns);
    }

    /** One column's values at the rows a slice selects, as {@code iloc(":", 2)}. */
    public Series iloc(String rows, int column) {
        return iloc().get(rows, column);
    }

    /** One row's values at the columns a slice selects. */
    public Series iloc(int row, String columns) {
        return iloc().get(row, columns);
    }

    /** One value; null or NaN if it is missing. */
    public Object iloc(int row, int column) {
        return iloc().get(row, column);
    }

    /** The rows a slice selects. */
    public DataFrame iloc(String rows) {
        return iloc().get(rows);
    }

    /** One row, its values labelled with the column names. */
    public Series iloc(int row) {
        return iloc().get(row);
    }

    /** Rows and columns by label, as {@code data.loc[...]}. */
    public Loc loc() {
        return new Loc(this);
    }

    /** The row with a label. */
    public Series loc(Object label) {
        int at = index.position(label);
        if (at < 0) {
            throw new IllegalArgumentException(say("frame.dataFrame.no-row-labelled", "quoted", Columns.quoted(label)));
        }
        return iloc(at);
    }

    /** The value in the row with a label and the column of a name. */
    public Object loc(Object label, String column) {
        return get(List.of(column)).loc(label).iloc(0);
    }

    /** Rows as columns and columns as rows, the columns named by the labels of the rows. */
    public DataFrame T() {
        List<String> labels = new ArrayList<>();
        List<org.dflib.Series<?>> rows = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            Series row = iloc(i);
            labels.add(row.name());
            rows.add(row.values());
        }
        return of(labels, rows, columns());
    }

    /** The numbers of the frame, as {@link #toTensor()} gives them. */
    public Tensor values() {
        return toTensor();
    }

    /** The first five rows. */
    public DataFrame head() {
        return head(5);
    }

    /** The first {@code n} rows. */
    public DataFrame head(int n) {
        return take(IntStream.range(0, Math.min(n, size())).toArray());
    }

    /** The last five rows. */
    public DataFrame tail() {
        return tail(5);
    }

    /** The last {@code n} rows. */
    public DataFrame tail(int n) {
        return take(IntStream.range(Math.max(0, size() - n), size()).toArray());
    }

    /** True where a value is missing. */
    public DataFrame isna() {
        return map(column -> column.isna().values());
    }

    /** True where a value is there. */
    public DataFrame notna() {
        return map(column -> column.notna().values());
    }

    /** The frame with every missing value replaced by one value. */
    public DataFrame fillna(Object value) {
        return map(column -> Missing.fill(column.values(), value));
    }

    /**
     * The frame with missing values replaced column by column, as {@code fillna(data.mean(true))}; columns the Series
     * does not name stay as they are. A number for a column of text is an error that names it.
     */
    public DataFrame fillna(Series perColumn) {
        return map(column -> {
            int at = perColumn.index().position(column.name());
            return at < 0 ? column.values() : Missing.fillNumber(column.values(), column.name(), perColumn.iloc(at));
        });
    }

    /** The frame with missing values replaced by a value for each column named. */
    public DataFrame fillna(Map<String, ?> perColumn) {
        perColumn.keySet().forEach(this::position);
        return map(column -> perColumn.containsKey(column.name())
                ? Missing.fillNumber(column.values(), column.name(), perColumn.get(column.name()))
                : column.values());
    }

    /** The rows in which nothing is missing. */
    public DataFrame dropna() {
        List<org.dflib.Series<?>> columns = series();
        return take(IntStream.range(0, size())
                .filter(row -> columns.stream().noneMatch(column -> Columns.isMissing(column, row)))
                .toArray());
    }

    /** The frame without some columns. */
    public DataFrame drop(String... columns) {
        List<Integer> gone = Arrays.stream(columns).map(this::position).toList();
        return select(
                IntStream.range(0, data.width()).filter(c -> !gone.contains(c)).toArray());
    }

    /** The frame with columns renamed, old name to new. */
    public DataFrame rename(Map<String, String> names) {
        names.keySet().forEach(this::position);
        return of(names().stream().map(name -> names.getOrDefault(name, name)).toList(), series(), index);
    }

    /** One column of 0 and 1 for each value of each text column, named {@code Alley_Pave}. */
    public DataFrame getDummies() {
        return Dummies.of(this, false);
    }

    /** As {@link #getDummies()}; with {@code dummyNa} a missing value has a column of its own, {@code Alley_nan}. */
    public DataFrame getDummies(boolean dummyNa) {
        return Dummies.of(this, dummyNa);
    }

    /** The rows in order of a column, missing values last. */
    public DataFrame sortValues(String column) {
        return sortValues(column, true);
    }

    /** The rows in order of a column, up or down, missing values last. */
    public DataFrame sortValues(String column, boolean ascending) {
        return sortValues(List.of(column), ascending);
    }

    /** The rows in order of several columns; one direction for all, or one for each. Equal rows keep their order. */
    public DataFrame sortValues(List<String> columns, boolean... ascending) {
        if (ascending.length > 1 && ascending.length != columns.size()) {
            throw new IllegalArgumentException(say(
                    "frame.dataFrame.columns-directions-give-one",
                    "columns",
                    columns.size(),
                    "length",
                    ascending.length));
        }
        boolean[] directions = new boolean[columns.size()];
        for (int k = 0; k < directions.length; k++) {
            directions[k] = ascending.length == 0 || ascending[Math.min(k, ascending.length - 1)];
        }
        return take(Sorting.order(
                columns.stream()
                        .<org.dflib.Series<?>>map(name -> col(name).values())
                        .toList(),
                directions));
    }

    /** The rows in groups of equal values of the columns named. */
    public GroupBy groupby(String... columns) {
        return new GroupBy(this, List.of(columns));
    }

    /** This frame joined with another on the columns both have; rows without a partner are left out. */
    public DataFrame merge(DataFrame right) {
        return merge(right, "inner");
    }

    /**
     * This frame joined with another on columns; {@code how} is inner, left, right or outer. No columns: those both
     * have.
     */
    public DataFrame merge(DataFrame right, String how, String... on) {
        return Merge.of(this, right, how, List.of(on));
    }

    /** A column's values as the labels of the rows. */
    public DataFrame setIndex(String column) {
        return new DataFrame(drop(column).data, Index.of(column, col(column).values()));
    }

    /** Rows labelled 0, 1, 2, … again; with {@code drop} the old labels are given up, else they become columns. */
    public DataFrame resetIndex(boolean drop) {
        List<String> names = new ArrayList<>();
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        if (!drop) {
            for (int k = 0; k < index.levels().size(); k++) {
                String name = index.names().get(k);
                names.add(name != null ? name : index.levels().size() == 1 ? "index" : "level_" + k);
                columns.add(index.levels().get(k));
            }
        }
        names.addAll(names());
        columns.addAll(series());
        return of(names, columns, Index.range(size()));
    }

    /** A value for each column from a function of the column, as {@code apply(c -> c.max() - c.min())}. */
    public Series apply(Function<Series, ?> function) {
        Object[] results = columnList().stream().map(function).toArray();
        return new Series(null, Columns.infer(results), columns());
    }

    /** How many values each column has. */
    public Series count() {
        return reduce(Reduction.COUNT, false);
    }

    /** The sum of each column. A text column is an error that names it. */
    public Series sum() {
        return reduce(Reduction.SUM, false);
    }

    /** The mean of each column. A text column is an error that names it. */
    public Series mean() {
        return mean(false);
    }

    /** The mean of each column, with {@code numericOnly} of those that hold numbers or booleans. */
    public Series mean(boolean numericOnly) {
        return reduce(Reduction.MEAN, numericOnly);
    }

    /** The median of each column, with {@code numericOnly} of those that hold numbers or booleans. */
    public Series median(boolean numericOnly) {
        return reduce(Reduction.MEDIAN, numericOnly);
    }

    /**
     * The sample standard deviation of each column, with {@code numericOnly} of those that hold numbers or booleans.
     */
    public Series std(boolean numericOnly) {
        return reduce(Reduction.STD, numericOnly);
    }

    /** The smallest value of each column, text by its characters. */
    public Series min() {
        return reduce(Reduction.MIN, false);
    }

    /** The largest value of each column, text by its characters. */
    public Series max() {
        return reduce(Reduction.MAX, false);
    }

    private Series reduce(Reduction reduction, boolean numericOnly) {
        List<Series> chosen = columnList().stream()
                .filter(column -> !numericOnly || Dtype.of(column.values()).isNumeric())
                .toList();
        Object[] results = chosen.stream()
                .map(column -> reduction.of(column.values(), column.name()))
                .toArray();
        return new Series(
                null,
                Columns.infer(results),
                Index.ofNames(chosen.stream().map(Series::name).toArray(String[]::new)));
    }

    /** The {@code q}-th quantile of each column of numbers. */
    public Series quantile(double q) {
        List<Series> chosen = columnList().stream()
                .filter(column -> Dtype.of(column.values()).isNumber())
                .toList();
        return new Series(
                NumberText.python(q),
                org.dflib.Series.ofDouble(chosen.stream()
                        .mapToDouble(column -> column.quantile(q))
                        .toArray()),
                Index.ofNames(chosen.stream().map(Series::name).toArray(String[]::new)));
    }

    /**
     * Count, mean, standard deviation, least, quartiles and greatest of the columns of numbers; of text if all is text.
     */
    public DataFrame describe() {
        return Describe.of(this);
    }

    /** Prints labels, columns, how many values each has, dtypes and memory. */
    public void info() {
        System.out.println(Info.of(this));
    }

    /** Pearson's correlation of each pair of number columns, over the rows where both have values. */
    public DataFrame corr() {
        return Describe.correlation(this);
    }

    /** The values as a float64 tensor, a row for each row; as {@link #toTensor(DType)}. */
    public Tensor toTensor() {
        return toTensor(DType.float64);
    }

    /**
     * The values as a tensor of shape (rows, columns); booleans become 0 and 1, missing numbers NaN.
     *
     * @throws IllegalArgumentException if a column holds text, or a value is missing and the type has no NaN; the
     *     message names the column
     */
    public Tensor toTensor(DType dtype) {
        return ToTensor.of(columnList(), dtype).reshape(size(), data.width());
    }

    /** Writes the frame with its row labels as CSV, UTF-8, missing values empty; an existing file is replaced. */
    public void toCsv(String path) {
        toCsv(path, true);
    }

    /** Writes the frame as CSV, with or without its row labels. */
    public void toCsv(String path, boolean withIndex) {
        CsvText.write(this, withIndex, Path.of(path));
    }

    /** The frame with its row labels as CSV text. */
    public String toCsv() {
        return CsvText.of(this, true);
    }

    /** The table as a notebook shows it. */
    public String toHtml() {
        return HtmlTable.of(this);
    }

    /** As pandas prints it: over 60 rows the first and last five, over 80 characters in blocks of columns. */
    @Override
    public String toString() {
        return TextTable.of(this);
    }

    @Override
    public void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_HTML, () -> toHtml());
        context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> toString());
    }

    Series col(int position) {
        return new Series(data.getColumnsIndex().get(position), data.getColumn(position), index);
    }

    List<Series> columnList() {
        return IntStream.range(0, data.width()).mapToObj(this::col).toList();
    }

    List<String> names() {
        return List.of(data.getColumnsIndex().toArray());
    }

    List<org.dflib.Series<?>> series() {
        return columnList().stream().<org.dflib.Series<?>>map(Series::values).toList();
    }

    DataFrame take(int[] rows) {
        return map(index.take(rows), column -> Columns.take(column.values(), rows));
    }

    DataFrame select(int[] columns) {
        return new DataFrame(data.cols(columns).select(), index);
    }

    private DataFrame map(Function<Series, org.dflib.Series<?>> each) {
        return map(index, each);
    }

    private DataFrame map(Index labels, Function<Series, org.dflib.Series<?>> each) {
        return of(names(), columnList().stream().<org.dflib.Series<?>>map(each).toList(), labels);
    }

    private int position(String name) {
        return ColumnNames.position(names(), name);
    }
}
