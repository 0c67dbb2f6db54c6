package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;

/**
 * Where data values lie on the page: the box of the axes with a scale and limits for each direction.
 *
 * @param box the inside of the frame
 * @param leftwards whether x grows to the left
 * @param downwards whether y grows downwards, as the rows of an image do
 */
public record Plane(Box box, Scale xScale, Span xSpan, Scale yScale, Span ySpan, boolean leftwards, boolean downwards) {

    /** The page's x of a value; NaN where the scale cannot show it. */
    public double x(double value) {
        double along = fraction(xScale, xSpan, value);
        return box.left() + box.width() * (leftwards ? 1 - along : along);
    }

    /** The page's y of a value; NaN where the scale cannot show it. */
    public double y(double value) {
        double up = fraction(yScale, ySpan, value);
        return box.top() + box.height() * (downwards ? up : 1 - up);
    }

    /** The places on the page of points of the data, as x and y in turn. */
    double[] corners(double[] x, double[] y) {
        double[] corners = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            corners[2 * i] = x(x[i]);
            corners[2 * i + 1] = y(y[i]);
        }
        return corners;
    }

    /** Where a value lies between the limits, 0 at the lower and 1 at the upper. */
    private static double fraction(Scale scale, Span span, double value) {
        if (!scale.shows(value)) {
            return Double.NaN;
        }
        double from = scale.position(span.lo());
        return (scale.position(value) - from) / (scale.position(span.hi()) - from);
    }
}
