package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Grid;
import java.util.function.DoubleBinaryOperator;

/** Reads heights over the plane: matrices with the x of their columns and the y of their rows, or functions of both. */
final class Grids {
    private Grids() {}

    /** A grid of {@code x} and {@code y} as vectors, or as meshgrid makes them in either indexing. */
    static Grid of(Object x, Object y, Object z) {
        double[][] heights = GivenNumbers.matrix(z, "z");
        boolean turned = x != null && GivenNumbers.depth(x, "x") == 2 && runsDown(GivenNumbers.matrix(x, "x"));
        if (turned) {
            heights = transposed(heights);
        }
        double[] xs = x == null ? Drawing.indices(heights[0].length) : side(x, "x", !turned);
        double[] ys = y == null ? Drawing.indices(heights.length) : side(y, "y", turned);
        if (xs.length != heights[0].length || ys.length != heights.length) {
            throw new IllegalArgumentException(say(
                    "plot.grid.row-for-each-y",
                    "ys",
                    ys.length,
                    "xs",
                    xs.length,
                    "found",
                    GivenNumbers.shapeText(z, "z")));
        }
        return checked(new Grid(xs, ys, heights));
    }

    static Grid of(Object x, Object y, DoubleBinaryOperator function) {
        double[] xs = GivenNumbers.vector(x, "x");
        double[] ys = GivenNumbers.vector(y, "y");
        double[][] z = new double[ys.length][xs.length];
        for (int row = 0; row < ys.length; row++) {
            for (int column = 0; column < xs.length; column++) {
                z[row][column] = function.applyAsDouble(xs[column], ys[row]);
            }
        }
        return checked(new Grid(xs, ys, z));
    }

    private static Grid checked(Grid grid) {
        if (grid.x().length < 2 || grid.y().length < 2) {
            throw new IllegalArgumentException(
                    say("plot.grid.two-rows", "rows", grid.y().length, "columns", grid.x().length));
        }
        if (grid.heights().isEmpty()) {
            throw new IllegalArgumentException(say("plot.grid.no-finite-height"));
        }
        return grid;
    }

    /** Whether a grid's numbers change from row to row only: meshgrid's indexing "ij". */
    private static boolean runsDown(double[][] mesh) {
        return mesh.length > 1 && mesh[0].length > 1 && mesh[0][0] == mesh[0][1];
    }

    private static double[][] transposed(double[][] values) {
        double[][] turned = new double[values[0].length][values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[0].length; j++) {
                turned[j][i] = values[i][j];
            }
        }
        return turned;
    }

    /** One side of a grid; of a grid as meshgrid makes it, the row or the column that says it all. */
    static double[] side(Object values, String name, boolean alongRows) {
        if (GivenNumbers.depth(values, name) < 2) {
            return GivenNumbers.vector(values, name);
        }
        double[][] mesh = GivenNumbers.matrix(values, name);
        double[] side = alongRows ? mesh[0] : transposed(mesh)[0];
        for (int row = 0; row < mesh.length; row++) {
            for (int column = 0; column < mesh[0].length; column++) {
                if (mesh[row][column] != side[alongRows ? column : row]) {
                    throw new IllegalArgumentException(say("plot.grid.not-of-meshgrid", "name", name));
                }
            }
        }
        return side;
    }
}
