package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.film.PageScript;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Solid;
import jacobi.plot.mark.Space;
import jacobi.plot.mark.SpaceModel;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import jacobi.plot.text.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    private final AxesState state;
    /** The ends, 0 or 1, of the axes x and y that are nearer to who looks, and of z that is the floor. */
    private final int nearX;

    private final int nearY;
    private final int floor;

    SpacePainter(Axes axes) {
        this.axes = axes;
        x = axes.xSpan();
        y = axes.ySpan();
        state = axes.state;
        Span heights = Span.EMPTY;
        for (Mark mark : axes.state.marks) {
            if (mark instanceof Solid solid) {
                heights = heights.with(solid.heights());
            } else {
                throw new IllegalStateException(say("plot.space.flat-mark", "kind", mark.kind()));
            }
        }
        z = Axes.limits(state.z.limits, heights.padded(Axes.MARGIN, Scale.LINEAR, false, false), Scale.LINEAR, "zlim");
        Space.View view = state.view;
        double turn = Math.toRadians(view.azimuth());
        nearX = Math.cos(turn) >= 0 ? 1 : 0;
        nearY = Math.sin(turn) >= 0 ? 1 : 0;
        floor = view.elevation() >= 0 ? 0 : 1;
    }

    private Space space(Box box) {
        return new Space(x, y, z, state.view, box);
    }

    /** The ratio of height to width of the box in space as it is seen. */
    double aspect() {
        return space(new Box(0, 0, 1, 1)).aspect();
    }

    /** The room labels take around a box of the page that the box in space fits in. */
    Insets insets(double width, double height) {
        Space space = space(new Box(0, 0, width, height));
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
        Space space = space(box);
        PathData walls = new PathData();
        double farX = 1 - nearX;
        double farY = 1 - nearY;
        face(walls, space, new double[][] {{0, 0, floor}, {1, 0, floor}, {1, 1, floor}, {0, 1, floor}});
        face(walls, space, new double[][] {{farX, 0, 0}, {farX, 1, 0}, {farX, 1, 1}, {farX, 0, 1}});
        face(walls, space, new double[][] {{0, farY, 0}, {1, farY, 0}, {1, farY, 1}, {0, farY, 1}});
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
            ((Solid) mark).drawOn(canvas, space, box);
        }
    }

    /**
     * What stands in space and its ticks, for a script; null where it is too much for a page.
     *
     * @param box the box of the page that the box in space fits in
     */
    String script(Theme theme, Box box) {
        SpaceModel model =
                SpaceModel.of(x, y, z, told -> axes.state.marks.forEach(mark -> ((Solid) mark).tell(told, theme)));
        if (model == null) {
            return null;
        }
        Insets around = insets(box.width(), box.height());
        double reach = Math.max(Math.max(around.left(), around.right()), 26);
        double[] region = {
            box.left() - reach,
            box.top() - Math.min(4, around.top()),
            box.width() + 2 * reach,
            box.height() + Math.min(4, around.top()) + Math.max(around.bottom(), 26)
        };
        return "view:[" + state.view.elevation() + "," + state.view.azimuth() + "],region:"
                + InteractiveFigure.numbers(region)
                + ",ticks:[" + told(state.x, x) + "," + told(state.y, y) + "," + told(state.z, z) + "],names:"
                + PageScript.quoted(
                        RichText.of(state.x.label).spoken(),
                        RichText.of(state.y.label).spoken(),
                        RichText.of(state.z.label).spoken())
                + "," + model.script();
    }

    private static String told(AxisState axis, Span span) {
        return ticks(axis, span).stream()
                .map(tick -> "[" + InteractiveFigure.number(fraction(span, tick)) + ","
                        + PageScript.quoted(RichText.of(tick.label()).spoken()) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The labels of ticks and edges; adds the lines of the grid and the edges with their ticks. */
    private List<Label> labels(Space space, PathData grid, PathData edges) {
        List<Label> labels = new ArrayList<>();
        double farX = 1 - nearX;
        double farY = 1 - nearY;
        // The upright edge that is further to the right on the page.
        double[] one = place(space, nearX, farY, floor);
        double[] other = place(space, farX, nearY, floor);
        boolean first = one[0] >= other[0];
        double edgeX = first ? nearX : farX;
        double edgeY = first ? farY : nearY;
        double[] out = first ? new double[] {nearX == 1 ? 1 : -1, 0, 0} : new double[] {0, nearY == 1 ? 1 : -1, 0};
        double[] outX = {0, nearY == 1 ? 1 : -1, 0};
        double[] outY = {nearX == 1 ? 1 : -1, 0, 0};
        line(edges, space, 0, nearY, floor, 1, nearY, floor);
        line(edges, space, nearX, 0, floor, nearX, 1, floor);
        line(edges, space, edgeX, edgeY, 0, edgeX, edgeY, 1);
        for (Ticks.Tick tick : ticks(state.x, x)) {
            double at = fraction(x, tick);
            line(grid, space, at, 0, floor, at, 1, floor);
            line(grid, space, at, farY, 0, at, farY, 1);
            label(labels, space, edges, tick, new double[] {at, nearY, floor}, outX);
        }
        for (Ticks.Tick tick : ticks(state.y, y)) {
            double at = fraction(y, tick);
            line(grid, space, 0, at, floor, 1, at, floor);
            line(grid, space, farX, at, 0, farX, at, 1);
            label(labels, space, edges, tick, new double[] {nearX, at, floor}, outY);
        }
        for (Ticks.Tick tick : ticks(state.z, z)) {
            double at = fraction(z, tick);
            line(grid, space, farX, 0, at, farX, 1, at);
            line(grid, space, 0, farY, at, 1, farY, at);
            label(labels, space, edges, tick, new double[] {edgeX, edgeY, at}, out);
        }
        name(labels, space, state.x.label, new double[] {0.5, nearY, floor}, outX);
        name(labels, space, state.y.label, new double[] {nearX, 0.5, floor}, outY);
        name(labels, space, state.z.label, new double[] {edgeX, edgeY, 0.5}, out);
        return labels;
    }

    private static List<Ticks.Tick> ticks(AxisState axis, Span span) {
        if (axis.ticks == null) {
            return Ticks.on(Scale.LINEAR, span, INTERVALS).major();
        }
        return axis.ticks.major().stream()
                .filter(tick -> span.contains(tick.value()))
                .toList();
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
