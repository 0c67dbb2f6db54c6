package jacobi.plot;

import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Canvas.Anchor;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Plane;
import jacobi.plot.mark.TextLook;
import jacobi.plot.svg.PathData;
import jacobi.plot.text.RichText;
import java.util.Comparator;
import java.util.List;

/** Draws one frame with its axes, and knows how much room their labels need around it. Lengths are in points. */
final class AxesPainter {
    static final double FONT = 10;
    static final double TITLE_FONT = 12;
    /** How far letters rise above their base line and hang below it, in parts of the font size. */
    static final double ASCENT = 0.76;

    static final double DESCENT = 0.21;
    /** From the base line to the middle of digits, which is where a tick points. */
    static final double MIDDLE = 0.38;

    static final double TICK_PAD = 3.5;
    static final double LABEL_PAD = 4;
    static final double PEN = 0.8;
    private static final double TITLE_PAD = 6;
    /** Where grid lines come between bars and lines. */
    private static final double GRID_ORDER = 1.5;

    /** The font size of what is said about the drawing itself. */
    static final double REMARK = 7;

    /** The least a frame measures. */
    private static final double LEAST = 14;

    static final double LINE = FONT * (ASCENT + DESCENT);

    private final Axes axes;
    private final AxesState state;
    private final Span x;
    private final Span y;

    AxesPainter(Axes axes) {
        this.axes = axes;
        this.state = axes.state;
        this.x = axes.xSpan();
        this.y = axes.ySpan();
    }

    /** The room around a frame of that size that ticks, labels and title take. */
    Insets insets(double width, double height) {
        RichText title = state.titleLook.read(state.title);
        double titled = state.title.isEmpty() ? 0 : TITLE_PAD + title.above(state.titleLook.size) + drop(title);
        if (state.polar) {
            Insets around = PolarPainter.insets();
            return around.with(new Insets(0, 0, titled + around.top(), 0));
        }
        if (!state.framed || state.solid) {
            Insets above = new Insets(0, 0, titled, 0);
            if (!state.solid) {
                return above.with(new Insets(0, bar(height), 0, 0)).with(notes(width, height));
            }
            Insets around = above.with(new SpacePainter(axes).insets(width, height));
            return around.with(new Insets(0, around.right() + bar(height), 0, 0));
        }
        TickLabels xTicks = TickLabels.along(axes, x, width);
        TickLabels yTicks = TickLabels.up(axes, y, height);
        double left = yTicks.reach() + (yTicks.labelled() ? yTicks.across() : 0) + labelRoom(state.y);
        double bottom = xTicks.reach() + (xTicks.labelled() ? xTicks.down() : 0);
        double offset = xTicks.ticks().offset().isEmpty() ? 0 : LABEL_PAD + LINE;
        bottom += Math.max(labelRoom(state.x), offset) + (axes.dropped() == 0 ? 0 : REMARK + 2);
        double top = yTicks.labelled() ? yTicks.font() * MIDDLE : PEN;
        top = Math.max(top, titled) + (yTicks.ticks().offset().isEmpty() ? 0 : 3 + LINE);
        double right = PEN;
        for (Ticks.Tick tick : xTicks.ticks().major()) {
            double length = xTicks.text(tick).width(xTicks.font());
            double turn = Math.toRadians(xTicks.rotation());
            double toLeft = xTicks.rotation() == 0 ? length / 2 : xTicks.rotation() > 0 ? length * Math.cos(turn) : 0;
            double toRight = xTicks.rotation() == 0
                    ? length / 2
                    : (xTicks.rotation() < 0 ? length * Math.cos(turn) : 0) + xTicks.font() / 2;
            double at = width * position(tick.value());
            left = Math.max(left, toLeft - at);
            right = Math.max(right, toRight - (width - at));
        }
        right = Math.max(right, twins(height)) + bar(height);
        Insets notes = notes(width, height);
        left = Math.max(left, notes.left());
        right = Math.max(right, notes.right());
        top = Math.max(top, notes.top());
        bottom = Math.max(bottom, notes.bottom());
        Legend key = Legend.of(axes);
        if (key != null && key.isOutside()) {
            right += LegendPlace.GAP + key.width();
        }
        return new Insets(left, right, top, bottom);
    }

    /** How far texts reach out of a frame of that size. */
    private Insets notes(double width, double height) {
        Plane plane = axes.plane(new Box(0, 0, width, height));
        Insets insets = Insets.NONE;
        for (Mark mark : state.marks) {
            Box room = mark.room(plane);
            if (room != null) {
                insets = insets.with(
                        new Insets(-room.left(), room.right() - width, -room.top(), room.bottom() - height));
            }
        }
        return insets;
    }

    /** How much lower a title reaches than one of a single plain line. */
    private double drop(RichText title) {
        return title.below(state.titleLook.size) - state.titleLook.size * DESCENT;
    }

    private static double labelRoom(AxisState axis) {
        return axis.label.isEmpty()
                ? 0
                : LABEL_PAD + axis.labelLook.read(axis.label).height(axis.labelLook.size);
    }

    /** What the ticks and labels of twins and a colour bar take to the right of the frame. */
    private double aside(double height) {
        return Math.max(PEN, twins(height)) + bar(height);
    }

    private double twins(double height) {
        return state.twins.stream()
                .mapToDouble(twin -> new AxesPainter(twin).rightInset(height))
                .max()
                .orElse(0);
    }

    private double bar(double height) {
        return state.colorBar == null ? 0 : state.colorBar.width(height);
    }

    private double rightInset(double height) {
        TickLabels ticks = TickLabels.up(axes, y, height);
        return ticks.reach() + ticks.across() + labelRoom(state.y);
    }

    AxesPlace place() {
        return axes.place;
    }

    /** The ratio of height to width that makes units equal or shows all of space, or 0 where the frame may have any. */
    double aspect() {
        if (state.solid) {
            return new SpacePainter(axes).aspect();
        }
        return state.polar ? 1 : state.equal ? y.length() / x.length() : 0;
    }

    /** The least size of a frame in which its legend has room. */
    double[] least() {
        Legend key = Legend.of(axes);
        if (key != null && key.isOutside()) {
            return new double[] {LEAST, Math.max(LEAST, key.height())};
        }
        return key == null
                ? new double[] {LEAST, LEAST}
                : new double[] {Math.max(LEAST, key.width() + 10), Math.max(LEAST, key.height() + 10)};
    }

    /**
     * Draws everything of these axes.
     *
     * @param box the inside of the frame
     * @param page what labels should not stick out of
     */
    void draw(Canvas canvas, Box box, Box page) {
        if (state.solid) {
            canvas.part("space", () -> new SpacePainter(axes).draw(canvas, box));
            if (state.colorBar != null) {
                double labels =
                        new SpacePainter(axes).insets(box.width(), box.height()).right();
                state.colorBar.draw(canvas, new Box(box.left(), box.top(), box.width() + labels, box.height()));
            }
            drawTitle(canvas, box, page, Ticks.NONE);
            Legend named = Legend.of(axes);
            if (named != null) {
                named.draw(canvas, axes.plane(box), aside(box.height()));
            }
            return;
        }
        if (state.polar) {
            new PolarPainter(axes).draw(canvas, box);
            Insets around = PolarPainter.insets();
            drawTitle(
                    canvas, new Box(box.left(), box.top() - around.top(), box.width(), box.height()), page, Ticks.NONE);
            Legend named = Legend.of(axes);
            if (named != null) {
                named.draw(canvas, axes.plane(box), 0);
            }
            return;
        }
        Plane plane = axes.plane(box);
        List<Mark> marks = state.marks.stream()
                .sorted(Comparator.comparingDouble(mark -> mark.look().order))
                .toList();
        FramePainter frame = new FramePainter(
                state, canvas, plane, TickLabels.along(axes, x, box.width()), TickLabels.up(axes, y, box.height()));
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
        if (state.framed) {
            canvas.part("grid", frame::drawGrid);
        }
        clipped(
                canvas,
                clip,
                marks.stream().filter(mark -> mark.look().order >= GRID_ORDER).toList(),
                plane);
        for (Axes twin : state.twins) {
            new AxesPainter(twin).drawTwin(canvas, box, page, clip);
        }
        if (state.framed) {
            canvas.part("frame", frame::drawFrame);
            int dropped = axes.dropped();
            frame.drawLabels(page, dropped == 0 ? null : RichText.plain(Description.droppedText(dropped)));
        }
        if (state.colorBar != null) {
            state.colorBar.draw(canvas, box);
        }
        drawTitle(canvas, box, page, TickLabels.up(axes, y, box.height()).ticks());
        List<Mark> notes = marks.stream().filter(mark -> !mark.clipped()).toList();
        if (!notes.isEmpty()) {
            canvas.part("notes", () -> notes.forEach(mark -> mark.draw(canvas, plane)));
        }
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
        canvas.part("marks", () -> inside.forEach(mark -> mark.drawOn(canvas, plane)));
        canvas.svg().close().newline();
    }

    private void drawTwin(Canvas canvas, Box box, Box page, String clip) {
        Plane plane = axes.plane(box);
        clipped(canvas, clip, state.marks, plane);
        TickLabels ticks = TickLabels.up(axes, y, box.height());
        new FramePainter(state, canvas, plane, ticks, ticks).drawTwin(page);
    }

    private void drawTitle(Canvas canvas, Box box, Box page, Ticks yTicks) {
        if (!state.insetTitle.isEmpty()) {
            RichText inset = RichText.of(state.insetTitle);
            double half = inset.width(FONT) / 2;
            double height = inset.height(FONT) + 4;
            PathData behind = new PathData().rectangle(box.centerX() - half - 3, box.top() + 3, 2 * half + 6, height);
            canvas.fill(behind, canvas.theme().paper(), 0.8);
            canvas.text(inset, box.centerX(), box.top() + 5 + inset.above(FONT), FONT, Anchor.MIDDLE);
        }
        if (state.title.isEmpty()) {
            return;
        }
        TextLook look = state.titleLook;
        RichText title = look.read(state.title);
        double lift = yTicks.offset().isEmpty() || !state.framed ? 0 : 3 + LINE;
        canvas.text(
                title,
                inside(box.centerX(), title.width(look.size), page),
                box.top() - TITLE_PAD - lift - drop(title),
                look.size,
                Anchor.MIDDLE,
                0,
                canvas.theme().paint(look.color));
    }

    /** The widest of title and x label, and the longest y label: what the page must have room for. */
    double[] longest() {
        double across = Math.max(width(state.titleLook, state.title), width(state.x.labelLook, state.x.label));
        double up = width(state.y.labelLook, state.y.label);
        for (Axes twin : state.twins) {
            up = Math.max(up, width(twin.state.y.labelLook, twin.state.y.label));
        }
        return new double[] {across, up};
    }

    private static double width(TextLook look, String text) {
        return look.read(text).width(look.size);
    }

    /** The middle of a text, moved so that it stays on the page. */
    static double inside(double middle, double width, Box page) {
        return Math.max(page.left() + width / 2, Math.min(page.right() - width / 2, middle));
    }

    private double position(double value) {
        double from = state.x.scale.position(x.lo());
        double along = (state.x.scale.position(value) - from) / (state.x.scale.position(x.hi()) - from);
        return state.x.inverted ? 1 - along : along;
    }
}
