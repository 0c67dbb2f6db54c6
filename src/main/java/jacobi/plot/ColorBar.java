package jacobi.plot;

import jacobi.display.image.Png;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Mark;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;
import jacobi.plot.text.RichText;
import java.util.List;

/**
 * The scale beside a frame that says which colour means which number.
 *
 * @param key what colours mean
 * @param shrink its height in parts of the frame's
 * @param label what the numbers are, or empty
 * @param at the numbers it says, or null for round ones
 */
record ColorBar(Mark.Key key, double shrink, String label, double[] at) {
    private static final double GAP = 8;
    private static final double THICKNESS = 8;
    private static final double TICK = 3.5;
    private static final double LABEL_PAD = 4;
    private static final double FONT = AxesPainter.FONT;
    private static final int STEPS = 128;

    ColorBar(Mark.Key key, double shrink) {
        this(key, shrink, "", null);
    }

    /** The same bar for what other colours mean. */
    ColorBar with(Mark.Key other) {
        return new ColorBar(other, shrink, label, at);
    }

    Span range() {
        return key.range();
    }

    ColorMap map() {
        return key.shades().map();
    }

    /** The room it takes beside a frame of that height. */
    double width(double height) {
        double widest = 0;
        for (Ticks.Tick tick : ticks(height).major()) {
            widest = Math.max(widest, RichText.of(tick.label()).width(FONT));
        }
        double offset = RichText.of(ticks(height).offset()).width(FONT) - THICKNESS;
        return GAP
                + THICKNESS
                + Math.max(2 * TICK + widest, offset)
                + (label.isEmpty() ? 0 : LABEL_PAD + name().height(FONT));
    }

    void draw(Canvas canvas, Box frame) {
        double height = frame.height() * shrink;
        Box box = new Box(frame.right() + GAP, frame.centerY() - height / 2, THICKNESS, height);
        canvas.image(Png.argb(1, STEPS, colors()), box);
        PathData lines = new PathData().rectangle(box.left(), box.top(), box.width(), box.height());
        Ticks ticks = ticks(frame.height());
        double widest = 0;
        for (Ticks.Tick tick : ticks.major()) {
            double place = box.bottom() - height * along(tick.value());
            RichText text = RichText.of(tick.label());
            lines.move(box.right(), place).line(box.right() + TICK, place);
            canvas.text(text, box.right() + 2 * TICK, place + FONT * 0.38, FONT, Canvas.Anchor.START);
            widest = Math.max(widest, text.width(FONT));
        }
        if (!label.isEmpty()) {
            double edge = box.right() + 2 * TICK + widest + LABEL_PAD + name().above(FONT);
            canvas.text(
                    name(),
                    edge,
                    box.centerY(),
                    FONT,
                    Canvas.Anchor.MIDDLE,
                    90,
                    canvas.theme().ink());
        }
        if (!ticks.offset().isEmpty()) {
            canvas.text(RichText.of(ticks.offset()), box.left(), box.top() - 4, FONT, Canvas.Anchor.START);
        }
        canvas.stroke(lines, canvas.theme().ink(), 0.8, Dash.SOLID, 1);
    }

    private RichText name() {
        return RichText.of(label);
    }

    /** Where a number lies between the lower end, 0, and the upper, 1. */
    private double along(double value) {
        Scale scale = key.shades().scale();
        double from = scale.position(range().lo());
        return (scale.position(value) - from) / (scale.position(range().hi()) - from);
    }

    private Ticks ticks(double frameHeight) {
        if (at != null) {
            return Ticks.at(at, List.of());
        }
        int most = (int) Math.max(1, Math.min(9, frameHeight * shrink / (2 * FONT)));
        return Ticks.on(key.shades().scale(), range(), most);
    }

    private int[] colors() {
        int[] colors = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double place = 1 - (i + 0.5) / STEPS;
            colors[i] = 0xff000000 | map().colors()[ColorMap.level(key.levels().isEmpty() ? place : band(place))];
        }
        return colors;
    }

    /** The colour of the band between two levels that a place falls into. */
    private double band(double place) {
        double value = range().lo() + place * range().length();
        List<Double> levels = key.levels();
        long below = levels.stream().filter(level -> level <= value).count();
        return (Math.max(1, below) - 0.5) / (levels.size() - 1);
    }
}
