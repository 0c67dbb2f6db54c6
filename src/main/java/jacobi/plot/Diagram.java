package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.mark.Arrows;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Canvas.Anchor;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.RoundBox;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.Decimals;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.Svg;
import jacobi.plot.text.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A free drawing of boxes, arrows and text, for graphs of computations and pictures of arrays. Lengths are in points,
 * x grows to the right and y downwards; the page is as large as what is drawn.
 *
 * <p>{@link #color}, {@link #fill}, {@link #linewidth}, {@link #dashed} and {@link #fontsize} hold for what is drawn
 * after them. Not thread-safe.
 */
public final class Diagram implements Picture {
    private static final double EDGE = 6;
    private static final double HEAD = 6;
    /** From one diagram to the next in a row. */
    private static final double BETWEEN = 24;

    private final String title;
    private final List<Consumer<Canvas>> items = new ArrayList<>();
    private Theme theme = Gallery.theme();
    private Box extent;
    private String color = "#000000";
    private String fill = Colors.NONE;
    private double width = 1;
    private boolean dashed;
    private double fontSize = 10;

    /** An empty diagram; the title says what it shows to readers who cannot see it. */
    public Diagram(String title) {
        this.title = title;
    }

    /** The width of a label in points at a font size, for boxes that fit their text. */
    public static double textWidth(String label, double fontSize) {
        return RichText.of(label).width(fontSize);
    }

    /** The colour of lines and text drawn from now on. */
    public Diagram color(String name) {
        color = Colors.named(name);
        return this;
    }

    /** What boxes drawn from now on are filled with; {@code "none"} for nothing. */
    public Diagram fill(String name) {
        fill = Colors.named(name);
        return this;
    }

    /** How wide lines drawn from now on are. */
    public Diagram linewidth(double points) {
        width = AxesWords.positive("linewidth", points);
        return this;
    }

    /** Whether lines drawn from now on are dashed. */
    public Diagram dashed(boolean yes) {
        dashed = yes;
        return this;
    }

    /** The size of text written from now on. */
    public Diagram fontsize(double points) {
        fontSize = AxesWords.positive("fontsize", points);
        return this;
    }

    /** The look of the whole diagram in a word or more, as {@link Plots#useTheme} takes it. */
    public Diagram theme(String name) {
        theme = Theme.named(name);
        return this;
    }

    /** A rectangle with a label in its middle; the label may be empty. */
    public Diagram box(double left, double top, double boxWidth, double height, String label) {
        return shape(new PathData().rectangle(left, top, boxWidth, height), new Box(left, top, boxWidth, height))
                .text(left + boxWidth / 2, top + height / 2, label);
    }

    /** A rectangle with round corners and a label in its middle. */
    public Diagram roundBox(double left, double top, double boxWidth, double height, String label) {
        Box box = new Box(left, top, boxWidth, height);
        return shape(RoundBox.path(box, Math.min(5, Math.min(boxWidth, height) / 2)), box)
                .text(box.centerX(), box.centerY(), label);
    }

    /** An ellipse inside that rectangle, with a label in its middle. */
    public Diagram ellipse(double left, double top, double boxWidth, double height, String label) {
        Box box = new Box(left, top, boxWidth, height);
        return shape(RoundBox.ellipse(box), box).text(box.centerX(), box.centerY(), label);
    }

    /** A closed figure with these corners, as x and y in turn. */
    public Diagram polygon(double... corners) {
        if (corners.length < 6 || corners.length % 2 != 0) {
            throw new IllegalArgumentException(say("plot.polygon.corners", "found", corners.length));
        }
        PathData path = new PathData().move(corners[0], corners[1]);
        Box box = new Box(corners[0], corners[1], 0, 0);
        for (int i = 2; i < corners.length; i += 2) {
            path.line(corners[i], corners[i + 1]);
            box = box.with(new Box(corners[i], corners[i + 1], 0, 0));
        }
        return shape(path.close(), box);
    }

    /** A line from point to point. */
    public Diagram line(double x1, double y1, double x2, double y2) {
        Look look = look();
        return item(
                segment(x1, y1, x2, y2),
                canvas -> canvas.stroke(new PathData().move(x1, y1).line(x2, y2), look));
    }

    /** An arrow from point to point. */
    public Diagram arrow(double x1, double y1, double x2, double y2) {
        Look look = look();
        return item(segment(x1, y1, x2, y2), canvas -> Arrows.draw(canvas, x1, y1, x2, y2, HEAD, look));
    }

    /** An arrow that leaves and arrives upright and bends between, as in a graph that flows downwards. */
    public Diagram curvedArrow(double x1, double y1, double x2, double y2) {
        Look look = look();
        double bend = (y2 - y1) / 2;
        double back = Math.signum(bend) * HEAD * 0.75;
        return item(segment(x1, y1, x2, y2), canvas -> {
            PathData path = new PathData().move(x1, y1).curve(x1, y1 + bend, x2, y2 - bend, x2, y2 - back);
            canvas.stroke(path, look);
            PathData head = new PathData();
            Arrows.head(head, x2, y2 - back, x2, y2, HEAD);
            canvas.fill(head, look);
        });
    }

    /** Text with its middle at a point; mathematics between dollar signs. */
    public Diagram text(double x, double y, String text) {
        return write(x, y, text, Anchor.MIDDLE);
    }

    /** Text that begins at x, with its middle at the height y. */
    public Diagram textFrom(double x, double y, String text) {
        return write(x, y, text, Anchor.START);
    }

    /** Text that ends at x, with its middle at the height y. */
    public Diagram textTo(double x, double y, String text) {
        return write(x, y, text, Anchor.END);
    }

    /** Draws the other diagram to the right of all that is there, both with their tops at one height. */
    Diagram beside(Diagram other) {
        if (other.extent == null) {
            return this;
        }
        double right = extent == null ? other.extent.left() : extent.right() + BETWEEN;
        double top = extent == null ? other.extent.top() : extent.top();
        double x = right - other.extent.left();
        double y = top - other.extent.top();
        Box there = other.extent;
        List<Consumer<Canvas>> drawn = List.copyOf(other.items);
        return item(
                new Box(right, top, there.width(), there.height()),
                canvas -> shifted(canvas, x, y, () -> drawn.forEach(item -> item.accept(canvas))));
    }

    private static void shifted(Canvas canvas, double x, double y, Runnable draw) {
        canvas.svg()
                .open("g")
                .attr("transform", "translate(" + Decimals.of(x) + " " + Decimals.of(y) + ")")
                .newline();
        draw.run();
        canvas.svg().close().newline();
    }

    private Diagram write(double x, double y, String text, Anchor anchor) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        RichText rich = RichText.of(text);
        double size = fontSize;
        String paint = color;
        double length = rich.width(size);
        double left = anchor == Anchor.START ? x : anchor == Anchor.END ? x - length : x - length / 2;
        Box box = new Box(left, y - size / 2, length, size);
        return item(
                box,
                canvas -> canvas.text(
                        rich,
                        x,
                        y + size * 0.36,
                        size,
                        anchor,
                        0,
                        canvas.theme().paint(paint)));
    }

    private Diagram shape(PathData path, Box box) {
        String inside = fill;
        Look look = look();
        return item(box, canvas -> {
            canvas.fill(path, canvas.theme().area(inside), 1);
            canvas.stroke(path, look);
        });
    }

    private Diagram item(Box box, Consumer<Canvas> item) {
        items.add(item);
        extent = extent == null ? box : extent.with(box);
        return this;
    }

    private Look look() {
        Look look = new Look(color);
        look.width = width;
        look.dash = dashed ? Dash.DASHED : Dash.SOLID;
        return look;
    }

    private static Box segment(double x1, double y1, double x2, double y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    @Override
    public String toSvg() {
        Box all = extent == null ? new Box(0, 0, 0, 0) : extent;
        Svg svg = new Svg();
        Canvas canvas = new Canvas(svg, theme);
        canvas.begin(all.width() + 2 * EDGE, all.height() + 2 * EDGE, title, "");
        shifted(canvas, EDGE - all.left(), EDGE - all.top(), () -> items.forEach(item -> item.accept(canvas)));
        svg.close();
        return svg.toString();
    }

    String title() {
        return title;
    }

    @Override
    public String toString() {
        return say("plot.description.diagram", "title", title);
    }
}
