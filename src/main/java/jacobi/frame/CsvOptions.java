package jacobi.frame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a CSV is read: {@code CsvOptions.defaults().separator(';').naValues("-999")}.
 *
 * <p>Immutable: each method gives other options. By default the separator is a comma, the first line holds the names,
 * fields are trimmed, pandas' spellings of a missing value count as missing, and the text is UTF-8, or GB18030 where it
 * is Chinese and not UTF-8.
 */
public final class CsvOptions {
    private static final Set<String> MISSING = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "n/a",
            "nan",
            "null");

    private char separator = ',';
    private boolean header = true;
    private List<String> names = List.of();
    private List<String> columns = List.of();
    private String indexColumn;
    private Set<String> missing = MISSING;
    private Map<String, Dtype> dtypes = Map.of();
    private long rows = Long.MAX_VALUE;
    private int skipRows;
    private Character comment;
    private boolean strict;
    /** Null where it was not said: UTF-8, or what the bytes look like. */
    private Charset charset;

    private CsvOptions() {}

    /** What {@code readCsv(path)} uses. */
    public static CsvOptions defaults() {
        return new CsvOptions();
    }

    /** Nothing is trimmed, so {@code " NA"} is text, and a line with too few fields is an error. */
    public static CsvOptions strict() {
        return defaults().with(options -> options.strict = true);
    }

    /** What stands between fields; {@code '\t'} for tabs. */
    public CsvOptions separator(char separator) {
        return with(options -> options.separator = separator);
    }

    /** The first line holds values; columns are named 0, 1, 2, … or as {@link #names} says. */
    public CsvOptions noHeader() {
        return with(options -> options.header = false);
    }

    /** The names of the columns, in place of those in the file. */
    public CsvOptions names(String... names) {
        return with(options -> options.names = List.of(names));
    }

    /** The columns to keep, in the file's order. */
    public CsvOptions columns(String... names) {
        return with(options -> options.columns = List.of(names));
    }

    /** The column whose values label the rows. */
    public CsvOptions indexColumn(String name) {
        return with(options -> options.indexColumn = name);
    }

    /** Further spellings of a missing value, beside pandas'. */
    public CsvOptions naValues(String... spellings) {
        return with(options -> {
            options.missing = new LinkedHashSet<>(missing);
            options.missing.addAll(List.of(spellings));
        });
    }

    /** Only these spellings mean a missing value; none at all keeps every field as it is written. */
    public CsvOptions onlyNaValues(String... spellings) {
        return with(options -> options.missing = Set.of(spellings));
    }

    /** The dtype of a column, as {@code dtype("zip", "object")} keeps leading zeros. */
    public CsvOptions dtype(String column, String dtype) {
        return with(options -> {
            options.dtypes = new HashMap<>(dtypes);
            options.dtypes.put(column, Dtype.named(dtype));
        });
    }

    /** At most this many rows. */
    public CsvOptions rows(long most) {
        return with(options -> options.rows = most);
    }

    /** Lines to leave out at the start of the file. */
    public CsvOptions skipRows(int lines) {
        return with(options -> options.skipRows = lines);
    }

    /** Lines that start with this character are left out. */
    public CsvOptions comment(char start) {
        return with(options -> options.comment = start);
    }

    /** The encoding, as {@code encoding("GBK")}; without it UTF-8, or GB18030 where the bytes look like it. */
    public CsvOptions encoding(String name) {
        return with(options -> options.charset = Charset.forName(name));
    }

    char separator() {
        return separator;
    }

    boolean hasHeader() {
        return header;
    }

    List<String> names() {
        return names;
    }

    List<String> columns() {
        return columns;
    }

    String indexColumn() {
        return indexColumn;
    }

    Set<String> missing() {
        return missing;
    }

    Map<String, Dtype> dtypes() {
        return dtypes;
    }

    long rows() {
        return rows;
    }

    int skipRows() {
        return skipRows;
    }

    Character comment() {
        return comment;
    }

    boolean isStrict() {
        return strict;
    }

    Charset charset() {
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    boolean saysCharset() {
        return charset != null;
    }

    private CsvOptions with(Consumer<CsvOptions> change) {
        CsvOptions copy = new CsvOptions();
        copy.separator = separator;
        copy.header = header;
        copy.names = names;
        copy.columns = columns;
        copy.indexColumn = indexColumn;
        copy.missing = missing;
        copy.dtypes = dtypes;
        copy.rows = rows;
        copy.skipRows = skipRows;
        copy.comment = comment;
        copy.strict = strict;
        copy.charset = charset;
        change.accept(copy);
        return copy;
    }
}
