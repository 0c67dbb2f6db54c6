package jacobi.frame;

import static jacobi.language.Say.say;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions a cell makes data frames with; pandas has them at its top level. */
public final class Frames {
    private Frames() {}

    /**
     * A CSV as a frame: a path, an http(s) address, or the text itself when it has several lines. Dtypes are inferred
     * as pandas infers them; an integer column with one beyond 64 bits is kept as text, digit for digit.
     *
     * @throws IllegalArgumentException if there is no such file (the message says where it was searched) or a line has
     *     more fields than the header (the message has the line)
     */
    public static DataFrame readCsv(String pathOrText) {
        return readCsv(pathOrText, CsvOptions.defaults());
    }

    /** A CSV read as the options say. */
    public static DataFrame readCsv(String pathOrText, CsvOptions options) {
        return CsvReading.read(CsvSource.of(pathOrText), options);
    }

    /** The CSV in a file. */
    public static DataFrame readCsv(Path path) {
        return readCsv(path, CsvOptions.defaults());
    }

    /** The CSV in a file, read as the options say. */
    public static DataFrame readCsv(Path path, CsvOptions options) {
        return CsvReading.read(CsvSource.of(path), options);
    }

    /** The CSV a reader gives; it is read to its end, not closed. */
    public static DataFrame readCsv(Reader reader, CsvOptions options) {
        StringWriter text = new StringWriter();
        try {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(say("rendering.frames.read-csv", "reason", e.getMessage()), e);
        }
        return CsvReading.read(CsvSource.ofText(text.toString()), options);
    }

    /** A frame from columns by name; each value is an array, a List or a Series, all of one length. */
    public static DataFrame dataFrame(Map<String, ?> columns) {
        DataFrame frame = DataFrame.of(List.of(), List.of(), Index.range(0));
        for (Map.Entry<String, ?> column : columns.entrySet()) {
            frame = frame.assign(column.getKey(), series(column.getValue()));
        }
        return frame;
    }

    /** A frame from names and columns in turn: {@code dataFrame("x", new int[] {1, 2}, "y", List.of("a", "b"))}. */
    public static DataFrame dataFrame(Object... namesAndColumns) {
        if (namesAndColumns.length % 2 != 0) {
            throw new IllegalArgumentException(
                    say("frame.frames.name-then-its-values", "length", namesAndColumns.length));
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndColumns.length; i += 2) {
            columns.put(String.valueOf(namesAndColumns[i]), namesAndColumns[i + 1]);
        }
        return dataFrame(columns);
    }

    /** A column without a name from an array or a List. */
    public static Series series(Object values) {
        org.dflib.Series<?> column = Columns.of(values);
        return new Series(null, column, Index.range(column.size()));
    }

    /** Frames one below the other; columns one of them lacks are missing there. Row labels are kept. */
    public static DataFrame concat(List<DataFrame> frames) {
        return concat(frames, 0);
    }

    /** Frames one below the other (axis 0) or side by side (axis 1). */
    public static DataFrame concat(List<DataFrame> frames, int axis) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException(say("frame.frames.no-frames"));
        }
        return switch (axis) {
            case 0 -> Merge.below(frames, false);
            case 1 -> Merge.beside(frames);
            default -> throw new IllegalArgumentException(say("frame.frames.axis-found", "axis", axis));
        };
    }

    /** Frames one below the other, the rows labelled 0, 1, 2, … again. */
    public static DataFrame concatIgnoringIndex(List<DataFrame> frames) {
        return Merge.below(new ArrayList<>(frames), true);
    }

    /** Two frames joined on columns; see {@link DataFrame#merge(DataFrame, String, String...)}. */
    public static DataFrame merge(DataFrame left, DataFrame right, String how, String... on) {
        return left.merge(right, how, on);
    }

    /** One column of 0 and 1 for each value of each text column; see {@link DataFrame#getDummies(boolean)}. */
    public static DataFrame getDummies(DataFrame frame, boolean dummyNa) {
        return frame.getDummies(dummyNa);
    }
}
