package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Solid;
import jacobi.plot.mark.Space;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.RichText;
import java.util.ArrayList;
import java.util.List;

/** Draws axes in space: floor and two walls with a grid, ticks along three edges, and what stands between. */
final class SpacePainter {
    private static final double FONT = 8;
    private static final int INTERVALS = 5;

    /** Text around its middle, at a base line. */
    private record Label(RichText text, double x, double y, double size) {}

    private final Axes axes;
    private final Span x;
    private final Span y;
    private final Span z;

    SpacePainter(Axes axes) {
        this.axes = axes;
        x = axes.xSpan();
        y = axes.ySpan();
        Span heights = Span.EMPTY;
        for (Mark mark : axes.state.marks) {
            if (mark instanceof Solid solid) {
                heights = heights.with(solid.heights());
            } else {
                throw new IllegalStateException("wireframe: expected axes with surfaces and lines in space only, found "
                        + mark.kind() + "; draw it in axes of its own");
            }
        }
        z = heights.padded(Axes.MARGIN, Scale.LINEAR, false, false);
    }

    /** The ratio of height to width of the box in space as it is seen. */
    double aspect() {
        return new Space(x, y, z, new Box(0, 0, 1, 1)).aspect();
    }

    /** The room labels take around a box of the page that the box in space fits in. */
    Insets insets(double width, double height) {
        Space space = new Space(x, y, z, new Box(0, 0, width, height));
        Insets insets = new Insets(1, 1, 1, 1);
        for (Label label : labels(space, new PathData(), new PathData())) {
            double half = label.text.width(label.size) / 2;
            double top = label.y - label.size * AxesPainter.ASCENT;
            double bottom = label.y + label.size * AxesPainter.DESCENT;
            insets = insets.with(new Insets(half - label.x, label.x + half - width, -top, bottom - height));
        }
        return insets;
    }

    void draw(Canvas canvas, Box box) {
        Space space = new Space(x, y, z, box);
        PathData walls = new PathData();
        face(walls, space, new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}});
        face(walls, space, new double[][] {{0, 0, 0}, {0, 1, 0}, {0, 1, 1}, {0, 0, 1}});
        face(walls, space, new double[][] {{0, 1, 0}, {1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        canvas.stroke(walls, canvas.theme().grid(), 0.8, Dash.SOLID, 1);
        PathData grid = new PathData();
        PathData edges = new PathData();
        List<Label> labels = labels(space, grid, edges);
        canvas.stroke(grid, canvas.theme().grid(), 0.5, Dash.SOLID, 0.8);
        canvas.stroke(edges, canvas.theme().ink(), 0.8, Dash.SOLID, 1);
        for (Label label : labels) {
            canvas.text(label.text, label.x, label.y, label.size, Canvas.Anchor.MIDDLE);
        }
        for (Mark mark : axes.state.marks) {
            ((Solid) mark).draw(canvas, space);
        }
    }

    /** The labels of ticks and edges; adds the lines of the grid and the edges with their ticks. */
    private List<Label> labels(Space space, PathData grid, PathData edges) {
        List<Label> labels = new ArrayList<>();
        line(edges, space, 0, 0, 0, 1, 0, 0);
        line(edges, space, 1, 0, 0, 1, 1, 0);
        line(edges, space, 1, 1, 0, 1, 1, 1);
        for (Ticks.Tick tick : ticks(x)) {
            double at = fraction(x, tick);
            line(grid, space, at, 0, 0, at, 1, 0);
            line(grid, space, at, 1, 0, at, 1, 1);
            label(labels, space, edges, tick, new double[] {at, 0, 0}, new double[] {0, -1, 0});
        }
        for (Ticks.Tick tick : ticks(y)) {
            double at = fraction(y, tick);
            line(grid, space, 0, at, 0, 1, at, 0);
            line(grid, space, 0, at, 0, 0, at, 1);
            label(labels, space, edges, tick, new double[] {1, at, 0}, new double[] {1, 0, 0});
        }
        for (Ticks.Tick tick : ticks(z)) {
            double at = fraction(z, tick);
            line(grid, space, 0, 0, at, 0, 1, at);
            line(grid, space, 0, 1, at, 1, 1, at);
            label(labels, space, edges, tick, new double[] {1, 1, at}, new double[] {1, 0, 0});
        }
        name(labels, space, axes.state.xLabel, new double[] {0.5, 0, 0}, new double[] {0, -1, 0});
        name(labels, space, axes.state.yLabel, new double[] {1, 0.5, 0}, new double[] {1, 0, 0});
        return labels;
    }

    private static List<Ticks.Tick> ticks(Span span) {
        return Ticks.on(Scale.LINEAR, span, INTERVALS).major();
    }

    private static double fraction(Span span, Ticks.Tick tick) {
        return (tick.value() - span.lo()) / span.length();
    }

    private double[] place(Space space, double... part) {
        double[] at = new double[2];
        space.place(along(x, part[0]), along(y, part[1]), along(z, part[2]), at, 0);
        return at;
    }

    private static double along(Span span, double part) {
        return span.lo() + span.length() * part;
    }

    private void face(PathData path, Space space, double[][] corners) {
        for (int i = 0; i < corners.length; i++) {
            double[] at = place(space, corners[i]);
            if (i == 0) {
                path.move(at[0], at[1]);
            } else {
                path.line(at[0], at[1]);
            }
        }
        path.close();
    }

    private void line(PathData path, Space space, double... ends) {
        double[] from = place(space, ends[0], ends[1], ends[2]);
        double[] to = place(space, ends[3], ends[4], ends[5]);
        path.move(from[0], from[1]).line(to[0], to[1]);
    }

    /** A tick that points away from the box, and its label beyond. */
    private void label(List<Label> labels, Space space, PathData edges, Ticks.Tick tick, double[] at, double[] out) {
        double[] from = place(space, at);
        double[] way = outwards(space, at, out);
        edges.move(from[0], from[1]).line(from[0] + 3 * way[0], from[1] + 3 * way[1]);
        RichText text = RichText.of(tick.label());
        double reach = 6 + text.width(FONT) / 2 * Math.abs(way[0]);
        labels.add(new Label(text, from[0] + reach * way[0], from[1] + 9 * way[1] + FONT * 0.38, FONT));
    }

    private void name(List<Label> labels, Space space, String name, double[] at, double[] out) {
        if (!name.isEmpty()) {
            double[] from = place(space, at);
            double[] way = outwards(space, at, out);
            labels.add(new Label(RichText.of(name), from[0] + 32 * way[0], from[1] + 28 * way[1] + 3.8, 10));
        }
    }

    /** The direction on the page, one point long, that leads out of the box at a place of its edge. */
    private double[] outwards(Space space, double[] at, double[] out) {
        double[] from = place(space, at);
        double[] to = place(space, at[0] + 0.1 * out[0], at[1] + 0.1 * out[1], at[2] + 0.1 * out[2]);
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        return new double[] {(to[0] - from[0]) / length, (to[1] - from[1]) / length};
    }
}
