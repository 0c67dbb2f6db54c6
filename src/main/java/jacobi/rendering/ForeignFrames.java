package jacobi.rendering;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Frames of other libraries as tables, their middle left out where they are long. */
final class ForeignFrames {
    private ForeignFrames() {}

    static Table ofTablesaw(Object table) {
        List<String> header = texts((Iterable<?>) Call.of(table, "columnNames"));
        int rows = (int) Call.of(table, "rowCount");
        return table(String.valueOf(Call.of(table, "name")).replace("null", ""), header, rows, (row, column) ->
                (String) Call.of(table, "getString", row, column));
    }

    static Table ofDflib(Object frame) {
        List<String> header = texts((Iterable<?>) Call.of(frame, "getColumnsIndex"));
        int rows = (int) Call.of(frame, "height");
        List<Object> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(Call.of(frame, "getColumn", i));
        }
        return table("", header, rows, (row, column) -> String.valueOf(Call.of(columns.get(column), "get", row)));
    }

    private static List<String> texts(Iterable<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(String.valueOf(value)));
        return texts;
    }

    private static Table table(
            String caption, List<String> header, int rows, BiFunction<Integer, Integer, String> cell) {
        return Table.ofLong(
                        caption,
                        header,
                        rows,
                        row -> IntStream.range(0, header.size())
                                .mapToObj(column -> String.valueOf(cell.apply(row, column)))
                                .toList())
                .note(say("frame.size", "rows", rows, "columns", header.size()));
    }
}
