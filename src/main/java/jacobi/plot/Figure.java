package jacobi.plot;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.image.SvgImage;
import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.TextLook;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.Svg;
import jacobi.plot.text.RichText;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture with one or more axes in rows and columns. Drawing words go to the axes used last. As a cell's value or
 * through {@code display} it shows as SVG; its text says what it shows.
 *
 * <p>Not thread-safe: one thread draws on a figure at a time.
 */
public final class Figure extends Drawing<Figure> implements Picture {
    private static final double POINTS_PER_INCH = 72;

    private final List<Axes> all = new ArrayList<>();
    private int rows;
    private int columns;
    private double width;
    private double height;
    private Theme theme;
    private String heading = "";
    private final TextLook headingLook = new TextLook(AxesPainter.TITLE_FONT);
    private Axes current;
    private ColorBar colorBar;
    private boolean interactive;

    Figure(int rows, int columns, double width, double height, Theme theme) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(say("plot.figure.rows-and-columns", "rows", rows, "columns", columns));
        }
        this.theme = theme;
        figsize(width, height);
        divide(rows, columns);
    }

    private void divide(int newRows, int newColumns) {
        rows = newRows;
        columns = newColumns;
        all.clear();
        for (int i = 0; i < rows * columns; i++) {
            add(new AxesPlace(i / columns, i % columns, 1, 1));
        }
        current = all.get(0);
    }

    private Axes add(AxesPlace place) {
        Axes axes = new Axes(this);
        axes.place = place;
        all.add(axes);
        return axes;
    }

    /**
     * The axes of that number, counted row by row from 1, in so many rows and columns. A figure may have axes of
     * several grids: {@code subplot(2, 1, 2)} stands below {@code subplot(2, 2, 1)} and {@code subplot(2, 2, 2)}.
     *
     * @throws IllegalArgumentException if something is drawn already in other axes at their place
     */
    public Axes subplot(int nrows, int ncols, int index) {
        return subplot(nrows, ncols, index, null);
    }

    /**
     * As {@link #subplot(int, int, int)}, by matplotlib's short form: 221 is the first axes of two rows and columns.
     */
    public Axes subplot(int position) {
        return subplot(position, null);
    }

    /** As {@link #subplot(int)}; {@code projection} is null, {@code "polar"} or {@code "3d"}. */
    public Axes subplot(@Default("111") int position, @Default("null") String projection) {
        if (position < 111 || position > 999) {
            throw new IllegalArgumentException(say("plot.figure.subplot-position", "found", position));
        }
        return subplot(position / 100, position / 10 % 10, position % 10, projection);
    }

    /** Matplotlib's name of {@link #subplot(int)} of a figure. */
    public Axes addSubplot(int position) {
        return subplot(position, null);
    }

    /** Matplotlib's name of {@link #subplot(int, String)} of a figure. */
    public Axes addSubplot(@Default("111") int position, @Default("null") String projection) {
        return subplot(position, projection);
    }

    /** Matplotlib's name of {@link #subplot(int, int, int, String)} of a figure. */
    public Axes addSubplot(int nrows, int ncols, int index, @Default("null") String projection) {
        return subplot(nrows, ncols, index, projection);
    }

    /** As {@link #subplot(int, int, int)}; {@code projection} is null, {@code "polar"} or {@code "3d"}. */
    public Axes subplot(
            @Also("rows") int nrows, @Also("columns") int ncols, int index, @Default("null") String projection) {
        return subplot(nrows, ncols, new double[] {index, index}, projection);
    }

    /**
     * As {@link #subplot(int, int, int)}, of axes that reach from the first to the last of two numbers: {@code
     * subplot(2, 2, [3, 4])} is the lower row.
     */
    public Axes subplot(
            @Also("rows") int nrows, @Also("columns") int ncols, Object index, @Default("null") String projection) {
        double[] ends = GivenNumbers.vector(index, "index");
        double first = ends.length == 0 ? 0 : ends[0];
        double last = ends.length == 2 ? ends[1] : 0;
        if (nrows < 1 || ncols < 1 || !(first >= 1 && first <= last && last <= nrows * ncols)) {
            String found = first == last ? InteractiveFigure.number(first) : InteractiveFigure.numbers(ends);
            throw new IllegalArgumentException(
                    say("plot.figure.subplot-number", "nrows", nrows, "ncols", ncols, "index", found));
        }
        int from = (int) first - 1;
        int to = (int) last - 1;
        int column = Math.min(from % ncols, to % ncols);
        int columns = Math.abs(to % ncols - from % ncols) + 1;
        return subplot(nrows, ncols, new AxesPlace(from / ncols, column, to / ncols - from / ncols + 1, columns))
                .projection(projection);
    }

    /** The axes at a place of a grid, which from now on divides the figure as well as the grids it had. */
    private Axes subplot(int nrows, int ncols, AxesPlace asked) {
        boolean blank = isBlank();
        boolean other = nrows != rows || ncols != columns;
        if (blank && other) {
            all.clear();
            rows = nrows;
            columns = ncols;
        }
        int down = least(rows, nrows) / rows;
        int across = least(columns, ncols) / columns;
        AxesPlace place = asked.parted(rows * down / nrows, columns * across / ncols);
        Axes found = null;
        List<Axes> covered = new ArrayList<>();
        for (Axes axes : all) {
            AxesPlace taken = axes.place.parted(down, across);
            if (taken.equals(place)) {
                found = axes;
            } else if (taken.overlaps(place)) {
                covered.add(axes);
            }
        }
        if (!covered.stream().allMatch(Axes::isBlank)) {
            throw new IllegalArgumentException(say("plot.figure.subplot-taken", "nrows", nrows, "ncols", ncols));
        }
        all.removeAll(covered);
        rows *= down;
        columns *= across;
        all.forEach(axes -> axes.place = axes.place.parted(down, across));
        current = found == null ? add(place) : found;
        return current;
    }

    /** The least common multiple. */
    private static int least(int a, int b) {
        int most = a;
        while (most % b != 0) {
            most += a;
        }
        return most;
    }

    @Override
    Axes target() {
        return current;
    }

    @Override
    Figure self() {
        return this;
    }

    /** The axes drawing words go to. */
    public Axes axes() {
        return current;
    }

    /** The axes of that number, counted row by row from 0; they become the current ones. */
    public Axes axes(int index) {
        if (index < 0 || index >= all.size()) {
            throw new IndexOutOfBoundsException(
                    say("plot.figure.axes-index", "last", (all.size() - 1), "index", index));
        }
        current = all.get(index);
        return current;
    }

    /** The axes in that row and column, both counted from 0; they become the current ones. */
    public Axes axes(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(say(
                    "plot.figure.axes-row-and-column",
                    "lastRow",
                    (rows - 1),
                    "lastColumn",
                    (columns - 1),
                    "row",
                    row,
                    "column",
                    column));
        }
        for (Axes axes : all) {
            if (axes.place.overlaps(new AxesPlace(row, column, 1, 1))) {
                current = axes;
                return axes;
            }
        }
        throw new IndexOutOfBoundsException(say("plot.figure.axes-none-there", "row", row, "column", column));
    }

    /**
     * Draws what the current axes show in other axes instead, which are cleared first: the book's {@code axes=}.
     *
     * @return the figure of those axes
     */
    public Figure axes(Axes place) {
        if (place != current) {
            place.take(current);
            Gallery.shown(this);
        }
        return place.figure().current(place);
    }

    /** Makes axes of this figure the ones drawing words go to. */
    Figure current(Axes axes) {
        current = axes;
        return this;
    }

    /** Lets axes have the same limits; labels of ticks are kept at the outer ones only. */
    Figure share(boolean x, boolean y) {
        for (Axes axes : all) {
            if (x) {
                axes.sameX = all;
                axes.xTicksLabelled = axes.place.lastRow() == rows - 1;
            }
            if (y) {
                axes.sameY = all;
                axes.yTicksLabelled = axes.place.column() == 0;
            }
        }
        return this;
    }

    /** One colour bar beside all axes, for the numbers of all their images. */
    Figure commonColorBar(double shrink) {
        return colorbar(all, null, shrink, null);
    }

    /**
     * One colour bar for the images of several axes, which from now on show one number in one colour. It stands beside
     * all axes of the figure, or beside the last of some.
     *
     * @param label what the numbers are
     * @param shrink the height in parts of the frames'
     * @param ticks the numbers it says, or null for round ones
     */
    public Figure colorbar(
            List<Axes> ax, @Default("null") String label, @Default("1") double shrink, @Default("null") Object ticks) {
        if (ax.isEmpty() || !all.containsAll(ax)) {
            throw new IllegalArgumentException(say("plot.figure.colorbar-axes", "size", all.size()));
        }
        Span range = Span.EMPTY;
        for (Axes axes : ax) {
            range = range.with(axes.coloured().key().orElseThrow().range());
        }
        for (Axes axes : ax) {
            axes.replace(axes.coloured(), axes.coloured().over(range));
        }
        Axes last = ax.get(ax.size() - 1);
        double[] at = ticks == null ? null : GivenNumbers.vector(ticks, "ticks");
        Mark.Key key = last.coloured().key().orElseThrow();
        ColorBar bar = new ColorBar(key, positive("shrink", shrink), text(label), at);
        if (ax.containsAll(all)) {
            colorBar = bar;
        } else {
            last.state.colorBar = bar;
        }
        return this;
    }

    /** How many axes there are. */
    public int size() {
        return all.size();
    }

    /** The size in inches; a page too small for its labels grows. */
    public Figure figsize(double widthInches, double heightInches) {
        width = positive("figsize", widthInches) * POINTS_PER_INCH;
        height = positive("figsize", heightInches) * POINTS_PER_INCH;
        return this;
    }

    /** The size as two numbers, width and height in inches. */
    public Figure figsize(Object size) {
        double[] pair = Plots.pair("figsize", size);
        return figsize(pair[0], pair[1]);
    }

    /** The look in a word or more, as {@link Plots#useTheme} takes it. */
    public Figure theme(String name) {
        theme = Theme.named(name);
        return this;
    }

    /** A title above all axes. */
    public Figure suptitle(String title) {
        heading = text(title);
        return this;
    }

    /** As {@link #suptitle(String)}, with the look of its letters. */
    public Figure suptitle(
            String title,
            @Default("Double.NaN") @Also("size") double fontsize,
            @Default("null") String color,
            @Default("null") @Also("weight") String fontweight) {
        write(headingLook, fontsize, color, fontweight);
        return suptitle(title);
    }

    /**
     * Lets the figure be looked at closer where a page runs scripts: the numbers under the pointer are told, a box
     * drawn with it becomes the whole frame, two clicks bring all back, and what stands in space turns.
     */
    public Figure interactive() {
        interactive = true;
        return this;
    }

    @Override
    public String toSvg() {
        return draw(painters(), false);
    }

    private List<AxesPainter> painters() {
        return all.stream().map(AxesPainter::new).toList();
    }

    /** A plain line takes 1.4 times its size, its letters 0.97 of it. */
    private double header() {
        double size = headingLook.size;
        return heading.isEmpty() ? 0 : headingLook.read(heading).height(size) + 0.43 * size;
    }

    private FigureLayout layout(List<AxesPainter> painters) {
        return FigureLayout.of(painters, rows, columns, theme.inside(width), theme.inside(height), header(), colorBar);
    }

    private String draw(List<AxesPainter> painters, boolean inParts) {
        RichText title = headingLook.read(heading);
        double size = headingLook.size;
        FigureLayout layout = layout(painters);
        Svg svg = new Svg();
        Canvas canvas = new Canvas(svg, theme, inParts);
        canvas.begin(layout.width(), layout.height(), Description.title(this), Description.of(this));
        if (!heading.isEmpty()) {
            String ink = theme.paint(headingLook.color);
            canvas.text(title, layout.width() / 2, 5 + title.above(size), size, Canvas.Anchor.MIDDLE, 0, ink);
        }
        Box page = layout.page();
        for (int i = 0; i < painters.size(); i++) {
            canvas.place(i);
            painters.get(i).draw(canvas, layout.boxes().get(i), page);
        }
        if (colorBar != null) {
            colorBar.draw(canvas, layout.boxes().stream().reduce(Box::with).orElseThrow());
        }
        svg.close();
        return svg.toString();
    }

    @Override
    public void render(RenderContext context) {
        Picture.super.render(context);
        if (interactive || Gallery.interactive()) {
            List<AxesPainter> painters = painters();
            SvgImage still = new SvgImage(draw(painters, true), toString());
            FigureLayout layout = layout(painters);
            context.renderIfRequested(MIMEType.TEXT_HTML, () -> InteractiveFigure.html(still, all, layout, theme));
        }
    }

    /** What the figure shows, in one line: {@code Figure: f(x), Tangent line (x=1); x 0..2.9}. */
    @Override
    public String toString() {
        return Description.of(this);
    }

    /** Whether nothing was drawn in it. */
    boolean isBlank() {
        return all.stream().allMatch(Axes::isBlank);
    }

    List<Axes> all() {
        return all;
    }

    String heading() {
        return heading;
    }
}
