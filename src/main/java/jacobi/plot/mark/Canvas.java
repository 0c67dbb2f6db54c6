package jacobi.plot.mark;

import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Hatch;
import jacobi.plot.style.Marker;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.Decimals;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.Svg;
import jacobi.plot.text.RichText;
import jacobi.plot.text.Writing;
import java.util.Base64;

/** The sheet marks are drawn on: strokes, fills and text in a theme's colours, written as SVG. */
public class Canvas {
    /** How text sits on its point. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final Svg svg;
    private final Theme theme;
    private final boolean inParts;
    private int place;

    public Canvas(Svg svg, Theme theme) {
        this(svg, theme, false);
    }

    /** @param inParts whether parts that a script moves or hides are told apart, see {@link #part} */
    public Canvas(Svg svg, Theme theme, boolean inParts) {
        this.svg = svg;
        this.theme = theme;
        this.inParts = inParts;
    }

    /** The number of the axes that are drawn from now on. */
    public void place(int axes) {
        place = axes;
    }

    /** Draws a part of axes: grid, frame, marks, notes or space. */
    public void part(String name, Runnable drawing) {
        if (inParts) {
            svg.open("g").attr("class", name + "-" + place).newline();
            drawing.run();
            svg.close().newline();
        } else {
            drawing.run();
        }
    }

    public Svg svg() {
        return svg;
    }

    public Theme theme() {
        return theme;
    }

    /** Opens the document, as much larger than the drawing as the theme says, and paints its paper. */
    public void begin(double width, double height, String title, String description) {
        svg.open("svg")
                .attr("xmlns", "http://www.w3.org/2000/svg")
                .attr("width", Decimals.of(width * theme.letters()) + "pt")
                .attr("height", Decimals.of(height * theme.letters()) + "pt")
                .attr("viewBox", "0 0 " + Decimals.of(width) + " " + Decimals.of(height))
                .attr("role", "img")
                .attr("font-family", theme.fonts())
                .attr("font-size", 10)
                .newline()
                .described(title, description);
        svg.open("path")
                .attr("fill", theme.paper())
                .attr("d", new PathData().rectangle(0, 0, width, height).toString())
                .close()
                .newline();
    }

    /** Strokes a path in a colour of the theme, as the look says; draws nothing where there is nothing to see. */
    public void stroke(PathData path, Look look) {
        if (look.dash == Dash.NONE) {
            return;
        }
        stroke(path, theme.paint(look.color), look.width, look.dash, look.alpha);
    }

    public void stroke(PathData path, String paint, double width, Dash dash, double alpha) {
        if (path.isEmpty() || paint.equals("none") || width <= 0) {
            return;
        }
        svg.open("path").attr("fill", "none").attr("stroke", paint).attrUnless("1", "stroke-width", Decimals.of(width));
        String array = dash.array(width);
        if (array.isEmpty()) {
            svg.attr("stroke-linecap", "square");
        } else {
            svg.attr("stroke-dasharray", array);
        }
        svg.attr("stroke-linejoin", "round");
        opacity("stroke-opacity", alpha);
        svg.attr("d", path.toString()).close().newline();
    }

    /** Makes every point of a path a disc of that diameter. */
    public void discs(PathData dots, String paint, double diameter, double alpha) {
        if (dots.isEmpty() || paint.equals("none")) {
            return;
        }
        svg.open("path").attr("fill", "none").attr("stroke", paint).attr("stroke-width", diameter);
        svg.attr("stroke-linecap", "round");
        opacity("stroke-opacity", alpha);
        svg.attr("d", dots.toString()).close().newline();
    }

    /**
     * Paints the markers of a path, which all are the same: discs, strokes or areas.
     *
     * @param pen how wide the strokes are that some markers are made of
     */
    void markers(PathData path, String paint, char marker, double size, double pen, double alpha) {
        if (Marker.isDisc(marker)) {
            discs(path, paint, Marker.diameter(marker, size), alpha);
        } else if (Marker.isStroked(marker)) {
            stroke(path, paint, pen, Dash.SOLID, alpha);
        } else {
            fill(path, paint, alpha);
        }
    }

    /** Places a picture; its pixels stay squares however large they are shown. */
    public void image(byte[] png, Box box) {
        image(png, box, false);
    }

    /** @param smooth whether a picture shown larger or smaller than it is has its pixels mixed */
    void image(byte[] png, Box box, boolean smooth) {
        svg.open("image")
                .attr("x", box.left())
                .attr("y", box.top())
                .attr("width", box.width())
                .attr("height", box.height());
        svg.attr("preserveAspectRatio", "none").attrUnless("auto", "image-rendering", smooth ? "auto" : "pixelated");
        svg.attr("href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
        svg.close().newline();
    }

    /** Fills a path in the look's colour. */
    public void fill(PathData path, Look look) {
        fill(path, theme.paint(look.color), look.alpha);
    }

    public void fill(PathData path, String paint, double alpha) {
        if (path.isEmpty() || paint.equals("none")) {
            return;
        }
        svg.open("path").attr("fill", paint);
        opacity("fill-opacity", alpha);
        svg.attr("d", path.toString()).close().newline();
    }

    /** The colour of the borders the look asks for, or null. */
    String edge(Look look) {
        return look.edge == null || look.edge.equals(Colors.NONE) ? null : theme.paint(look.edge);
    }

    /** Fills a closed path and strokes its border, both as the look says. */
    public void area(PathData path, Look look) {
        String edge = edge(look);
        if (edge != null && look.filled && look.hatch == null && look.dash == Dash.SOLID && look.alpha < 1) {
            // As one, so that the inside does not shine through the border.
            outlined(path, theme.paint(look.color), edge, look.width, look.alpha);
            return;
        }
        if (look.filled) {
            fill(path, look);
        }
        if (look.hatch != null && !path.isEmpty()) {
            hatch(
                    path,
                    look.hatch,
                    edge != null ? edge : look.filled ? theme.ink() : theme.paint(look.color),
                    look.alpha);
        }
        if (edge != null) {
            stroke(path, edge, look.width, look.dash, look.alpha);
        }
    }

    /** Covers a path with the lines of a hatching. */
    void hatch(PathData path, Hatch hatch, String paint, double alpha) {
        String id = svg.newId();
        svg.open("pattern").attr("id", id).attr("width", hatch.tile()).attr("height", hatch.tile());
        svg.attr("patternUnits", "userSpaceOnUse");
        stroke(hatch.lines(), paint, 1, Dash.SOLID, alpha);
        if (hatch.radius() > 0) {
            svg.open("circle")
                    .attr("cx", hatch.tile() / 2)
                    .attr("cy", hatch.tile() / 2)
                    .attr("r", hatch.radius());
            if (hatch.isRing()) {
                svg.attr("fill", "none").attr("stroke", paint);
            } else {
                svg.attr("fill", paint);
            }
            svg.close();
        }
        svg.close().newline();
        svg.open("path")
                .attr("fill", "url(#" + id + ")")
                .attr("d", path.toString())
                .close()
                .newline();
    }

    /** Fills a path and strokes its edge. */
    public void outlined(PathData path, String paint, String edge, double edgeWidth, double alpha) {
        if (path.isEmpty()) {
            return;
        }
        svg.open("path")
                .attr("fill", paint)
                .attr("stroke", edge)
                .attrUnless("1", "stroke-width", Decimals.of(edgeWidth));
        opacity("opacity", alpha);
        svg.attr("d", path.toString()).close().newline();
    }

    /** Draws parts that hide one another, and all of it as opaque as said. */
    void shiningThrough(double alpha, Runnable parts) {
        if (alpha < 1) {
            svg.open("g").attr("opacity", Decimals.of(alpha));
            parts.run();
            svg.close().newline();
        } else {
            parts.run();
        }
    }

    /** Writes text in the theme's ink. */
    public void text(RichText text, double x, double y, double size, Anchor anchor) {
        text(text, x, y, size, anchor, 0, theme.ink());
    }

    /**
     * Writes text.
     *
     * @param y the base line
     * @param degrees how far it is turned against the clock
     */
    public void text(RichText text, double x, double y, double size, Anchor anchor, double degrees, String paint) {
        double share = anchor == Anchor.START ? 0 : anchor == Anchor.END ? 1 : 0.5;
        if (degrees == 0) {
            new Writing(svg, size, paint, "").write(text, x, y, share);
        } else {
            String turn =
                    "translate(" + Decimals.of(x) + " " + Decimals.of(y) + ") rotate(" + Decimals.of(-degrees) + ")";
            new Writing(svg, size, paint, turn).write(text, 0, 0, share);
        }
    }

    private void opacity(String attribute, double alpha) {
        svg.attrUnless("1", attribute, Decimals.of(alpha));
    }
}
