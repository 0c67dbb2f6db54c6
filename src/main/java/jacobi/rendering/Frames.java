package jacobi.rendering;

import jacobi.display.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Frames of other libraries as tables, their middle left out where they are long. */
final class Frames {
    private static final int MOST_ROWS = 60;
    private static final int ENDS = 5;

    private Frames() {}

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
        List<List<String>> shown = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (rows > MOST_ROWS && row == ENDS) {
                shown.add(header.stream().map(name -> "...").toList());
                row = rows - ENDS;
            }
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < header.size(); column++) {
                cells.add(String.valueOf(cell.apply(row, column)));
            }
            shown.add(cells);
        }
        return new Table(caption, header, shown, List.of(rows + " rows × " + header.size() + " columns"));
    }
}
