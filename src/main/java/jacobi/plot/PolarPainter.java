package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Plane;
import jacobi.plot.mark.RoundBox;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;
import jacobi.plot.text.RichText;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws axes around a pole: x is an angle in radians against the clock from the right, y the distance from the pole.
 */
final class PolarPainter {
    private static final double FONT = AxesPainter.FONT;
    /** Between spokes, in degrees. */
    private static final int SPOKE = 45;
    /** Where distances are written, in degrees. */
    private static final double LABELS = 22.5;

    private static final int RINGS = 4;
    private static final double PAD = 4;

    private final AxesState state;
    private final Span reach;

    PolarPainter(Axes axes) {
        state = axes.state;
        Span found = axes.extent().y();
        Span padded = found.padded(Axes.MARGIN, Scale.LINEAR, false, false);
        Span usual = found.isEmpty()
                ? new Span(0, 1)
                : new Span(Math.min(0, padded.lo() < 0 && found.lo() >= 0 ? 0 : found.lo()), padded.hi());
        reach = Axes.limits(state.y.limits, usual, Scale.LINEAR, "ylim");
    }

    /** The room the angles take around the circle. */
    static Insets insets() {
        double wide = RichText.of("315°").width(FONT) + PAD;
        return new Insets(wide, wide, FONT + PAD, FONT + PAD);
    }

    void draw(Canvas canvas, Box box) {
        double radius = reach.length();
        Span side = new Span(-radius, radius);
        Plane plane = new Plane(box, Scale.LINEAR, side, Scale.LINEAR, side, false, false);
        PathData grid = new PathData();
        List<Ticks.Tick> rings = new ArrayList<>(
                state.y.ticks != null
                        ? state.y.ticks.major()
                        : Ticks.on(Scale.LINEAR, reach, RINGS).major());
        rings.removeIf(tick -> tick.value() <= reach.lo() || tick.value() > reach.hi());
        String clip = canvas.svg().newId();
        canvas.svg()
                .open("clipPath")
                .attr("id", clip)
                .open("path")
                .attr("d", RoundBox.ellipse(box).toString());
        canvas.svg().close().close().newline();
        for (int angle = 0; angle < 360; angle += SPOKE) {
            double turn = Math.toRadians(angle);
            grid.move(box.centerX(), box.centerY());
            grid.line(plane.x(radius * Math.cos(turn)), plane.y(radius * Math.sin(turn)));
        }
        canvas.stroke(grid, canvas.theme().grid(), 0.8, Dash.SOLID, 1);
        for (Ticks.Tick ring : rings) {
            double share = (ring.value() - reach.lo()) / radius;
            Box circle = new Box(
                    box.centerX() - box.width() / 2 * share,
                    box.centerY() - box.height() / 2 * share,
                    box.width() * share,
                    box.height() * share);
            canvas.stroke(RoundBox.ellipse(circle), canvas.theme().grid(), 0.8, Dash.SOLID, 1);
        }
        canvas.svg().open("g").attr("clip-path", "url(#" + clip + ")").newline();
        for (Mark mark : state.marks) {
            mark.aroundPole(reach.lo()).drawOn(canvas, plane);
        }
        canvas.svg().close().newline();
        canvas.stroke(RoundBox.ellipse(box), canvas.theme().ink(), AxesPainter.PEN, Dash.SOLID, 1);
        labels(canvas, box, plane, rings);
    }

    private void labels(Canvas canvas, Box box, Plane plane, List<Ticks.Tick> rings) {
        for (int angle = 0; angle < 360; angle += SPOKE) {
            double turn = Math.toRadians(angle);
            RichText text = RichText.plain(angle + "°");
            double half = text.width(FONT) / 2;
            double x = box.centerX() + (box.width() / 2 + PAD + half) * Math.cos(turn);
            double y = box.centerY() - (box.height() / 2 + PAD + FONT * 0.4) * Math.sin(turn);
            canvas.text(text, x, y + text.middle(FONT), FONT, Canvas.Anchor.MIDDLE);
        }
        double turn = Math.toRadians(LABELS);
        for (Ticks.Tick ring : rings) {
            double r = ring.value() - reach.lo();
            RichText text = state.y.tickLook.read(ring.label());
            canvas.text(
                    text,
                    plane.x(r * Math.cos(turn)),
                    plane.y(r * Math.sin(turn)) + text.middle(FONT),
                    state.y.tickLook.size,
                    Canvas.Anchor.MIDDLE);
        }
    }
}
