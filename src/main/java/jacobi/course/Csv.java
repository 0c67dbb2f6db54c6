package jacobi.course;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Tables as CSV, for programs and for spreadsheets that people open them with. */
public final class Csv {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** What a spreadsheet would take for a formula, and run. */
    private static final String FORMULA = "(?s)[=+\\-@\\t\\r].*";

    private Csv() {}

    /** A line with its end. */
    public static String line(List<String> fields) {
        StringWriter line = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(line)) {
            csv.writeRecord(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** The fields of a line. */
    public static List<String> fields(String line) {
        try (Stream<CsvRecord> records = CsvReader.builder().ofCsvRecord(line).stream()) {
            return records.findFirst().map(CsvRecord::getFields).orElse(List.of(""));
        }
    }

    /** A name as a field: what would be a formula begins with an apostrophe. */
    public static String name(String text) {
        return text.matches(FORMULA) ? "'" + text : text;
    }

    /** The name that a field stands for. */
    public static String named(String field) {
        return field.startsWith("'") && field.substring(1).matches(FORMULA) ? field.substring(1) : field;
    }

    /**
     * A table as it is written: with a mark where it has more than ASCII, or Excel reads it in the system's encoding.
     */
    public static String marked(String table) {
        boolean plain = table.chars().allMatch(c -> c < 0x80);
        return plain || table.startsWith(BYTE_ORDER_MARK) ? table : BYTE_ORDER_MARK + table;
    }

    /** A table without that mark. */
    public static String unmarked(String table) {
        return table.startsWith(BYTE_ORDER_MARK) ? table.substring(1) : table;
    }
}
