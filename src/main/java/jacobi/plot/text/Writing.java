package jacobi.plot.text;

import jacobi.plot.svg.Decimals;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.Svg;
import java.util.List;

/** Writes text as SVG: letters as text, the lines of mathematics as paths. Lengths are in points. */
public final class Writing {
    private static final String USUAL_SIZE = "10";
    private static final String USUAL_PAINT = "#000000";

    private final Svg svg;
    private final double size;
    private final String paint;
    private final String turn;

    /**
     * @param turn a {@code transform} for all of it, or empty; places are counted in what it makes of the page
     */
    public Writing(Svg svg, double size, String paint, String turn) {
        this.svg = svg;
        this.size = size;
        this.paint = paint;
        this.turn = turn;
    }

    /**
     * Writes all lines.
     *
     * @param y the base line of the first
     * @param share how much of a line's width stands to the left of {@code x}: 0, a half or 1
     */
    public void write(RichText text, double x, double y, double share) {
        for (int i = 0; i < text.lines().size(); i++) {
            TypeBox line = text.lines().get(i);
            double base = y + text.base(i) * size;
            if (line.isLine()) {
                level(line, x, base, share);
            } else {
                placed(line, x - share * line.width() * size, base);
            }
        }
    }

    /** One element whose reader finds the width, so that it stands right with other fonts, too. */
    private void level(TypeBox line, double x, double y, double share) {
        if (line.glyphs().isEmpty()) {
            return;
        }
        open(x, y);
        svg.attrUnless("start", "text-anchor", share == 0 ? "start" : share == 1 ? "end" : "middle");
        look();
        List<Glyphs> all = line.glyphs();
        if (all.size() == 1 && all.get(0).looksLike(new Glyphs("", 0, 0, 1, false, false))) {
            svg.text(all.get(0).text());
        } else {
            double shift = 0;
            for (Glyphs glyphs : all) {
                svg.open("tspan");
                if (glyphs.y() != shift) {
                    svg.attr("dy", (glyphs.y() - shift) * size);
                    shift = glyphs.y();
                }
                letters(glyphs);
            }
        }
        svg.close().newline();
    }

    /** Letters each at its own place, and lines between them. */
    private void placed(TypeBox line, double x, double y) {
        if (!line.glyphs().isEmpty()) {
            open(x + line.glyphs().get(0).x() * size, y + line.glyphs().get(0).y() * size);
            look();
            for (Glyphs glyphs : line.glyphs()) {
                String text = glyphs.text().stripLeading();
                double lead = TextWidth.of(
                        glyphs.text().substring(0, glyphs.text().length() - text.length()),
                        glyphs.size(),
                        glyphs.bold());
                if (!text.isBlank()) {
                    svg.open("tspan").attr("x", x + (glyphs.x() + lead) * size).attr("y", y + glyphs.y() * size);
                    letters(new Glyphs(text.stripTrailing(), 0, 0, glyphs.size(), glyphs.italic(), glyphs.bold()));
                }
            }
            svg.close().newline();
        }
        PathData areas = new PathData();
        for (Pen pen : line.pens()) {
            if (pen.width() == 0) {
                pen.addTo(areas, x, y, size);
            }
        }
        path(areas, 0);
        line.pens().stream()
                .mapToDouble(Pen::width)
                .filter(width -> width > 0)
                .distinct()
                .forEach(width -> {
                    PathData lines = new PathData();
                    line.pens().stream()
                            .filter(pen -> pen.width() == width)
                            .forEach(pen -> pen.addTo(lines, x, y, size));
                    path(lines, width * size);
                });
    }

    private void path(PathData path, double width) {
        if (path.isEmpty()) {
            return;
        }
        svg.open("path");
        if (width > 0) {
            svg.attr("fill", "none").attr("stroke", paint).attr("stroke-width", width);
            svg.attr("stroke-linejoin", "round");
        } else {
            svg.attrUnless(USUAL_PAINT, "fill", paint);
        }
        if (!turn.isEmpty()) {
            svg.attr("transform", turn);
        }
        svg.attr("d", path.toString()).close().newline();
    }

    private void open(double x, double y) {
        svg.open("text");
        if (turn.isEmpty()) {
            svg.attr("x", x).attr("y", y);
        } else {
            svg.attr("transform", turn);
            if (x != 0) {
                svg.attr("x", x);
            }
            if (y != 0) {
                svg.attr("y", y);
            }
        }
    }

    private void look() {
        svg.attrUnless(USUAL_SIZE, "font-size", Decimals.of(size)).attrUnless(USUAL_PAINT, "fill", paint);
    }

    private void letters(Glyphs glyphs) {
        if (glyphs.size() != 1) {
            svg.attr("font-size", glyphs.size() * size);
        }
        if (glyphs.italic()) {
            svg.attr("font-style", "italic");
        }
        if (glyphs.bold()) {
            svg.attr("font-weight", "bold");
        }
        svg.text(firm(glyphs.text())).close();
    }

    /** Some readers drop blanks at the ends of a span; those that do not break are kept by all. */
    private static String firm(String text) {
        String firm = text.startsWith(" ") ? "\u00A0" + text.substring(1) : text;
        return firm.endsWith(" ") ? firm.substring(0, firm.length() - 1) + "\u00A0" : firm;
    }
}
