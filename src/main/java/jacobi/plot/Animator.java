package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.style.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A figure that grows while a model trains: {@link #add} gives it points, and what is shown is redrawn in its place at
 * most ten times a second. The last points are always shown. What the cell prints stays.
 *
 * <p>Thread-safe.
 */
public final class Animator {
    /** More frames than this make a file nobody waits for. */
    private static final int FRAMES = 100;

    private final int rows;
    private final int columns;
    private String xlabel;
    private String ylabel;
    private List<String> legend;
    private Span xlim;
    private Span ylim;
    private Scale xscale;
    private Scale yscale;
    private IntFunction<Format> formats;
    private double[] figsize;
    private final List<GrowingLine> lines = new ArrayList<>();
    private final LiveFigure live = new LiveFigure(this::figure);

    /** An animation with the book's usual settings. */
    public Animator() {
        this(null, null, null, null, null, null, null, null, 1, 1, null);
    }

    /** An animation with labels, names for the lines and limits for x. */
    public Animator(String xlabel, Object xlim, List<String> legend) {
        this(xlabel, null, legend, xlim, null, null, null, null, 1, 1, null);
    }

    /** An animation with labels and names for the lines, in the book's order. */
    public Animator(String xlabel, String ylabel, List<String> legend) {
        this(xlabel, ylabel, legend, null, null, null, null, null, 1, 1, null);
    }

    /**
     * The book's animator with all of its parameters, in its order; any of them may be null for what is usual.
     *
     * @param legend the names of the lines
     * @param xlim two numbers, the limits of the x axis
     * @param ylim two numbers, the limits of the y axis
     * @param fmts format strings, taken in turn; those of {@link Plots#plot(Object, Object)} if null
     * @param nrows rows of axes; the lines are drawn in the first
     * @param ncols columns of axes
     * @param figsize two numbers, width and height in inches; 3.5 by 2.5 if null
     */
    public Animator(
            String xlabel,
            String ylabel,
            List<String> legend,
            Object xlim,
            Object ylim,
            String xscale,
            String yscale,
            List<String> fmts,
            int nrows,
            int ncols,
            Object figsize) {
        rows = nrows;
        columns = ncols;
        this.xlabel = xlabel;
        this.ylabel = ylabel;
        this.legend = legend == null ? List.of() : List.copyOf(legend);
        this.xlim = AxesWords.limits("xlim", xlim);
        this.ylim = AxesWords.limits("ylim", ylim);
        this.xscale = Scale.named(xscale == null ? "linear" : xscale, "x");
        this.yscale = Scale.named(yscale == null ? "linear" : yscale, "y");
        formats = Plots.formats(fmts);
        this.figsize = figsize == null ? new double[] {3.5, 2.5} : Plots.pair("figsize", figsize);
        // What cannot be drawn is said now and not in the middle of a training.
        figure();
    }

    /** The label under the x axis. */
    public synchronized Animator xlabel(String label) {
        xlabel = label;
        return this;
    }

    /** The label beside the y axis. */
    public synchronized Animator ylabel(String label) {
        ylabel = label;
        return this;
    }

    /** The names of the lines. */
    public Animator legend(String... names) {
        return legend(Arrays.asList(names));
    }

    /** The names of the lines. */
    public synchronized Animator legend(List<String> names) {
        legend = List.copyOf(names);
        return this;
    }

    /** The limits of the x axis. */
    public Animator xlim(double lo, double hi) {
        return xlim(new double[] {lo, hi});
    }

    /** The limits of the x axis as two numbers; null finds them from the points. */
    public synchronized Animator xlim(Object limits) {
        xlim = AxesWords.limits("xlim", limits);
        return this;
    }

    /** The limits of the y axis. */
    public Animator ylim(double lo, double hi) {
        return ylim(new double[] {lo, hi});
    }

    /** The limits of the y axis as two numbers; null finds them from the points. */
    public synchronized Animator ylim(Object limits) {
        ylim = AxesWords.limits("ylim", limits);
        return this;
    }

    /** {@code "linear"} or {@code "log"}. */
    public synchronized Animator xscale(String name) {
        xscale = Scale.named(name, "x");
        return this;
    }

    /** {@code "linear"} or {@code "log"}. */
    public synchronized Animator yscale(String name) {
        yscale = Scale.named(name, "y");
        return this;
    }

    /** The format strings of the lines, taken in turn. */
    public synchronized Animator fmts(List<String> texts) {
        formats = Plots.formats(texts);
        return this;
    }

    /** The size as two numbers, width and height in inches. */
    public synchronized Animator figsize(Object size) {
        figsize = Plots.pair("figsize", size);
        return this;
    }

    /**
     * Adds a point to each line.
     *
     * @param x one x for all lines
     * @param ys the lines' values, in order; null where a line has none at this x
     */
    public Animator add(double x, Number... ys) {
        return add((Object) x, Arrays.asList(ys));
    }

    /**
     * Adds a point to each line.
     *
     * @param x one x for all lines, or one for each
     * @param y one value or as many as there are lines; a point whose x or y is null is skipped
     */
    public Animator add(Object x, Object y) {
        List<Double> ys = values(y, "y");
        List<Double> xs = values(x, "x");
        if (xs.size() == 1 && GivenNumbers.depth(x, "x") == 0) {
            xs = Collections.nCopies(ys.size(), xs.get(0));
        }
        if (xs.size() != ys.size()) {
            throw new IllegalArgumentException(say("plot.animator.x-for-each-y", "xs", xs.size(), "ys", ys.size()));
        }
        synchronized (this) {
            if (!lines.isEmpty() && ys.size() != lines.size()) {
                throw new IllegalArgumentException(
                        say("plot.animator.values-as-before", "lines", lines.size(), "found", ys.size()));
            }
            while (lines.size() < ys.size()) {
                lines.add(new GrowingLine());
            }
            for (int i = 0; i < ys.size(); i++) {
                if (xs.get(i) != null && ys.get(i) != null) {
                    lines.get(i).add(xs.get(i), ys.get(i));
                }
            }
        }
        live.changed();
        return this;
    }

    /** The numbers, with null where there is none: NaN is a value that breaks the line, null is no point at all. */
    private static List<Double> values(Object value, String name) {
        if (value == null) {
            return Collections.singletonList(null);
        }
        if (GivenNumbers.depth(value, name) == 0) {
            return List.of(GivenNumbers.vector(value, name)[0]);
        }
        List<Double> values = new ArrayList<>();
        for (Object item : GivenNumbers.items(value, name)) {
            values.add(item == null ? null : (Double) GivenNumbers.vector(item, name)[0]);
        }
        return values;
    }

    /**
     * Writes how the figure grew to a GIF or an SVG that moves, at most 100 frames, {@code fps} a second; a file of
     * that name is replaced.
     *
     * @param file a name that ends in {@code .gif} or {@code .svg}
     * @return the path written
     */
    public synchronized Path savefig(String file, @Default("10") double fps, @Default("100") int dpi) {
        int longest = lines.stream().mapToInt(line -> line.x().length).max().orElse(0);
        int frames = Math.max(1, Math.min(FRAMES, longest));
        List<String> pictures = new ArrayList<>();
        for (int frame = 1; frame <= frames; frame++) {
            pictures.add(figure(frame / (double) frames).toSvg());
        }
        return PictureFile.animate(pictures, file, dpi, fps);
    }

    /** As {@link #savefig(String, double, int)}, with ten frames a second. */
    public Path savefig(String file) {
        return savefig(file, 10, 100);
    }

    /** The figure as it is now. */
    public synchronized Figure figure() {
        return figure(1);
    }

    /** The figure with the first part of its points, in the limits of all. */
    private Figure figure(double part) {
        Figure figure = new Figure(rows, columns, figsize[0], figsize[1], Gallery.theme());
        Axes axes = figure.axes(0);
        for (int i = 0; i < lines.size(); i++) {
            Format format = formats.apply(i);
            Look look = Look.of(format, format.color() == null ? axes.nextColor() : null);
            double[] x = lines.get(i).x();
            double[] y = lines.get(i).y();
            int count = (int) Math.round(x.length * part);
            axes.add(new Line(Arrays.copyOf(x, count), Arrays.copyOf(y, count), look));
        }
        axes.xlabel(xlabel).ylabel(ylabel).grid();
        axes.state.x.scale = xscale;
        axes.state.y.scale = yscale;
        axes.state.x.limits = xlim;
        axes.state.y.limits = ylim;
        if (part < 1) {
            Axes all = figure(1).axes();
            axes.state.x.limits = all.xSpan();
            axes.state.y.limits = all.ySpan();
        }
        if (!legend.isEmpty() && !lines.isEmpty()) {
            axes.legend(legend.subList(0, Math.min(legend.size(), lines.size())));
        }
        return figure;
    }

    /** What the figure shows now, in one line. */
    @Override
    public String toString() {
        return figure().toString();
    }
}
