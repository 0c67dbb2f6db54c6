package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Hatch;
import jacobi.plot.svg.PathData;
import java.util.Arrays;

/**
 * A filled shape of the plane with a border, as {@code addPatch} takes it: {@code rectangle}, {@code circle},
 * {@code ellipse}, {@code polygon}. Its words change it and return it.
 */
public final class Patch implements Mark {
    /** How far control points lie from the end of a quarter circle, in parts of the radius; exact to 0.03 %. */
    private static final double BEND = 0.5523;

    private final String kind;
    private final String commands;
    private final double[] x;
    private final double[] y;
    private final Look look;
    private boolean framing = true;
    private int firm;

    /** @param commands M, L or C for each step, C with three points */
    private Patch(String kind, String commands, double[] x, double[] y) {
        this.kind = kind;
        this.commands = commands;
        this.x = x;
        this.y = y;
        look = new Look("C0").order(1);
        look.edge = null;
        look.width = 1;
    }

    /** A polygon with these corners. */
    public static Patch polygon(double[] x, double[] y) {
        return new Patch(say("plot.mark.polygon"), "M" + "L".repeat(x.length - 1), x.clone(), y.clone());
    }

    /** A rectangle with a corner at a point, turned about it by some degrees against the clock. */
    public static Patch rectangle(double left, double bottom, double width, double height, double angle) {
        double[] x = {0, width, width, 0};
        double[] y = {0, 0, height, height};
        turn(x, y, left, bottom, angle);
        return new Patch(say("plot.mark.rectangle"), "MLLL", x, y);
    }

    /** An ellipse about a point with these diameters, turned by some degrees against the clock. */
    public static Patch ellipse(double centerX, double centerY, double width, double height, double angle) {
        double[] px = {1, 1, BEND, 0, -BEND, -1, -1, -1, -BEND, 0, BEND, 1, 1};
        double[] py = {0, BEND, 1, 1, 1, BEND, 0, -BEND, -1, -1, -1, -BEND, 0};
        for (int i = 0; i < px.length; i++) {
            px[i] *= width / 2;
            py[i] *= height / 2;
        }
        turn(px, py, centerX, centerY, angle);
        return new Patch(say("plot.mark.ellipse"), "MCCCC", px, py);
    }

    private static void turn(double[] x, double[] y, double originX, double originY, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        for (int i = 0; i < x.length; i++) {
            double px = x[i];
            x[i] = originX + px * cos - y[i] * sin;
            y[i] = originY + px * sin + y[i] * cos;
        }
    }

    /** The colour of border and inside. */
    public Patch color(String name) {
        look.color = Colors.named(name);
        look.edge = look.color;
        return this;
    }

    /** The colour of the inside; {@code "none"} leaves it empty. */
    public Patch facecolor(String name) {
        String color = Colors.named(name);
        look.filled = !color.equals(Colors.NONE);
        look.color = look.filled ? color : look.color;
        return this;
    }

    /** The colour of the border; {@code "none"} for no border. */
    public Patch edgecolor(String name) {
        look.edge = Colors.named(name);
        return this;
    }

    /** Whether the inside is filled. */
    public Patch fill(boolean filled) {
        look.filled = filled;
        look.edge = look.edge == null && !filled ? "#000000" : look.edge;
        return this;
    }

    /** The width of the border in points. */
    public Patch linewidth(double points) {
        look.width = points;
        return this;
    }

    /** The style of the border. */
    public Patch linestyle(String name) {
        look.dash = Dash.named(name);
        return this;
    }

    /** How opaque it is, from 0 to 1. */
    public Patch alpha(double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException(say("plot.alpha", "found", opacity));
        }
        look.alpha = opacity;
        return this;
    }

    /** Lines across it, as {@code "//"}. */
    public Patch hatch(String pattern) {
        look.hatch = Hatch.of(pattern);
        return this;
    }

    /** The legend's name for it. */
    public Patch label(String name) {
        look.label = name;
        return this;
    }

    /** What is drawn over what: lines have 2, areas 1. */
    public Patch zorder(double order) {
        look.order = order;
        return this;
    }

    /** Whether limits found from the data include it, as they do unless it lies on an image. */
    public Patch framing(boolean included) {
        framing = included;
        return this;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Look look() {
        return look;
    }

    /** Edges of {@link Extent} on which it stands. */
    public Patch standing(int edges) {
        firm = edges;
        return this;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return framing ? new Extent(Span.of(x, xScale), Span.of(y, yScale), firm) : Extent.NOTHING;
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double[] corners = plane.corners(x, y);
        if (Arrays.stream(corners).anyMatch(Double::isNaN)) {
            return;
        }
        PathData path = new PathData();
        int at = 0;
        for (char command : commands.toCharArray()) {
            switch (command) {
                case 'M' -> path.move(corners[at++], corners[at++]);
                case 'L' -> path.line(corners[at++], corners[at++]);
                default -> {
                    path.curve(
                            corners[at],
                            corners[at + 1],
                            corners[at + 2],
                            corners[at + 3],
                            corners[at + 4],
                            corners[at + 5]);
                    at += 6;
                }
            }
        }
        canvas.area(path.close(), look);
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        cover.path(plane.corners(x, y));
    }
}
