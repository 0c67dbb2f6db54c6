package jacobi.plot;

import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Canvas.Anchor;
import jacobi.plot.mark.Plane;
import jacobi.plot.mark.TextLook;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;
import jacobi.plot.text.RichText;

/** Draws the frame of axes in the plane: its border, ticks, grid and labels. Lengths are in points. */
final class FramePainter {
    private static final double MINOR_PEN = 0.6;

    private final AxesState state;
    private final Canvas canvas;
    private final Plane plane;
    private final TickLabels x;
    private final TickLabels y;
    private final Box box;

    FramePainter(AxesState state, Canvas canvas, Plane plane, TickLabels x, TickLabels y) {
        this.state = state;
        this.canvas = canvas;
        this.plane = plane;
        this.x = x;
        this.y = y;
        box = plane.box();
    }

    void drawGrid() {
        if (state.x.grid != null && state.x.grid.equals(state.y.grid)) {
            PathData lines = new PathData();
            upright(lines, x.ticks().major());
            level(lines, y.ticks().major());
            stroke(lines, state.x.grid);
        } else {
            grid(state.x.grid, x.ticks().major(), true);
            grid(state.y.grid, y.ticks().major(), false);
        }
        grid(state.x.minorGrid, x.ticks().minor(), true);
        grid(state.y.minorGrid, y.ticks().minor(), false);
    }

    private void grid(GridLook look, Iterable<Ticks.Tick> ticks, boolean upright) {
        if (look != null) {
            PathData lines = new PathData();
            if (upright) {
                upright(lines, ticks);
            } else {
                level(lines, ticks);
            }
            stroke(lines, look);
        }
    }

    private void upright(PathData lines, Iterable<Ticks.Tick> ticks) {
        ticks.forEach(tick -> lines.move(plane.x(tick.value()), box.top()).line(plane.x(tick.value()), box.bottom()));
    }

    private void level(PathData lines, Iterable<Ticks.Tick> ticks) {
        ticks.forEach(tick -> lines.move(box.left(), plane.y(tick.value())).line(box.right(), plane.y(tick.value())));
    }

    private void stroke(PathData lines, GridLook look) {
        String paint =
                look.color() == null ? canvas.theme().grid() : canvas.theme().paint(look.color());
        canvas.stroke(lines, paint, look.width(), look.dash(), look.alpha());
    }

    void drawFrame() {
        PathData lines = new PathData().rectangle(box.left(), box.top(), box.width(), box.height());
        if (state.x.tickMarks) {
            below(lines, x.ticks().major(), state.x.tickLength);
        }
        if (state.y.tickMarks) {
            beside(lines, y.ticks().major(), state.y.tickLength);
        }
        canvas.stroke(lines, canvas.theme().ink(), AxesPainter.PEN, Dash.SOLID, 1);
        PathData small = new PathData();
        if (state.x.minorMarks) {
            below(small, x.ticks().minor(), state.x.minorLength);
        }
        if (state.y.minorMarks) {
            beside(small, y.ticks().minor(), state.y.minorLength);
        }
        canvas.stroke(small, canvas.theme().ink(), MINOR_PEN, Dash.SOLID, 1);
        drawTickLabels();
    }

    private void below(PathData lines, Iterable<Ticks.Tick> ticks, double length) {
        for (Ticks.Tick tick : ticks) {
            double at = plane.x(tick.value());
            lines.move(at, box.bottom()).line(at, box.bottom() + length);
        }
    }

    private void beside(PathData lines, Iterable<Ticks.Tick> ticks, double length) {
        for (Ticks.Tick tick : ticks) {
            double at = plane.y(tick.value());
            lines.move(box.left(), at).line(box.left() - length, at);
        }
    }

    private void drawTickLabels() {
        double font = x.font();
        String ink = canvas.theme().paint(state.x.tickLook.color);
        double top = box.bottom() + x.reach();
        double turn = Math.toRadians(x.rotation());
        for (Ticks.Tick tick : x.labels()) {
            RichText text = x.text(tick);
            double at = plane.x(tick.value());
            double rise = text.above(font);
            if (x.rotation() == 0) {
                canvas.text(text, at, top + rise, font, Anchor.MIDDLE, 0, ink);
            } else {
                // A turned label ends at its tick, where it would begin if it hung down the other way.
                Anchor anchor = x.rotation() > 0 ? Anchor.END : Anchor.START;
                canvas.text(
                        text,
                        at + Math.sin(turn) * rise / 2,
                        top + Math.cos(turn) * rise,
                        font,
                        anchor,
                        x.rotation(),
                        ink);
            }
        }
        ink = canvas.theme().paint(state.y.tickLook.color);
        for (Ticks.Tick tick : y.labels()) {
            RichText text = y.text(tick);
            double right = box.left() - y.reach();
            double at = plane.y(tick.value());
            if (y.rotation() == 0) {
                double drop = text.lines().size() == 1 ? y.font() * AxesPainter.MIDDLE : text.middle(y.font());
                canvas.text(text, right, at + drop, y.font(), Anchor.END, 0, ink);
            } else {
                double lean = Math.toRadians(y.rotation());
                double half = text.width(y.font()) / 2 * Math.abs(Math.cos(lean));
                double drop = text.middle(y.font());
                canvas.text(
                        text,
                        right - half - (Math.abs(Math.sin(lean)) * text.height(y.font())) / 2 + Math.sin(lean) * drop,
                        at + Math.cos(lean) * drop,
                        y.font(),
                        Anchor.MIDDLE,
                        y.rotation(),
                        ink);
            }
        }
    }

    /** @param remark a line under everything, or null */
    void drawLabels(Box page, RichText remark) {
        TextLook look = state.x.labelLook;
        RichText label = look.read(state.x.label);
        double top = box.bottom() + (x.labelled() ? x.reach() + x.down() : x.reach()) + AxesPainter.LABEL_PAD;
        double ascent = look.size * AxesPainter.ASCENT;
        double under = top;
        if (!state.x.label.isEmpty()) {
            double middle = AxesPainter.inside(box.centerX(), label.width(look.size), page);
            String ink = canvas.theme().paint(look.color);
            canvas.text(label, middle, top + label.above(look.size), look.size, Anchor.MIDDLE, 0, ink);
            under = top + label.height(look.size);
        }
        if (!x.ticks().offset().isEmpty()) {
            canvas.text(RichText.of(x.ticks().offset()), box.right(), top + ascent, AxesPainter.FONT, Anchor.END);
            under = Math.max(under, top + AxesPainter.LINE);
        }
        if (remark != null) {
            double size = AxesPainter.REMARK;
            double base = under + (under == top ? -AxesPainter.LABEL_PAD : 0) + AxesPainter.FONT * AxesPainter.ASCENT;
            canvas.text(remark, AxesPainter.inside(box.centerX(), remark.width(size), page), base, size, Anchor.MIDDLE);
        }
        if (!y.ticks().offset().isEmpty()) {
            canvas.text(
                    RichText.of(y.ticks().offset()),
                    box.left(),
                    box.top() - 3 - AxesPainter.FONT * AxesPainter.DESCENT,
                    AxesPainter.FONT,
                    Anchor.START);
        }
        drawYLabel(page, box.left() - y.reach() - (y.labelled() ? y.across() : 0) - AxesPainter.LABEL_PAD, false);
    }

    /** The ticks of a twin on the right, with its label. */
    void drawTwin(Box page) {
        PathData ticks = new PathData();
        for (Ticks.Tick tick : y.ticks().major()) {
            double at = plane.y(tick.value());
            ticks.move(box.right(), at).line(box.right() + state.y.tickLength, at);
        }
        String ink = canvas.theme().paint(state.y.tickLook.color);
        for (Ticks.Tick tick : y.labels()) {
            double at = plane.y(tick.value()) + y.font() * AxesPainter.MIDDLE;
            canvas.text(y.text(tick), box.right() + y.reach(), at, y.font(), Anchor.START, 0, ink);
        }
        canvas.stroke(ticks, canvas.theme().ink(), AxesPainter.PEN, Dash.SOLID, 1);
        drawYLabel(page, box.right() + y.reach() + y.across() + AxesPainter.LABEL_PAD, true);
    }

    private void drawYLabel(Box page, double edge, boolean right) {
        if (state.y.label.isEmpty()) {
            return;
        }
        TextLook look = state.y.labelLook;
        RichText label = look.read(state.y.label);
        double half = label.width(look.size) / 2;
        double middle = Math.max(page.top() + half, Math.min(page.bottom() - half, box.centerY()));
        double at = right ? edge + label.above(look.size) : edge - label.below(look.size);
        canvas.text(
                label, at, middle, look.size, Anchor.MIDDLE, 90, canvas.theme().paint(look.color));
    }
}
