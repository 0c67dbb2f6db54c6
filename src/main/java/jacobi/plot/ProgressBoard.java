package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Format;
import jacobi.plot.style.SeriesFormats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The book's board of named curves that grow: each {@link #draw} gives the curve of that name a point, and of every
 * {@code everyN} points their mean is drawn. What is shown is redrawn in its place at most ten times a second.
 *
 * <p>Thread-safe.
 */
public final class ProgressBoard {
    private static final List<String> STYLES = List.of("-", "--", "-.", ":");
    private static final List<String> COLORS = List.of("C0", "C1", "C2", "C3");

    private final String xlabel;
    private final String ylabel;
    private final Span xlim;
    private final Span ylim;
    private final Scale xscale;
    private final Scale yscale;
    private final List<Format> formats;
    private final double[] figsize;
    private final boolean display;
    private final Map<String, Curve> curves = new LinkedHashMap<>();
    private final LiveFigure live = new LiveFigure(this::figure);

    /** A board with the book's usual settings. */
    public ProgressBoard() {
        this(null);
    }

    /** A board with a label under its x axis. */
    public ProgressBoard(String xlabel) {
        this(xlabel, null);
    }

    /** A board with labels for its axes. */
    public ProgressBoard(String xlabel, String ylabel) {
        this(xlabel, ylabel, null, null, null, null, null, null, null, true);
    }

    /**
     * The book's board with its parameters, in its order; any of them may be null for what is usual.
     *
     * @param xlim two numbers, the limits of the x axis
     * @param ylim two numbers, the limits of the y axis
     * @param xscale {@code "linear"} or {@code "log"}
     * @param yscale {@code "linear"} or {@code "log"}
     * @param ls the line styles of the curves, in turn; {@code -}, {@code --}, {@code -.} and {@code :} if null
     * @param colors the colours of the curves, in turn; {@code C0} to {@code C3} if null; without
     *     either every curve has its own
     * @param figsize two numbers, width and height in inches; 3.5 by 2.5 if null
     * @param display whether the board is shown while it grows; {@link #figure()} can be shown at any time
     */
    public ProgressBoard(
            String xlabel,
            String ylabel,
            Object xlim,
            Object ylim,
            String xscale,
            String yscale,
            List<String> ls,
            List<String> colors,
            Object figsize,
            boolean display) {
        this.xlabel = xlabel;
        this.ylabel = ylabel;
        this.xlim = AxesWords.limits("xlim", xlim);
        this.ylim = AxesWords.limits("ylim", ylim);
        this.xscale = Scale.named(xscale == null ? "linear" : xscale, "x");
        this.yscale = Scale.named(yscale == null ? "linear" : yscale, "y");
        this.formats = ls == null && colors == null ? List.of() : formats(ls, colors);
        this.figsize = figsize == null ? new double[] {3.5, 2.5} : Plots.pair("figsize", figsize);
        this.display = display;
        // What cannot be drawn is said now and not in the middle of a training.
        figure();
    }

    private static List<Format> formats(List<String> ls, List<String> colors) {
        List<String> styles = nonEmpty("ls", ls, STYLES);
        List<String> paints = nonEmpty("colors", colors, COLORS);
        Format[] formats = new Format[styles.size() * paints.size()];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = new Format(
                    Colors.named(paints.get(i % paints.size())), Dash.named(styles.get(i % styles.size())), (char) 0);
        }
        return List.of(formats);
    }

    private static List<String> nonEmpty(String name, List<String> given, List<String> usual) {
        if (given != null && given.isEmpty()) {
            throw new IllegalArgumentException(say("plot.board.empty", "name", name));
        }
        return given == null ? usual : given;
    }

    /** Gives a curve a point. */
    public ProgressBoard draw(Object x, Object y, String label) {
        return draw(x, y, label, 1);
    }

    /**
     * Gives a curve a point, drawn as the mean of {@code everyN} points when there are so many.
     *
     * @param x a number, or a tensor of one
     * @param y a number, or a tensor of one
     * @param label the name of the curve; a new name begins a new curve
     */
    public ProgressBoard draw(Object x, Object y, String label, int everyN) {
        double atX = one(x, "x");
        double atY = one(y, "y");
        if (everyN < 1) {
            throw new IllegalArgumentException(say("plot.board.every", "found", everyN));
        }
        if (label == null) {
            throw new IllegalArgumentException(say("plot.board.label-null"));
        }
        boolean drawn;
        synchronized (this) {
            drawn = curves.computeIfAbsent(label, name -> new Curve()).add(atX, atY, everyN);
        }
        if (drawn && display) {
            live.changed();
        }
        return this;
    }

    private static double one(Object value, String name) {
        double[] numbers = GivenNumbers.vector(value, name);
        if (numbers.length != 1) {
            throw new IllegalArgumentException(say("plot.board.one-number", "name", name, "found", numbers.length));
        }
        return numbers[0];
    }

    /** The board as it is now. */
    public synchronized Figure figure() {
        Figure figure = new Figure(1, 1, figsize[0], figsize[1], Gallery.theme());
        Axes axes = figure.axes();
        int number = 0;
        for (Map.Entry<String, Curve> curve : curves.entrySet()) {
            Look look = Look.of(format(number++), "C0");
            look.label = curve.getKey();
            axes.add(new Line(curve.getValue().means.x(), curve.getValue().means.y(), look));
        }
        axes.xlabel(xlabel).ylabel(ylabel);
        axes.state.legend = !curves.isEmpty();
        axes.state.x.scale = xscale;
        axes.state.y.scale = yscale;
        axes.state.x.limits = xlim;
        axes.state.y.limits = ylim;
        return figure;
    }

    private Format format(int curve) {
        if (!formats.isEmpty()) {
            return formats.get(curve % formats.size());
        }
        Format next = SeriesFormats.of(curve);
        return new Format("C" + curve % 10, next.dash(), next.marker());
    }

    /** What the board shows now, in one line. */
    @Override
    public String toString() {
        return figure().toString();
    }

    /** One curve: the means drawn, and the points that wait for theirs. */
    private static final class Curve {
        private final GrowingLine means = new GrowingLine();
        private double sumX;
        private double sumY;
        private int waiting;

        /** Says whether there is a new mean. */
        boolean add(double x, double y, int everyN) {
            sumX += x;
            sumY += y;
            if (++waiting < everyN) {
                return false;
            }
            means.add(sumX / waiting, sumY / waiting);
            sumX = 0;
            sumY = 0;
            waiting = 0;
            return true;
        }
    }
}
