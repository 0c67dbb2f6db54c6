package jacobi.plot.film;

import jacobi.display.Html;
import jacobi.plot.style.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A few of many pictures on one sheet, each with its number below: what is seen where nothing can move. */
final class ContactSheet {
    /** The widest sheet, in points: what a page of a notebook shows without making it smaller. */
    private static final double WIDTH = 690;

    private static final double GAP = 8;
    private static final double CAPTION = 16;
    private static final double FONT = 9;

    private ContactSheet() {}

    /**
     * Some of the pictures in rows.
     *
     * @param most how many at most; the first and the last are among them
     */
    static String of(List<Film.Frame> frames, int most, Theme theme, String title) {
        List<Integer> chosen = chosen(frames.size(), most);
        List<Sheet> sheets =
                chosen.stream().map(i -> Sheet.of(frames.get(i).svg())).toList();
        double cell = sheets.stream().mapToDouble(Sheet::width).max().orElse(0);
        double row = sheets.stream().mapToDouble(Sheet::height).max().orElse(0);
        int columns = (int) Math.max(1, Math.min(sheets.size(), (WIDTH + GAP) / (cell + GAP)));
        // Four are two and two, not three and one.
        int rows = (sheets.size() + columns - 1) / columns;
        columns = (sheets.size() + rows - 1) / rows;
        double caption = sheets.size() == 1
                        || frames.stream().allMatch(frame -> frame.caption().isEmpty())
                ? 0
                : CAPTION;
        double width = columns * cell + (columns - 1) * GAP;
        double height = rows * (row + caption) + (rows - 1) * GAP;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + Sheet.number(width) + "pt\" height=\""
                + Sheet.number(height) + "pt\" viewBox=\"0 0 " + Sheet.number(width) + " " + Sheet.number(height)
                + "\" role=\"img\" font-family=\"" + theme.fonts() + "\">\n<title>" + Html.escape(title)
                + "</title>\n<path fill=\"" + theme.paper() + "\" d=\"M0 0H" + Sheet.number(width) + "V"
                + Sheet.number(height)
                + "H0Z\"/>\n");
        for (int i = 0; i < sheets.size(); i++) {
            double x = i % columns * (cell + GAP);
            double y = i / columns * (row + caption + GAP);
            svg.append(sheets.get(i).placed(x, y));
            if (caption > 0) {
                svg.append("<text x=\"" + Sheet.number(x + sheets.get(i).width() / 2) + "\" y=\""
                        + Sheet.number(y + row + 11) + "\" font-size=\"" + Sheet.number(FONT)
                        + "\" text-anchor=\"middle\" fill=\"" + theme.ink() + "\">"
                        + Html.escape(frames.get(chosen.get(i)).caption()) + "</text>\n");
            }
        }
        return svg.append("</svg>").toString();
    }

    /**
     * At most so many of the numbers below {@code count}, evenly, with the first and the last; if it is one, the last.
     */
    static List<Integer> chosen(int count, int most) {
        if (count <= most) {
            return IntStream.range(0, count).boxed().toList();
        }
        List<Integer> chosen = new ArrayList<>();
        if (most == 1) {
            return List.of(count - 1);
        }
        for (int i = 0; i < most; i++) {
            chosen.add((int) Math.round(i * (count - 1.0) / (most - 1)));
        }
        return chosen;
    }
}
