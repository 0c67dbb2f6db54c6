package jacobi.frame;

import static jacobi.language.Say.say;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A frame as CSV, as pandas writes it: numbers in Python's spelling, quotes where needed, missing values empty. */
final class CsvText {
    private CsvText() {}

    static String of(DataFrame frame, boolean withIndex) {
        StringWriter text = new StringWriter();
        write(frame, withIndex, text);
        return text.toString();
    }

    static void write(DataFrame frame, boolean withIndex, Path path) {
        try (Writer out = Files.newBufferedWriter(path)) {
            write(frame, withIndex, out);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    say("frame.csvText.cannot-write", "path", path.toAbsolutePath(), "reason", e.getMessage()), e);
        }
    }

    private static void write(DataFrame frame, boolean withIndex, Writer out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        List<String> header = new ArrayList<>();
        if (withIndex) {
            columns.addAll(frame.index().levels());
            frame.index().names().forEach(name -> header.add(name == null ? "" : name));
        }
        header.addAll(frame.names());
        columns.addAll(frame.series());
        csv.writeRecord(header);
        for (int r = 0; r < frame.size(); r++) {
            String[] record = new String[columns.size()];
            for (int c = 0; c < record.length; c++) {
                org.dflib.Series<?> column = columns.get(c);
                record[c] = Columns.isMissing(column, r) ? "" : NumberText.python(column.get(r));
            }
            csv.writeRecord(record);
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
