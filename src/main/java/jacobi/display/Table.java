package jacobi.display;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.language.Width;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A small table of text: lined-up columns on a console, an HTML table in a notebook; numbers stand to the right.
 *
 * @param caption a line above the table; empty for none
 * @param header the names of the columns
 * @param rows the cells, each row as long as the header
 * @param notes lines below the table
 */
public record Table(String caption, List<String> header, List<List<String>> rows, List<String> notes)
        implements DisplayDataRenderable {

    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(say(
                        "display.table.row-cells-under-columns",
                        "row",
                        row.size(),
                        "header",
                        header.size(),
                        "row2",
                        row));
            }
        }
    }

    /** A table of these columns with no rows yet. */
    public static Table of(String caption, String... header) {
        return new Table(caption, List.of(header), List.of(), List.of());
    }

    /**
     * A table of which only the rows that are shown are made, the middle of a long one left out.
     *
     * @param size how many rows there are
     * @param row the cells of a row
     */
    public static Table ofLong(String caption, List<String> header, int size, IntFunction<List<String>> row) {
        List<List<String>> shown = new ArrayList<>();
        int next = 0;
        for (int i : shownRows(size)) {
            if (i != next) {
                shown.add(header.stream().map(name -> "...").toList());
            }
            shown.add(row.apply(i));
            next = i + 1;
        }
        return new Table(caption, header, shown, List.of());
    }

    /** The rows pandas shows of {@code size}: all up to sixty, else the first and last five. */
    public static int[] shownRows(int size) {
        if (size <= 60) {
            return IntStream.range(0, size).toArray();
        }
        return IntStream.concat(IntStream.range(0, 5), IntStream.range(size - 5, size))
                .toArray();
    }

    /** The table with one row more. */
    public Table row(Object... cells) {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(Arrays.stream(cells).map(String::valueOf).toList());
        return new Table(caption, header, more, notes);
    }

    /** The table with one line more below it. */
    public Table note(String line) {
        List<String> more = new ArrayList<>(notes);
        more.add(line);
        return new Table(caption, header, rows, more);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(caption.isEmpty() ? "" : caption + "\n");
        line(text, header);
        rows.forEach(row -> line(text, row));
        notes.forEach(note -> text.append(note).append('\n'));
        return text.substring(0, text.length() - 1);
    }

    @Override
    public void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_HTML, () -> toHtml());
        context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> toString());
    }

    /** The table in HTML. */
    public String toHtml() {
        StringBuilder html = new StringBuilder("<div>\n<table border=\"1\" class=\"dataframe\">\n");
        if (!caption.isEmpty()) {
            html.append("<caption>").append(Html.escape(caption)).append("</caption>\n");
        }
        html.append("<thead>\n");
        cells(html, header, "th");
        html.append("</thead>\n<tbody>\n");
        rows.forEach(row -> cells(html, row, "td"));
        html.append("</tbody>\n</table>\n");
        notes.forEach(note -> html.append("<p>").append(Html.escape(note)).append("</p>\n"));
        return html.append("</div>").toString();
    }

    private void line(StringBuilder text, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            int width = width(c);
            String cell = cells.get(c);
            String spaces = " ".repeat(width - length(cell));
            line.append(c == 0 ? "" : "  ").append(isNumeric(c) ? spaces + cell : cell + spaces);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private void cells(StringBuilder html, List<String> cells, String tag) {
        html.append("<tr>");
        for (int c = 0; c < cells.size(); c++) {
            html.append(Html.cell(tag, cells.get(c), isNumeric(c) ? Html.Align.RIGHT : Html.Align.LEFT));
        }
        html.append("</tr>\n");
    }

    private int width(int column) {
        return Math.max(
                length(header.get(column)),
                rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
    }

    private static int length(String cell) {
        return Width.of(cell);
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty() || cell.matches("[-−+]?(\\d[\\d.,eE+-]*|inf|nan|NaN|Infinity)"));
    }
}
