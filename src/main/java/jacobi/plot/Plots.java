package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Patch;
import jacobi.plot.style.Format;
import jacobi.plot.style.Hatch;
import jacobi.plot.style.SeriesFormats;
import jacobi.plot.style.Theme;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The functions a cell draws with, by the book's names. Numbers may be arrays, lists or tensors, none modified. */
public final class Plots {
    private Plots() {}

    /** Draws values over 0, 1, 2 and so on; rows of values are several lines. */
    public static Figure plot(Object y) {
        return plot(null, y);
    }

    /**
     * Draws lines of {@code y} over {@code x} in a new figure with a grid. One x serves all y; the lines take the
     * formats {@code -}, {@code m--}, {@code g-.} and {@code r:}, and from the fifth on others that differ from these.
     * Without y, x is drawn over 0, 1, 2 and so on.
     *
     * @throws IllegalArgumentException if lengths differ, a series is empty or something is no number
     */
    public static Figure plot(Object x, @Default("null") Object y) {
        return pen(x, y, SeriesFormats::of, Gallery.open(1, 1));
    }

    /** Draws the graph of a function over {@code x}. */
    public static Figure plot(Object x, DoubleUnaryOperator function) {
        return plot(x, function == null ? null : (Object) Drawing.values(x, function));
    }

    /** As {@link #plot(Object, Object)}, with a label for the x axis. */
    public static Figure plot(Object x, @Default("null") Object y, @Default("null") String xlabel) {
        return plot(x, y).xlabel(xlabel);
    }

    /** As {@link #plot(Object, Object)}, with labels for the axes. */
    public static Figure plot(
            Object x, @Default("null") Object y, @Default("null") String xlabel, @Default("null") String ylabel) {
        return plot(x, y).xlabel(xlabel).ylabel(ylabel);
    }

    /** As {@link #plot(Object, Object)}, with labels for the axes and names for the lines. */
    public static Figure plot(
            Object x,
            @Default("null") Object y,
            @Default("null") String xlabel,
            @Default("null") String ylabel,
            @Default("null") List<String> legend) {
        return named(plot(x, y, xlabel, ylabel), legend);
    }

    /**
     * The book's {@code plot} with all of its parameters, in its order; any of them may be null for what is usual.
     *
     * @param legend the names of the lines
     * @param xlim two numbers, the limits of the x axis
     * @param ylim two numbers, the limits of the y axis
     * @param xscale {@code "linear"} or {@code "log"}
     * @param yscale {@code "linear"} or {@code "log"}
     * @param fmts format strings, taken in turn
     * @param figsize two numbers, width and height in inches
     * @param axes the axes to clear and draw in; null makes a new figure
     * @return the figure drawn in
     */
    public static Figure plot(
            Object x,
            @Default("null") Object y,
            @Default("null") String xlabel,
            @Default("null") String ylabel,
            @Default("null") List<String> legend,
            @Default("null") Object xlim,
            @Default("null") Object ylim,
            @Default("null") String xscale,
            @Default("null") String yscale,
            @Default("null") List<String> fmts,
            @Default("null") Object figsize,
            @Default("null") Axes axes) {
        Figure figure = axes == null ? Gallery.open(1, 1) : axes.figure().current(axes.cla());
        if (figsize != null) {
            double[] size = pair("figsize", figsize);
            figure.figsize(size[0], size[1]);
        }
        pen(x, y, formats(fmts), figure);
        setAxes(figure.axes(), xlabel, ylabel, xlim, ylim, xscale, yscale, legend);
        return figure;
    }

    /** Format strings for the series, in turn, or without any those every figure of the book has. */
    static IntFunction<Format> formats(List<String> fmts) {
        return fmts == null || fmts.isEmpty() ? SeriesFormats::of : Drawing.inTurn(fmts.toArray(String[]::new));
    }

    private static Figure pen(Object x, Object y, IntFunction<Format> formats, Figure figure) {
        return whole(figure, whole -> {
            if (y == null) {
                whole.lines(null, x, formats).grid();
            } else {
                whole.lines(x, y, formats).grid();
            }
        });
    }

    /** A figure with all of a drawing, or none: nothing half drawn is left over to be shown when the cell ends. */
    private static Figure whole(Figure figure, Consumer<Figure> drawing) {
        try {
            drawing.accept(figure);
            return figure;
        } catch (RuntimeException e) {
            Gallery.shown(figure);
            throw e;
        }
    }

    /** Gives axes the book's look: labels, scales, limits, a legend if there are names, and a grid. */
    public static void setAxes(
            Axes axes,
            String xlabel,
            String ylabel,
            Object xlim,
            Object ylim,
            String xscale,
            String yscale,
            List<String> legend) {
        axes.xlabel(xlabel).ylabel(ylabel).xscale(xscale == null ? "linear" : xscale);
        axes.yscale(yscale == null ? "linear" : yscale).xlim(xlim).ylim(ylim).grid();
        named(axes, legend);
    }

    private static <T extends Drawing<T>> T named(T drawing, List<String> legend) {
        return legend == null || legend.isEmpty() ? drawing : drawing.legend(legend);
    }

    /** Figures made from now on are the book's 3.5 by 2.5 inches. */
    public static void setFigsize() {
        setFigsize(3.5, 2.5);
    }

    /** The size in inches of the figures made from now on. */
    public static void setFigsize(double width, double height) {
        Gallery.size(width, height);
    }

    /** The size in inches of the figures made from now on, as two numbers in an array or a list. */
    public static void setFigsize(Object figsize) {
        double[] size = pair("setFigsize", figsize);
        setFigsize(size[0], size[1]);
    }

    /**
     * The look of the figures made from now on, in a word or more: {@code "light"}, {@code "dark"} or {@code "print"}
     * for colours; {@code "projector"} for larger figures with letters and lines that are seen from the last row;
     * {@code "sans"}, {@code "serif"} or {@code "mono"} for letters: {@code useTheme("dark projector")}.
     */
    public static void useTheme(String name) {
        Gallery.theme(Theme.named(name));
    }

    /**
     * Lets all figures shown from now on be looked at closer, as {@link Figure#interactive} does; {@code false} ends
     * that.
     */
    public static void useInteractive(@Default("true") boolean all) {
        Gallery.interactive(all);
    }

    /** As {@link #useInteractive(boolean)}: all are. */
    public static void useInteractive() {
        useInteractive(true);
    }

    /** Shows figures as SVG, which they always are; here so that the book's cells read the same. */
    public static void useSvgDisplay() {
        // SVG is the only way figures are shown.
    }

    /** A new figure with one frame. */
    public static Figure figure() {
        return Gallery.open(1, 1);
    }

    /** A new figure with one frame, of that size in inches. */
    public static Figure figure(double width, double height) {
        return Gallery.open(1, 1, width, height);
    }

    /** A new figure with one frame; {@code figsize} is width and height in inches, or null for the usual. */
    public static Figure figure(@Default("null") Object figsize) {
        return figsize == null ? figure() : figure().figsize(figsize);
    }

    /** A new figure with one frame; {@code axes()} are its axes. */
    public static Figure subplots() {
        return figure();
    }

    /** A new figure with frames in rows and columns; {@code axes(row, column)} are its axes. */
    public static Figure subplots(int rows, int columns) {
        return Gallery.open(rows, columns);
    }

    /** As {@link #subplots(int, int)}; shared axes have the same limits, and only the outer ones are labelled. */
    public static Figure subplots(int rows, int columns, boolean sharex, boolean sharey) {
        return Gallery.open(rows, columns).share(sharex, sharey);
    }

    /** The axes of the figure made last in this cell. */
    public static Axes gca() {
        return Gallery.current().axes();
    }

    /** The figure made last in this cell; a new one if there is none. */
    public static Figure gcf() {
        return Gallery.current();
    }

    /**
     * Frames in rows and columns.
     *
     * @param sharex whether all have the same limits of x
     * @param figsize width and height in inches; null for the usual
     */
    public static Figure subplots(
            @Default("1") @Also("rows") int nrows,
            @Default("1") @Also("columns") int ncols,
            @Default("false") boolean sharex,
            @Default("false") boolean sharey,
            @Default("null") Object figsize) {
        Figure figure = subplots(nrows, ncols, sharex, sharey);
        return figsize == null ? figure : figure.figsize(figsize);
    }

    /** The axes of that number, counted row by row from 1, in rows and columns of the figure made last in this cell. */
    public static Axes subplot(int nrows, int ncols, int index) {
        return subplot(nrows, ncols, index, null);
    }

    /** As {@link #subplot(int, int, int)}; {@code projection} is null, {@code "polar"} or {@code "3d"}. */
    public static Axes subplot(int nrows, int ncols, int index, @Default("null") String projection) {
        return Gallery.current().subplot(nrows, ncols, index, projection);
    }

    /** As {@link #subplot(int, int, int)}, of axes that reach from the first to the last of two numbers. */
    public static Axes subplot(int nrows, int ncols, Object index, @Default("null") String projection) {
        return Gallery.current().subplot(nrows, ncols, index, projection);
    }

    /**
     * As {@link #subplot(int, int, int)}, by matplotlib's short form: 221 is the first axes of two rows and columns.
     */
    public static Axes subplot(int position) {
        return subplot(position, null);
    }

    /** As {@link #subplot(int)}; {@code projection} is null, {@code "polar"} or {@code "3d"}. */
    public static Axes subplot(@Default("111") int position, @Default("null") String projection) {
        return Gallery.current().subplot(position, projection);
    }

    /** A picture of a PNG, JPEG, GIF or BMP file as red, green and blue from 0 to 1: rows, columns and channels. */
    public static double[][][] imread(String file) {
        return PictureFile.read(file).channels();
    }

    /** A rectangle with its lower left corner at {@code xy}, for {@code addPatch}. */
    public static Patch rectangle(Object xy, double width, double height) {
        return rectangle(xy, width, height, 0);
    }

    /**
     * As {@link #rectangle(Object, double, double)}, turned about that corner by {@code angle} degrees against the
     * clock.
     */
    public static Patch rectangle(Object xy, double width, double height, @Default("0") double angle) {
        double[] corner = Shapes.two("xy", xy);
        return Patch.rectangle(corner[0], corner[1], width, height, angle);
    }

    /** A circle about {@code xy}, for {@code addPatch}. */
    public static Patch circle(Object xy, double radius) {
        return ellipse(xy, 2 * radius, 2 * radius, 0);
    }

    /** An ellipse about {@code xy} with these diameters, for {@code addPatch}. */
    public static Patch ellipse(Object xy, double width, double height) {
        return ellipse(xy, width, height, 0);
    }

    /** As {@link #ellipse(Object, double, double)}, turned by {@code angle} degrees against the clock. */
    public static Patch ellipse(Object xy, double width, double height, @Default("0") double angle) {
        double[] middle = Shapes.two("xy", xy);
        return Patch.ellipse(middle[0], middle[1], width, height, angle);
    }

    /** A polygon with these corners, as x and y in turn, for {@code addPatch}. */
    public static Patch polygon(double... corners) {
        if (corners.length < 6 || corners.length % 2 != 0) {
            throw new IllegalArgumentException(say("plot.polygon.corners", "found", corners.length));
        }
        double[] xs = new double[corners.length / 2];
        double[] ys = new double[corners.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = corners[2 * i];
            ys[i] = corners[2 * i + 1];
        }
        return Patch.polygon(xs, ys);
    }

    /** A polygon with corners as rows of x and y, for {@code addPatch}. */
    public static Patch polygon(Object xy) {
        double[][] corners = GivenNumbers.matrix(xy, "xy");
        if (corners.length < 3 || corners[0].length != 2) {
            throw new IllegalArgumentException(say("plot.polygon.rows", "found", GivenNumbers.shapeText(xy, "xy")));
        }
        return Patch.polygon(
                Arrays.stream(corners).mapToDouble(c -> c[0]).toArray(),
                Arrays.stream(corners).mapToDouble(c -> c[1]).toArray());
    }

    /**
     * The book's box of an object in an image, left, top, right and bottom, as an empty rectangle for {@code addPatch}.
     */
    public static Patch bboxToRect(Object bbox, String color) {
        double[] edges = GivenNumbers.vector(bbox, "bbox");
        if (edges.length != 4) {
            throw new IllegalArgumentException(say("plot.bbox.edges", "found", edges.length));
        }
        return Patch.rectangle(edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1], 0)
                .fill(false)
                .edgecolor(color)
                .linewidth(2);
    }

    /** Boxes of objects over an image, without names. */
    public static Axes showBboxes(Axes axes, Object bboxes) {
        return showBboxes(axes, bboxes, null, null);
    }

    /**
     * Boxes of objects over an image.
     *
     * @param bboxes rows of left, top, right and bottom
     * @param labels a name for each, or as many as are known; null for none
     * @param colors the colours in turn; blue, green, red, magenta and cyan if null
     */
    public static Axes showBboxes(
            Axes axes, Object bboxes, @Default("null") List<String> labels, @Default("null") List<String> colors) {
        double[][] boxes = GivenNumbers.matrix(bboxes, "bboxes");
        List<String> paints = colors == null || colors.isEmpty() ? List.of("b", "g", "r", "m", "c") : colors;
        List<Patch> patches = new ArrayList<>();
        for (int i = 0; i < boxes.length; i++) {
            patches.add(bboxToRect(boxes[i], paints.get(i % paints.size())));
        }
        for (int i = 0; i < boxes.length; i++) {
            String color = paints.get(i % paints.size());
            axes.addPatch(patches.get(i));
            if (labels != null && labels.size() > i) {
                String ink = color.equals("w") ? "k" : "w";
                axes.text(
                        boxes[i][0],
                        boxes[i][1],
                        labels.get(i),
                        "center",
                        "center",
                        9,
                        null,
                        null,
                        ink,
                        0,
                        Map.of("facecolor", color, "lw", 0));
            }
        }
        return axes;
    }

    /** How long the lists of two lists are, side by side, the second hatched. */
    public static Figure showListLenPairHist(
            List<String> legend, String xlabel, String ylabel, Object xlist, Object ylist) {
        double[] first = lengths(xlist, "xlist");
        double[] second = lengths(ylist, "ylist");
        return whole(Gallery.open(1, 1), figure -> {
            figure.hist(List.of(first, second)).xlabel(xlabel).ylabel(ylabel);
            figure.axes().lastMarks("hist").get(1).look().hatch = Hatch.of("/");
            figure.legend(legend);
        });
    }

    private static double[] lengths(Object lists, String name) {
        List<?> all =
                lists instanceof Object[] array ? Arrays.asList(array) : lists instanceof List<?> list ? list : null;
        if (all == null) {
            throw new IllegalArgumentException(say(
                    "plot.lists.of-lists",
                    "name",
                    name,
                    "found",
                    (lists == null ? "null" : lists.getClass().getSimpleName())));
        }
        return all.stream()
                .mapToDouble(item -> item instanceof Collection<?> some
                        ? some.size()
                        : item instanceof Object[] array
                                ? array.length
                                : GivenNumbers.items(item, name).size())
                .toArray();
    }

    /** Images in rows and columns, 1.5 inches each. */
    public static Figure showImages(Object imgs, int numRows, int numCols) {
        return showImages(imgs, numRows, numCols, null, 1.5);
    }

    /** Images in rows and columns with a title each, 1.5 inches wide. */
    public static Figure showImages(Object imgs, int numRows, int numCols, List<String> titles) {
        return showImages(imgs, numRows, numCols, titles, 1.5);
    }

    /**
     * Images in rows and columns.
     *
     * @param imgs gray images as matrices or coloured ones as rows, columns and channels, stacked or in a list
     * @param titles a title each, or null for none
     * @param scale the size of one in inches
     */
    public static Figure showImages(
            Object imgs, int numRows, int numCols, @Default("null") List<String> titles, @Default("1.5") double scale) {
        List<Object> all = GivenNumbers.items(imgs, "imgs");
        int count = numRows * numCols;
        if (all.size() < count) {
            throw new IllegalArgumentException(
                    say("plot.images.count", "count", count, "rows", numRows, "columns", numCols, "found", all.size()));
        }
        if (titles != null && titles.size() < count) {
            throw new IllegalArgumentException(say("plot.images.titles", "count", count, "found", titles.size()));
        }
        double size = AxesWords.positive("scale", scale);
        return whole(Gallery.open(numRows, numCols, numCols * size, numRows * size), figure -> {
            double[] none = {};
            for (int i = 0; i < count; i++) {
                Axes axes = figure.axes(i).imshow(all.get(i)).xticks(none).yticks(none);
                if (titles != null) {
                    axes.title(titles.get(i));
                }
            }
        });
    }

    /** Matrices in rows and columns as heat maps in reds, with one colour bar. */
    public static Figure showHeatmaps(Object matrices, String xlabel, String ylabel) {
        return showHeatmaps(matrices, xlabel, ylabel, null, null, null);
    }

    /**
     * Matrices in rows and columns as heat maps with one colour bar for all.
     *
     * @param matrices numbers with four axes: rows and columns of the figure, rows and columns of each matrix
     * @param titles a title for each column, or null for none
     * @param figsize width and height in inches; 2.5 by 2.5 if null
     * @param cmap the colours; {@code "Reds"} if null
     */
    public static Figure showHeatmaps(
            Object matrices,
            String xlabel,
            String ylabel,
            @Default("null") List<String> titles,
            @Default("null") Object figsize,
            @Default("null") String cmap) {
        List<Object> rows = GivenNumbers.items(matrices, "matrices");
        if (GivenNumbers.depth(matrices, "matrices") != 4) {
            throw new IllegalArgumentException(
                    say("plot.heatmaps.axes", "found", GivenNumbers.shapeText(matrices, "matrices")));
        }
        int columns = GivenNumbers.items(rows.get(0), "matrices").size();
        if (titles != null && titles.size() < columns) {
            throw new IllegalArgumentException(say("plot.heatmaps.titles", "columns", columns, "found", titles.size()));
        }
        double[] size = figsize == null ? new double[] {2.5, 2.5} : pair("figsize", figsize);
        return whole(Gallery.open(rows.size(), columns, size[0], size[1]).share(true, true), figure -> {
            for (int row = 0; row < rows.size(); row++) {
                List<Object> line = GivenNumbers.items(rows.get(row), "matrices[" + row + "]");
                for (int column = 0; column < columns; column++) {
                    Axes axes = figure.axes(row, column).imshow(line.get(column), cmap == null ? "Reds" : cmap);
                    axes.xlabel(row == rows.size() - 1 ? xlabel : "").ylabel(column == 0 ? ylabel : "");
                    if (titles != null) {
                        axes.title(titles.get(column));
                    }
                }
            }
            figure.commonColorBar(0.6);
        });
    }

    /** The way of an optimiser over the contours of what it minimises. */
    public static Figure showTrace2d(DoubleBinaryOperator f, Object results) {
        double[][] points = GivenNumbers.matrix(results, "results");
        double[] x1 = Arrays.stream(points).mapToDouble(point -> point[0]).toArray();
        double[] x2 = Arrays.stream(points).mapToDouble(point -> point[1]).toArray();
        return whole(
                Gallery.open(1, 1),
                figure -> figure.plot(x1, x2, "-o")
                        .color("#ff7f0e")
                        .contour(steps(-5.5, 1, 0.1), steps(-3, 1, 0.1), f)
                        .color("#1f77b4")
                        .xlabel("x1")
                        .ylabel("x2"));
    }

    /** From {@code from} up to but without {@code to}. */
    private static double[] steps(double from, double to, double step) {
        double[] steps = new double[(int) Math.ceil((to - from) / step - 1e-9)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = from + i * step;
        }
        return steps;
    }

    /** A figure that grows while a model trains: {@code animator(xlabel="epoch", xlim=[1, 10], legend=["loss"])}. */
    public static Animator animator() {
        return new Animator();
    }

    /** As {@link Animator#Animator(String, String, List, Object, Object, String, String, List, int, int, Object)}. */
    public static Animator animator(
            @Default("null") String xlabel,
            @Default("null") String ylabel,
            @Default("null") List<String> legend,
            @Default("null") Object xlim,
            @Default("null") Object ylim,
            @Default("null") String xscale,
            @Default("null") String yscale,
            @Default("null") List<String> fmts,
            @Default("1") int nrows,
            @Default("1") int ncols,
            @Default("null") Object figsize) {
        return new Animator(xlabel, ylabel, legend, xlim, ylim, xscale, yscale, fmts, nrows, ncols, figsize);
    }

    /** A board of named curves that grow: {@code board.draw(x, sin(x), "sin", everyN=2)}. */
    public static ProgressBoard progressBoard() {
        return new ProgressBoard();
    }

    /**
     * As {@link ProgressBoard#ProgressBoard(String, String, Object, Object, String, String, List, List, Object,
     * boolean)}.
     */
    public static ProgressBoard progressBoard(
            @Default("null") String xlabel,
            @Default("null") String ylabel,
            @Default("null") Object xlim,
            @Default("null") Object ylim,
            @Default("null") String xscale,
            @Default("null") String yscale,
            @Default("null") List<String> ls,
            @Default("null") List<String> colors,
            @Default("null") Object figsize,
            @Default("true") boolean display) {
        return new ProgressBoard(xlabel, ylabel, xlim, ylim, xscale, yscale, ls, colors, figsize, display);
    }

    /**
     * A figure for each of the moments 0, 1, … below {@code frames}, one after the other:
     * {@code animate(20, t -> plot(x, x -> sin(x + t)))}.
     *
     * @param figure draws the figure of a moment, or axes of it
     */
    public static Animation animate(int frames, IntFunction<?> figure) {
        return animate(frames, figure, 10);
    }

    /** As {@link #animate(int, IntFunction)}, {@code fps} figures a second when it is played. */
    public static Animation animate(int frames, IntFunction<?> figure, @Default("10") double fps) {
        return Animation.of(range(Math.max(0, frames)), moment -> figure.apply((int) moment), fps);
    }

    /**
     * A figure for each of some numbers, one after the other.
     *
     * @param frames the numbers, as an array, a list or a tensor with one axis
     * @param figure draws the figure of a number, or axes of it
     */
    public static Animation animate(Object frames, DoubleFunction<?> figure) {
        return animate(frames, figure, 10);
    }

    /** As {@link #animate(Object, DoubleFunction)}, {@code fps} figures a second when it is played. */
    public static Animation animate(Object frames, DoubleFunction<?> figure, @Default("10") double fps) {
        double[] moments = GivenNumbers.vector(frames, "frames");
        return Animation.of(Arrays.stream(moments).boxed().toList(), moment -> figure.apply((double) moment), fps);
    }

    /** Whole numbers from 0 up to but without {@code end}, to loop over with {@link #progress(Iterable)}. */
    public static List<Integer> range(int end) {
        return range(0, end);
    }

    /** Whole numbers from {@code start} up to but without {@code end}. */
    public static List<Integer> range(int start, int end) {
        int count = Math.max(0, end - start);
        // Not a list that holds them: a loop may be longer than memory.
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return start + Objects.checkIndex(index, count);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /** The items of a collection, with a bar that shows how far a loop over them has come. */
    public static <E> Progress<E> progress(Iterable<E> items) {
        return new Progress<>(items, items instanceof Collection<E> all ? all.size() : -1);
    }

    /** The whole numbers from 0 up to but without {@code end}, with a bar that shows how far a loop has come. */
    public static Progress<Integer> progress(int end) {
        return progress(range(end));
    }

    /** The numbers of a stream, with a bar that shows how far a loop over them has come. */
    public static Progress<Integer> progress(IntStream numbers) {
        return progress(numbers.boxed().toList());
    }

    static double[] pair(String name, Object numbers) {
        double[] pair = GivenNumbers.vector(numbers, name);
        if (pair.length != 2) {
            throw new IllegalArgumentException(
                    say("plot.figsize.two-numbers", "name", name, "found", Arrays.toString(pair)));
        }
        return pair;
    }
}
