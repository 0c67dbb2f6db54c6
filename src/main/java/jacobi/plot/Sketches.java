package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.data.GivenNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** The pictures a teacher draws on the board: arrays, indexing, vectors, transformations, slopes and gradients. */
public final class Sketches {
    private Sketches() {}

    /**
     * An array of that shape as boxes with its axes named: a cell, a row, a grid, a stack of grids, a row of stacks, or
     * rows of stacks.
     *
     * @param shape up to five sizes, outermost first; none for a scalar
     */
    public static Diagram drawArray(int... shape) {
        return show(new ArraySketch(shape, null).draw());
    }

    /** A tensor, array or nested list as boxes with the numbers in them. */
    public static Diagram drawTensor(Object values) {
        return show(ArraySketch.of(values).draw());
    }

    /** Which elements of a matrix an index such as {@code "1:3, :"} takes, with the shape of what is taken. */
    public static Diagram drawIndexing(Object matrix, String index) {
        return show(new IndexSketch(GivenNumbers.matrix(matrix, "matrix"), index).draw());
    }

    /** Which elements of an array of {@code rows} by {@code columns} numbers 0, 1, 2 … an index takes. */
    public static Diagram drawIndexing(int rows, int columns, String index) {
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            matrix[i / columns][i % columns] = i;
        }
        return drawIndexing(matrix, index);
    }

    /** Vectors of the plane as arrows from the origin; one vector or rows of them. */
    public static Figure drawVectors(Object vectors) {
        return PlaneSketch.vectors(GivenNumbers.series(vectors, "vectors"));
    }

    /** The sum of two vectors: both from the origin, and each once more at the end of the other. */
    public static Figure drawSum(Object u, Object v) {
        return PlaneSketch.sum(plane(u, "u"), plane(v, "v"));
    }

    /** What a 2 by 2 matrix does to the plane: the grid and the unit square before and after. */
    public static Figure drawTransform(Object matrix) {
        return PlaneSketch.transform(square(matrix));
    }

    /** Vectors around the circle and where a 2 by 2 matrix moves them; its eigenvectors keep their direction. */
    public static Figure drawEigenvectors(Object matrix) {
        return PlaneSketch.eigenvectors(square(matrix));
    }

    /** Secants of a function at {@code x} that close on the tangent as h goes 1, 0.5, 0.1. */
    public static Figure drawSecants(DoubleUnaryOperator f, double x) {
        return drawSecants(f, x, 1, 0.5, 0.1);
    }

    /** Secants of a function through {@code x} and {@code x + h} for each h, with their slopes, and the tangent. */
    public static Figure drawSecants(DoubleUnaryOperator f, double x, double... h) {
        return SlopeSketch.secants(f, x, h);
    }

    /** The fan of lines that touch a function from below at a corner {@code x}, one for each subderivative. */
    public static Figure drawSubderivatives(DoubleUnaryOperator f, double x) {
        return SlopeSketch.fan(f, x);
    }

    /**
     * The gradient of a function of x and y as arrows over its contours.
     *
     * @param x two numbers, from where to where
     * @param y two numbers, from where to where
     */
    public static Figure drawGradients(DoubleBinaryOperator f, Object x, Object y) {
        return SlopeSketch.gradients(f, AxesWords.limits("x", x), AxesWords.limits("y", y));
    }

    /** The gradient of a function of x and y as arrows over its contours, between −2 and 2. */
    public static Figure drawGradients(DoubleBinaryOperator f) {
        return drawGradients(f, List.of(-2, 2), List.of(-2, 2));
    }

    /**
     * Several diagrams as one, in a row from left to right with their tops at one height.
     *
     * @param diagrams stay as they are, and are not shown for themselves any more
     */
    public static Diagram sideBySide(Diagram... diagrams) {
        if (diagrams.length == 0) {
            throw new IllegalArgumentException(say("plot.sketches.side-by-side"));
        }
        Diagram row = new Diagram(Arrays.stream(diagrams).map(Diagram::title).collect(Collectors.joining(" | ")));
        for (Diagram diagram : diagrams) {
            Gallery.shown(diagram);
            row.beside(diagram);
        }
        return show(row);
    }

    private static Diagram show(Diagram diagram) {
        Gallery.open(diagram);
        return diagram;
    }

    private static double[] plane(Object vector, String name) {
        double[] v = GivenNumbers.vector(vector, name);
        if (v.length != 2) {
            throw new IllegalArgumentException(say("plot.plane.vector", "name", name, "found", v.length));
        }
        return v;
    }

    private static double[][] square(Object matrix) {
        double[][] m = GivenNumbers.matrix(matrix, "matrix");
        if (m.length != 2 || m[0].length != 2) {
            throw new IllegalArgumentException(
                    say("plot.plane.matrix", "found", GivenNumbers.shapeText(matrix, "matrix")));
        }
        return m;
    }

    /** A number as short as it can be said: {@code 2}, {@code −0.5}, {@code 0.333}. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
        return text.equals("-0") ? "0" : text.replace('-', '\u2212');
    }
}
