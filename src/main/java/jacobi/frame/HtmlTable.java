package jacobi.frame;

import static jacobi.language.Say.say;

import jacobi.display.Html;
import jacobi.display.Html.Align;
import java.util.List;

/** A DataFrame as the table a notebook shows: what {@link TextTable} shows, numbers to the right, text to the left. */
final class HtmlTable {
    private final ShownPart shown;
    private final List<List<String>> labels;
    private final StringBuilder html = new StringBuilder();

    private HtmlTable(ShownPart shown) {
        this.shown = shown;
        this.labels = CellText.labels(shown.frame().index(), false);
    }

    static String of(DataFrame frame) {
        return new HtmlTable(ShownPart.of(frame)).write(frame);
    }

    private String write(DataFrame whole) {
        html.append("<div>\n<table border=\"1\" class=\"dataframe\">\n<thead>\n");
        row(-1, true);
        if (shown.frame().index().isNamed()) {
            row(-2, true);
        }
        html.append("</thead>\n<tbody>\n");
        int rows = shown.frame().shape().rows();
        for (int r = 0; r < rows; r++) {
            if (r == shown.rowGap()) {
                row(-3, false);
            }
            row(r, false);
        }
        html.append("</tbody>\n</table>\n");
        if (shown.isShortened()) {
            html.append("<p>")
                    .append(say(
                            "frame.size",
                            "rows",
                            whole.shape().rows(),
                            "columns",
                            whole.shape().columns()))
                    .append("</p>\n");
        }
        return html.append("</div>").toString();
    }

    /** One line: row {@code r}, or -1 the column names, -2 the names of the labels, -3 dots. */
    private void row(int r, boolean head) {
        html.append("<tr>");
        for (int k = 0; k < labels.size(); k++) {
            cell("th", label(r, k), Align.LEFT);
        }
        for (int c = 0; c < shown.frame().shape().columns(); c++) {
            if (c == shown.columnGap()) {
                cell(head ? "th" : "td", r == -2 ? "" : "...", Align.CENTER);
            }
            Series column = shown.frame().col(c);
            Align align = Dtype.of(column.values()).isNumeric() ? Align.RIGHT : Align.LEFT;
            cell(head ? "th" : "td", value(r, column), align);
        }
        html.append("</tr>\n");
    }

    private String label(int r, int level) {
        return switch (r) {
            case -1 -> "";
            case -2 -> String.valueOf(shown.frame().index().names().get(level));
            case -3 -> "...";
            default -> labels.get(level).get(r).strip();
        };
    }

    private String value(int r, Series column) {
        return switch (r) {
            case -1 -> String.valueOf(column.name());
            case -2 -> "";
            case -3 -> "...";
            default -> cut(CellText.column(column.values()).get(r).strip());
        };
    }

    private static String cut(String text) {
        return CellText.padded(List.of(text), false, 0).get(0).strip();
    }

    private void cell(String tag, String text, Align align) {
        html.append(Html.cell(tag, text, align));
    }
}
