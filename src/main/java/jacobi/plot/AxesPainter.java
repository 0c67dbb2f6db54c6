package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Canvas.Anchor;
import jacobi.plot.mark.Image;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Plane;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.RichText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Draws one frame with its axes, and knows how much room their labels need around it. Lengths are in points. */
final class AxesPainter {
    static final double FONT = 10;
    static final double TITLE_FONT = 12;
    /** How far letters rise above their base line and hang below it, in parts of the font size. */
    static final double ASCENT = 0.76;

    static final double DESCENT = 0.21;
    /** From the base line to the middle of digits, which is where a tick points. */
    private static final double MIDDLE = 0.38;

    private static final double TICK = 3.5;
    private static final double MINOR_TICK = 2;
    private static final double TICK_PAD = 3.5;
    private static final double LABEL_PAD = 4;
    private static final double TITLE_PAD = 6;
    private static final double PEN = 0.8;
    private static final double MINOR_PEN = 0.6;
    /** Where grid lines come between bars and lines. */
    private static final double GRID_ORDER = 1.5;

    /** The font size of what is said about the drawing itself. */
    private static final double REMARK = 7;

    private static final double LINE = FONT * (ASCENT + DESCENT);

    private final Axes axes;
    private final Span x;
    private final Span y;

    AxesPainter(Axes axes) {
        this.axes = axes;
        this.x = axes.xSpan();
        this.y = axes.ySpan();
    }

    /** The room around a frame of that size that ticks, labels and title take. */
    Insets insets(double width, double height) {
        double titled = axes.state.title.isEmpty() ? 0 : TITLE_PAD + TITLE_FONT * ASCENT;
        if (!axes.state.framed || axes.state.solid) {
            Insets title = new Insets(0, 0, titled, 0);
            return axes.state.solid ? title.with(new SpacePainter(axes).insets(width, height)) : title;
        }
        Ticks xTicks = xTicks(width);
        Ticks yTicks = yTicks(height);
        double left = labelled(yTicks)
                ? TICK + TICK_PAD + widest(yTicks)
                : yTicks.major().isEmpty() ? PEN : TICK;
        left += axes.state.yLabel.isEmpty() ? 0 : LABEL_PAD + LINE;
        double bottom =
                labelled(xTicks) ? TICK + TICK_PAD + LINE : xTicks.major().isEmpty() ? PEN : TICK;
        bottom += axes.state.xLabel.isEmpty() && xTicks.offset().isEmpty() ? 0 : LABEL_PAD + LINE;
        bottom += axes.dropped() == 0 ? 0 : REMARK + 2;
        double top = labelled(yTicks) ? FONT * MIDDLE : PEN;
        top = Math.max(top, titled) + (yTicks.offset().isEmpty() ? 0 : 3 + LINE);
        double right = PEN;
        for (Ticks.Tick tick : xTicks.major()) {
            double half = RichText.of(tick.label()).width(FONT) / 2;
            double at = width * position(tick.value());
            left = Math.max(left, half - at);
            right = Math.max(right, half - (width - at));
        }
        right = Math.max(right, twins(height)) + bar(height);
        Legend key = Legend.of(axes);
        if (key != null && key.isOutside()) {
            right += LegendPlace.GAP + key.width();
        }
        return new Insets(left, right, top, bottom);
    }

    /** What the ticks and labels of twins and a colour bar take to the right of the frame. */
    private double aside(double height) {
        return Math.max(PEN, twins(height)) + bar(height);
    }

    private double twins(double height) {
        return axes.state.twins.stream()
                .mapToDouble(twin -> new AxesPainter(twin).rightInset(height))
                .max()
                .orElse(0);
    }

    private double bar(double height) {
        return axes.state.colorBar == null ? 0 : axes.state.colorBar.width(height);
    }

    private double rightInset(double height) {
        return TICK + TICK_PAD + widest(yTicks(height)) + (axes.state.yLabel.isEmpty() ? 0 : LABEL_PAD + LINE);
    }

    /** The ratio of height to width that makes units equal or shows all of space, or 0 where the frame may have any. */
    double aspect() {
        if (axes.state.solid) {
            return new SpacePainter(axes).aspect();
        }
        return axes.state.equal ? y.length() / x.length() : 0;
    }

    /** The least size of a frame in which its legend has room. */
    double[] least() {
        Legend key = Legend.of(axes);
        if (key != null && key.isOutside()) {
            return new double[] {40, Math.max(36, key.height())};
        }
        return key == null
                ? new double[] {40, 36}
                : new double[] {Math.max(40, key.width() + 10), Math.max(36, key.height() + 10)};
    }

    /**
     * Draws everything of these axes.
     *
     * @param box the inside of the frame
     * @param page what labels should not stick out of
     */
    void draw(Canvas canvas, Box box, Box page) {
        if (axes.state.solid) {
            new SpacePainter(axes).draw(canvas, box);
            drawTitle(canvas, box, page, Ticks.NONE);
            return;
        }
        Plane plane = new Plane(box, axes.state.xScale, x, axes.state.yScale, y, axes.state.downwards);
        List<Mark> marks = axes.state.marks.stream()
                .sorted(Comparator.comparingDouble(mark -> mark.look().order))
                .toList();
        Ticks xTicks = xTicks(box.width());
        Ticks yTicks = yTicks(box.height());
        String clip = canvas.svg().newId();
        canvas.svg().open("clipPath").attr("id", clip).open("path");
        canvas.svg()
                .attr(
                        "d",
                        new PathData()
                                .rectangle(box.left(), box.top(), box.width(), box.height())
                                .toString());
        canvas.svg().close().close().newline();
        clipped(
                canvas,
                clip,
                marks.stream().filter(mark -> mark.look().order < GRID_ORDER).toList(),
                plane);
        if (axes.state.grid && axes.state.framed) {
            drawGrid(canvas, plane, xTicks, yTicks);
        }
        clipped(
                canvas,
                clip,
                marks.stream().filter(mark -> mark.look().order >= GRID_ORDER).toList(),
                plane);
        for (Axes twin : axes.state.twins) {
            new AxesPainter(twin).drawTwin(canvas, box, page, clip);
        }
        if (axes.state.framed) {
            drawFrame(canvas, plane, xTicks, yTicks);
            drawLabels(canvas, box, page, xTicks, yTicks);
        }
        if (axes.state.colorBar != null) {
            axes.state.colorBar.draw(canvas, box);
        }
        drawTitle(canvas, box, page, yTicks);
        marks.stream().filter(mark -> !mark.clipped()).forEach(mark -> mark.draw(canvas, plane));
        Legend key = Legend.of(axes);
        if (key != null) {
            key.draw(canvas, plane, aside(box.height()));
        }
    }

    private static void clipped(Canvas canvas, String clip, List<Mark> marks, Plane plane) {
        List<Mark> inside = marks.stream().filter(Mark::clipped).toList();
        if (inside.isEmpty()) {
            return;
        }
        canvas.svg().open("g").attr("clip-path", "url(#" + clip + ")").newline();
        inside.forEach(mark -> mark.drawOn(canvas, plane));
        canvas.svg().close().newline();
    }

    private void drawTwin(Canvas canvas, Box box, Box page, String clip) {
        Plane plane = new Plane(box, axes.state.xScale, x, axes.state.yScale, y, axes.state.downwards);
        clipped(canvas, clip, axes.state.marks, plane);
        PathData ticks = new PathData();
        double widest = 0;
        for (Ticks.Tick tick : yTicks(box.height()).major()) {
            double at = plane.y(tick.value());
            ticks.move(box.right(), at).line(box.right() + TICK, at);
            RichText label = RichText.of(tick.label());
            canvas.text(label, box.right() + TICK + TICK_PAD, at + FONT * MIDDLE, FONT, Anchor.START);
            widest = Math.max(widest, label.width(FONT));
        }
        canvas.stroke(ticks, canvas.theme().ink(), PEN, Dash.SOLID, 1);
        double at = box.right() + TICK + TICK_PAD + widest + LABEL_PAD + FONT * ASCENT;
        drawYLabel(canvas, box, page, at);
    }

    private void drawGrid(Canvas canvas, Plane plane, Ticks xTicks, Ticks yTicks) {
        Box box = plane.box();
        PathData lines = new PathData();
        for (Ticks.Tick tick : xTicks.major()) {
            lines.move(plane.x(tick.value()), box.top()).line(plane.x(tick.value()), box.bottom());
        }
        for (Ticks.Tick tick : yTicks.major()) {
            lines.move(box.left(), plane.y(tick.value())).line(box.right(), plane.y(tick.value()));
        }
        canvas.stroke(lines, canvas.theme().grid(), PEN, Dash.SOLID, 1);
    }

    private void drawFrame(Canvas canvas, Plane plane, Ticks xTicks, Ticks yTicks) {
        Box box = plane.box();
        PathData lines = new PathData().rectangle(box.left(), box.top(), box.width(), box.height());
        for (Ticks.Tick tick : xTicks.major()) {
            lines.move(plane.x(tick.value()), box.bottom()).line(plane.x(tick.value()), box.bottom() + TICK);
        }
        for (Ticks.Tick tick : yTicks.major()) {
            lines.move(box.left(), plane.y(tick.value())).line(box.left() - TICK, plane.y(tick.value()));
        }
        canvas.stroke(lines, canvas.theme().ink(), PEN, Dash.SOLID, 1);
        PathData small = new PathData();
        for (Ticks.Tick tick : xTicks.minor()) {
            small.move(plane.x(tick.value()), box.bottom()).line(plane.x(tick.value()), box.bottom() + MINOR_TICK);
        }
        for (Ticks.Tick tick : yTicks.minor()) {
            small.move(box.left(), plane.y(tick.value())).line(box.left() - MINOR_TICK, plane.y(tick.value()));
        }
        canvas.stroke(small, canvas.theme().ink(), MINOR_PEN, Dash.SOLID, 1);
        for (Ticks.Tick tick : labels(xTicks)) {
            canvas.text(
                    RichText.of(tick.label()),
                    plane.x(tick.value()),
                    box.bottom() + TICK + TICK_PAD + FONT * ASCENT,
                    FONT,
                    Anchor.MIDDLE);
        }
        for (Ticks.Tick tick : labels(yTicks)) {
            canvas.text(
                    RichText.of(tick.label()),
                    box.left() - TICK - TICK_PAD,
                    plane.y(tick.value()) + FONT * MIDDLE,
                    FONT,
                    Anchor.END);
        }
    }

    private void drawLabels(Canvas canvas, Box box, Box page, Ticks xTicks, Ticks yTicks) {
        double base = box.bottom() + (labelled(xTicks) ? TICK + TICK_PAD + LINE : TICK) + LABEL_PAD + FONT * ASCENT;
        if (!axes.state.xLabel.isEmpty()) {
            RichText label = RichText.of(axes.state.xLabel);
            canvas.text(label, inside(box.centerX(), label.width(FONT), page), base, FONT, Anchor.MIDDLE);
        }
        if (!xTicks.offset().isEmpty()) {
            canvas.text(RichText.of(xTicks.offset()), box.right(), base, FONT, Anchor.END);
        }
        if (axes.dropped() > 0) {
            RichText remark = RichText.plain(Description.droppedText(axes.dropped()));
            double under = axes.state.xLabel.isEmpty() && xTicks.offset().isEmpty() ? base - LABEL_PAD - LINE : base;
            double at = inside(box.centerX(), remark.width(REMARK), page);
            canvas.text(remark, at, under + LINE, REMARK, Anchor.MIDDLE);
        }
        if (!yTicks.offset().isEmpty()) {
            canvas.text(RichText.of(yTicks.offset()), box.left(), box.top() - 3 - FONT * DESCENT, FONT, Anchor.START);
        }
        double left = labelled(yTicks) ? TICK + TICK_PAD + widest(yTicks) : TICK;
        drawYLabel(canvas, box, page, box.left() - left - LABEL_PAD - FONT * DESCENT);
    }

    private void drawYLabel(Canvas canvas, Box box, Box page, double at) {
        if (axes.state.yLabel.isEmpty()) {
            return;
        }
        RichText label = RichText.of(axes.state.yLabel);
        double half = label.width(FONT) / 2;
        double middle = Math.max(page.top() + half, Math.min(page.bottom() - half, box.centerY()));
        canvas.text(label, at, middle, FONT, Anchor.MIDDLE, 90, canvas.theme().ink());
    }

    private void drawTitle(Canvas canvas, Box box, Box page, Ticks yTicks) {
        if (!axes.state.insetTitle.isEmpty()) {
            RichText inset = RichText.of(axes.state.insetTitle);
            double half = inset.width(FONT) / 2;
            PathData behind = new PathData().rectangle(box.centerX() - half - 3, box.top() + 3, 2 * half + 6, LINE + 4);
            canvas.fill(behind, canvas.theme().paper(), 0.8);
            canvas.text(inset, box.centerX(), box.top() + 5 + FONT * ASCENT, FONT, Anchor.MIDDLE);
        }
        if (axes.state.title.isEmpty()) {
            return;
        }
        RichText title = RichText.of(axes.state.title);
        double lift = yTicks.offset().isEmpty() || !axes.state.framed ? 0 : 3 + LINE;
        canvas.text(
                title,
                inside(box.centerX(), title.width(TITLE_FONT), page),
                box.top() - TITLE_PAD - lift,
                TITLE_FONT,
                Anchor.MIDDLE);
    }

    /** The widest of title and x label, and the longest y label: what the page must have room for. */
    double[] longest() {
        double across = Math.max(
                RichText.of(axes.state.title).width(TITLE_FONT),
                RichText.of(axes.state.xLabel).width(FONT));
        double up = RichText.of(axes.state.yLabel).width(FONT);
        for (Axes twin : axes.state.twins) {
            up = Math.max(up, RichText.of(twin.state.yLabel).width(FONT));
        }
        return new double[] {across, up};
    }

    /** The middle of a text, moved so that it stays on the page. */
    private static double inside(double middle, double width, Box page) {
        return Math.max(page.left() + width / 2, Math.min(page.right() - width / 2, middle));
    }

    /** Ticks at about every 30 points, fewer where their labels would touch. */
    private Ticks xTicks(double width) {
        Ticks ticks = axes.state.xTicks;
        for (int most = room(width / (3 * FONT)); ticks == null; most--) {
            Ticks some = ticks(axes.state.xScale, x, most);
            if (most == 1 || !touch(some, width)) {
                ticks = some;
            }
        }
        return axes.xTicksLabelled ? within(ticks, x) : within(ticks, x).unlabelled();
    }

    /** Ticks at about every 20 points. */
    private Ticks yTicks(double height) {
        Ticks ticks =
                axes.state.yTicks != null ? axes.state.yTicks : ticks(axes.state.yScale, y, room(height / (2 * FONT)));
        return axes.yTicksLabelled ? within(ticks, y) : within(ticks, y).unlabelled();
    }

    /** The rows and columns of an image are counted; there is no row 2.5. */
    private Ticks ticks(Scale scale, Span span, int most) {
        boolean counted = scale == Scale.LINEAR && axes.state.marks.stream().anyMatch(Image.class::isInstance);
        return counted ? Ticks.whole(span, most) : Ticks.on(scale, span, most);
    }

    private static int room(double intervals) {
        return (int) Math.max(1, Math.min(9, Math.floor(intervals)));
    }

    private boolean touch(Ticks ticks, double width) {
        double free = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : labels(ticks)) {
            double half = RichText.of(tick.label()).width(FONT) / 2;
            double at = width * position(tick.value());
            if (at - half < free) {
                return true;
            }
            free = at + half + FONT * 0.4;
        }
        return false;
    }

    private double position(double value) {
        Scale scale = axes.state.xScale;
        double from = scale.position(x.lo());
        return (scale.position(value) - from) / (scale.position(x.hi()) - from);
    }

    private static Ticks within(Ticks ticks, Span span) {
        double slack = span.length() * 1e-9;
        Span wide = new Span(span.lo() - slack, span.hi() + slack);
        return new Ticks(
                ticks.major().stream()
                        .filter(tick -> wide.contains(tick.value()))
                        .toList(),
                ticks.minor().stream()
                        .filter(tick -> wide.contains(tick.value()))
                        .toList(),
                ticks.offset());
    }

    private static List<Ticks.Tick> labels(Ticks ticks) {
        return Stream.concat(ticks.major().stream(), ticks.minor().stream())
                .filter(tick -> !tick.label().isEmpty())
                .sorted(Comparator.comparingDouble(Ticks.Tick::value))
                .toList();
    }

    private static boolean labelled(Ticks ticks) {
        return !labels(ticks).isEmpty();
    }

    private static double widest(Ticks ticks) {
        return labels(ticks).stream()
                .mapToDouble(tick -> RichText.of(tick.label()).width(FONT))
                .max()
                .orElse(0);
    }
}
