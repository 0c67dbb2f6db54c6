package jacobi.plot;

import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Canvas.Anchor;
import jacobi.plot.mark.Cover;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Plane;
import jacobi.plot.svg.RichText;
import java.util.ArrayList;
import java.util.List;

/** The framed list of names of axes' series, with a sample of each. Lengths are in points. */
final class Legend {
    private static final double FONT = AxesPainter.FONT;
    private static final double PAD = 0.4 * FONT;
    private static final double SAMPLE = 2 * FONT;
    private static final double SAMPLE_GAP = 0.8 * FONT;
    private static final double ROW = FONT * 0.968;
    private static final double ROW_GAP = 0.5 * FONT;
    private static final double CORNER = 0.2 * FONT;

    private final Axes axes;
    private final List<Mark> named;

    private Legend(Axes axes, List<Mark> named) {
        this.axes = axes;
        this.named = named;
    }

    /** The legend of the axes and their twins, or null if they want none or nothing has a name. */
    static Legend of(Axes axes) {
        List<Mark> named = new ArrayList<>(named(axes));
        boolean wanted = axes.state.legend;
        for (Axes twin : axes.state.twins) {
            named.addAll(named(twin));
            wanted |= twin.state.legend;
        }
        return wanted && !named.isEmpty() ? new Legend(axes, named) : null;
    }

    private static List<Mark> named(Axes axes) {
        return axes.state.marks.stream()
                .filter(mark -> !mark.look().label.isEmpty())
                .toList();
    }

    double width() {
        double widest = named.stream()
                .mapToDouble(mark -> RichText.of(mark.look().label).width(FONT))
                .max()
                .orElse(0);
        return 2 * PAD + SAMPLE + SAMPLE_GAP + widest;
    }

    double height() {
        return 2 * PAD + named.size() * ROW + (named.size() - 1) * ROW_GAP;
    }

    /** Whether the frame needs no room for it. */
    boolean isOutside() {
        return axes.state.legendPlace.isOutside();
    }

    /**
     * Where it stands.
     *
     * @param aside what stands to the right of the frame, in points
     */
    Box box(Plane plane, double aside) {
        Cover cover = new Cover();
        axes.state.marks.forEach(mark -> mark.cover(cover, plane));
        for (Axes twin : axes.state.twins) {
            AxesState other = twin.state;
            Plane own = new Plane(plane.box(), other.xScale, twin.xSpan(), other.yScale, twin.ySpan(), other.downwards);
            other.marks.forEach(mark -> mark.cover(cover, own));
        }
        Box frame = plane.box();
        Box with = new Box(frame.left(), frame.top(), frame.width() + (isOutside() ? aside : 0), frame.height());
        return axes.state.legendPlace.in(with, width(), height(), cover);
    }

    void draw(Canvas canvas, Plane plane, double aside) {
        Box box = box(plane, aside);
        canvas.outlined(
                Rounded.path(box, CORNER),
                canvas.theme().paper(),
                canvas.theme().edge(),
                1,
                0.8);
        double top = box.top() + PAD;
        for (Mark mark : named) {
            double base = top + FONT * AxesPainter.ASCENT;
            double middle = base - FONT * 0.35;
            mark.sample(canvas, new Box(box.left() + PAD, middle - FONT * 0.35, SAMPLE, FONT * 0.7));
            canvas.text(
                    RichText.of(mark.look().label), box.left() + PAD + SAMPLE + SAMPLE_GAP, base, FONT, Anchor.START);
            top += ROW + ROW_GAP;
        }
    }
}
