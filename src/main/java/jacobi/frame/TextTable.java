package jacobi.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A DataFrame as pandas prints it: eighty characters wide, long ones shortened. */
final class TextTable {
    private static final int WIDTH = 80;

    private TextTable() {}

    static String of(DataFrame frame) {
        ShownPart shown = ShownPart.of(frame);
        if (frame.shape().rows() == 0 || frame.shape().columns() == 0) {
            return "Empty DataFrame\nColumns: " + list(frame.columns()) + "\nIndex: " + list(frame.index());
        }
        String table =
                wrapped(labels(shown), columns(shown), shown.frame().shape().rows());
        return shown.isShortened()
                ? table + "\n\n[" + frame.shape().rows() + " rows x "
                        + frame.shape().columns() + " columns]"
                : table;
    }

    private static String list(Index labels) {
        return labels.toList().stream().map(NumberText::python).collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<String> labels(ShownPart shown) {
        Index index = shown.frame().index();
        List<String> labels = new ArrayList<>();
        labels.add("");
        labels.addAll(List.of(
                CellText.joined(1, CellText.labels(index, index.isNamed())).split("\n", -1)));
        return shown.rowGap() < 0 ? labels : dotted(labels, shown, false);
    }

    private static List<List<String>> columns(ShownPart shown) {
        DataFrame frame = shown.frame();
        List<List<String>> columns = new ArrayList<>();
        for (int c = 0; c < frame.shape().columns(); c++) {
            Series column = frame.col(c);
            String header = (Dtype.of(column.values()).isNumeric() ? " " : "")
                    + CellText.escaped(String.valueOf(column.name()));
            List<String> cells = CellText.padded(CellText.column(column.values()), true, CellText.width(header));
            int width = CellText.width(cells.get(0));
            List<String> lines = new ArrayList<>();
            lines.add(CellText.pad(header, width, true));
            if (frame.index().isNamed()) {
                lines.add(" ".repeat(width));
            }
            lines.addAll(cells);
            columns.add(shown.rowGap() < 0 ? lines : dotted(lines, shown, true));
        }
        if (shown.columnGap() >= 0) {
            columns.add(shown.columnGap(), Collections.nCopies(columns.get(0).size(), " ..."));
        }
        return columns;
    }

    private static List<String> dotted(List<String> lines, ShownPart shown, boolean right) {
        int width = lines.stream().mapToInt(CellText::width).max().orElse(0);
        int headers = lines.size() - shown.frame().shape().rows();
        String dots = CellText.width(lines.get(shown.rowGap())) > 3 ? "..." : "..";
        return CellText.with(lines, headers + shown.rowGap(), CellText.pad(dots, width, right));
    }

    /** The columns in as many blocks as the width needs, each with the labels; all but the last end in a backslash. */
    private static String wrapped(List<String> labels, List<List<String>> columns, int rows) {
        int room = WIDTH - width(labels) - 1;
        List<String> blocks = new ArrayList<>();
        List<List<String>> block = new ArrayList<>();
        int used = 0;
        for (int c = 0; c < columns.size(); c++) {
            int width = width(columns.get(c)) + 1;
            used += width;
            boolean last = c == columns.size() - 1;
            if (used + (last ? 1 : 2) > room && c > 0) {
                blocks.add(block(labels, block, " \\", labels.size()));
                block = new ArrayList<>();
                used = width;
            }
            block.add(columns.get(c));
        }
        blocks.add(block(labels, block, blocks.isEmpty() ? null : " ", labels.size()));
        return String.join("\n\n", blocks);
    }

    private static String block(List<String> labels, List<List<String>> columns, String end, int lines) {
        List<List<String>> all = new ArrayList<>();
        all.add(labels);
        all.addAll(columns);
        if (end != null) {
            List<String> edge = new ArrayList<>(Collections.nCopies(lines, " ".repeat(end.length())));
            edge.set(0, end);
            all.add(edge);
        }
        return CellText.joined(1, all);
    }

    private static int width(List<String> lines) {
        return lines.stream().mapToInt(CellText::width).max().orElse(0);
    }
}
