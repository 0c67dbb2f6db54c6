package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;

/**
 * Heights over a grid of the plane.
 *
 * @param x the x of each column
 * @param y the y of each row
 * @param z the heights, one row of numbers for each y
 */
public record Grid(double[] x, double[] y, double[][] z) {

    public Span heights() {
        Span span = Span.EMPTY;
        for (double[] row : z) {
            span = span.with(Span.of(row, Scale.LINEAR));
        }
        return span;
    }

    Extent extent(Scale xScale, Scale yScale, int firm) {
        return new Extent(Span.of(x, xScale), Span.of(y, yScale), firm);
    }

    int columns() {
        return x.length;
    }

    int rows() {
        return y.length;
    }
}
