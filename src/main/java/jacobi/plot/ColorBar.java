package jacobi.plot;

import jacobi.display.image.Png;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.RichText;
import java.util.List;

/**
 * The scale beside a frame that says which colour means which number.
 *
 * @param range the numbers at its ends
 * @param levels where the colour changes, in increasing order; empty where it changes evenly
 * @param shrink its height in parts of the frame's
 */
record ColorBar(ColorMap map, Span range, List<Double> levels, double shrink) {
    private static final double GAP = 8;
    private static final double THICKNESS = 8;
    private static final double TICK = 3.5;
    private static final double FONT = AxesPainter.FONT;
    private static final int STEPS = 128;

    /** The room it takes beside a frame of that height. */
    double width(double height) {
        double widest = 0;
        for (Ticks.Tick tick : ticks(height).major()) {
            widest = Math.max(widest, RichText.of(tick.label()).width(FONT));
        }
        double offset = RichText.of(ticks(height).offset()).width(FONT) - THICKNESS;
        return GAP + THICKNESS + Math.max(2 * TICK + widest, offset);
    }

    void draw(Canvas canvas, Box frame) {
        double height = frame.height() * shrink;
        Box box = new Box(frame.right() + GAP, frame.centerY() - height / 2, THICKNESS, height);
        canvas.image(Png.argb(1, STEPS, colors()), box);
        PathData lines = new PathData().rectangle(box.left(), box.top(), box.width(), box.height());
        Ticks ticks = ticks(frame.height());
        for (Ticks.Tick tick : ticks.major()) {
            double at = box.bottom() - height * (tick.value() - range.lo()) / range.length();
            lines.move(box.right(), at).line(box.right() + TICK, at);
            canvas.text(RichText.of(tick.label()), box.right() + 2 * TICK, at + FONT * 0.38, FONT, Canvas.Anchor.START);
        }
        if (!ticks.offset().isEmpty()) {
            canvas.text(RichText.of(ticks.offset()), box.left(), box.top() - 4, FONT, Canvas.Anchor.START);
        }
        canvas.stroke(lines, canvas.theme().ink(), 0.8, Dash.SOLID, 1);
    }

    private Ticks ticks(double frameHeight) {
        return Ticks.on(Scale.LINEAR, range, (int) Math.max(1, Math.min(9, frameHeight * shrink / (2 * FONT))));
    }

    private int[] colors() {
        int[] colors = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double place = 1 - (i + 0.5) / STEPS;
            colors[i] = 0xff000000 | map.colors()[ColorMap.level(levels.isEmpty() ? place : band(place))];
        }
        return colors;
    }

    /** The colour of the band between two levels that a place falls into. */
    private double band(double place) {
        double value = range.lo() + place * range.length();
        long below = levels.stream().filter(level -> level <= value).count();
        return (Math.max(1, below) - 0.5) / (levels.size() - 1);
    }
}
