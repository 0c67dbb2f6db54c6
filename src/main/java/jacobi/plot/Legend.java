package jacobi.plot;

import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Canvas.Anchor;
import jacobi.plot.mark.Cover;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Plane;
import jacobi.plot.mark.RoundBox;
import jacobi.plot.text.RichText;
import java.util.ArrayList;
import java.util.List;

/** The framed list of names of axes' series, with a sample of each. Lengths are in points. */
final class Legend {
    private static final double FONT = AxesPainter.FONT;
    private static final double PAD = 0.4 * FONT;
    private static final double SAMPLE = 2 * FONT;
    private static final double SAMPLE_GAP = 0.8 * FONT;
    private static final double COLUMN_GAP = 1.6 * FONT;
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

    private LegendLook look() {
        return axes.state.legendLook;
    }

    /** The part of the usual size its letters have. */
    private double scale() {
        return look().font() / FONT;
    }

    private RichText name(Mark mark) {
        return RichText.of(mark.look().label);
    }

    private int rows() {
        return (named.size() + look().columns() - 1) / look().columns();
    }

    private List<Mark> column(int column) {
        return named.subList(Math.min(named.size(), column * rows()), Math.min(named.size(), (column + 1) * rows()));
    }

    private double width(int column) {
        double widest = column(column).stream()
                .mapToDouble(mark -> name(mark).width(look().font()))
                .max()
                .orElse(0);
        return (SAMPLE + SAMPLE_GAP) * scale() + widest;
    }

    /** The height of a row: that of letters, or of a taller formula. */
    private double height(int row) {
        double height = ROW * scale();
        for (int column = 0; column < look().columns(); column++) {
            List<Mark> marks = column(column);
            if (row < marks.size()) {
                RichText name = name(marks.get(row));
                double font = look().font();
                double more = Math.max(0, name.above(font) - font * AxesPainter.ASCENT)
                        + Math.max(0, name.below(font) - font * AxesPainter.DESCENT);
                height = Math.max(height, ROW * scale() + more);
            }
        }
        return height;
    }

    private double titleHeight() {
        return look().title().isEmpty() ? 0 : RichText.of(look().title()).height(look().font()) + ROW_GAP * scale();
    }

    double width() {
        double width = (look().columns() - 1) * COLUMN_GAP * scale();
        for (int column = 0; column < look().columns(); column++) {
            width += width(column);
        }
        double title = RichText.of(look().title()).width(look().font());
        return 2 * PAD * scale() + Math.max(width, title);
    }

    double height() {
        double height = 2 * PAD * scale() + (rows() - 1) * ROW_GAP * scale() + titleHeight();
        for (int row = 0; row < rows(); row++) {
            height += height(row);
        }
        return height;
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
            twin.state.marks.forEach(mark -> mark.cover(cover, twin.plane(plane.box())));
        }
        Box frame = plane.box();
        Box with = new Box(frame.left(), frame.top(), frame.width() + (isOutside() ? aside : 0), frame.height());
        return axes.state.legendPlace.in(with, width(), height(), cover);
    }

    void draw(Canvas canvas, Plane plane, double aside) {
        Box box = box(plane, aside);
        double scale = scale();
        double font = look().font();
        if (look().framed()) {
            canvas.outlined(
                    RoundBox.path(box, CORNER),
                    canvas.theme().paper(),
                    canvas.theme().edge(),
                    1,
                    0.8);
        }
        double top = box.top() + PAD * scale;
        if (!look().title().isEmpty()) {
            RichText title = RichText.of(look().title());
            canvas.text(title, box.centerX(), top + title.above(font), font, Anchor.MIDDLE);
            top += titleHeight();
        }
        double left = box.left() + PAD * scale;
        for (int column = 0; column < look().columns(); column++) {
            double y = top;
            for (int row = 0; row < column(column).size(); row++) {
                Mark mark = column(column).get(row);
                double base = y + Math.max(font * AxesPainter.ASCENT, name(mark).above(font));
                double middle = base - font * 0.35;
                mark.sample(canvas, new Box(left, middle - font * 0.35, SAMPLE * scale, font * 0.7));
                canvas.text(name(mark), left + (SAMPLE + SAMPLE_GAP) * scale, base, font, Anchor.START);
                y += height(row) + ROW_GAP * scale;
            }
            left += width(column) + COLUMN_GAP * scale;
        }
    }
}
