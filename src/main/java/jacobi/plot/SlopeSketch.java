package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Span;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Pictures of derivatives: slopes that close on the tangent, lines under a corner, gradients across contours. */
final class SlopeSketch {
    private static final int POINTS = 121;

    private SlopeSketch() {}

    static Figure secants(DoubleUnaryOperator f, double x, double[] h) {
        double widest = 0;
        for (double step : h) {
            if (step == 0 || !Double.isFinite(step)) {
                throw new IllegalArgumentException(say("plot.slope.step-zero", "found", step));
            }
            widest = Math.max(widest, Math.abs(step));
        }
        if (h.length == 0) {
            throw new IllegalArgumentException(say("plot.slope.no-step"));
        }
        double[] xs = between(x - 1.5 * widest, x + 1.5 * widest, POINTS);
        double[] ends = {xs[0], xs[POINTS - 1]};
        double y = f.applyAsDouble(x);
        Figure figure = Gallery.open(1, 1, 5.5, 3);
        figure.plot(xs, f).color("C0").label("f(x)").linewidth(2);
        for (int i = 0; i < h.length; i++) {
            double slope = (f.applyAsDouble(x + h[i]) - y) / h[i];
            String color = "C" + (1 + i % 9);
            figure.plot(ends, line(x, y, slope, ends), "--").color(color);
            figure.label(say("plot.slope.secant", "h", Sketches.number(h[i]), "slope", Sketches.number(slope)));
            double[] places = {x + h[i]};
            figure.plot(places, new double[] {f.applyAsDouble(x + h[i])}, "o")
                    .color(color)
                    .markersize(4);
        }
        double slope = derivative(f, x);
        figure.plot(ends, line(x, y, slope, ends), "k-")
                .linewidth(1)
                .label(say("plot.slope.tangent", "slope", Sketches.number(slope)));
        figure.plot(new double[] {x}, new double[] {y}, "ko").markersize(4);
        // Lines through one point leave no corner free.
        return figure.xlabel("x").grid().xlim(ends[0], ends[1]).legendAt("outside right upper");
    }

    static Figure fan(DoubleUnaryOperator f, double x) {
        double h = 1e-6 * Math.max(1, Math.abs(x));
        double y = f.applyAsDouble(x);
        double left = (y - f.applyAsDouble(x - h)) / h;
        double right = (f.applyAsDouble(x + h) - y) / h;
        if (!Double.isFinite(left + right)) {
            throw new IllegalArgumentException(say("plot.slope.one-sided", "x", Sketches.number(x)));
        }
        if (left > right + 1e-4) {
            throw new IllegalArgumentException(
                    say("plot.slope.no-corner", "left", Sketches.number(left), "right", Sketches.number(right)));
        }
        double[] xs = between(x - 2, x + 2, POINTS);
        double[] ends = {xs[0], xs[POINTS - 1]};
        Figure figure = Gallery.open(1, 1, 4, 3);
        int lines = right - left < 1e-4 ? 1 : 7;
        for (int i = 0; i < lines; i++) {
            double slope = lines == 1 ? (left + right) / 2 : left + (right - left) * i / (lines - 1);
            figure.plot(ends, line(x, y, slope, ends), "--")
                    .color("C1")
                    .alpha(0.7)
                    .linewidth(1);
        }
        figure.label(
                say("plot.slope.fan", "left", Sketches.number(round(left)), "right", Sketches.number(round(right))));
        figure.plot(xs, f)
                .color("C0")
                .label("f(x)")
                .linewidth(2)
                .plot(new double[] {x}, new double[] {y}, "ko")
                .markersize(5);
        return figure.xlabel("x").grid().xlim(ends[0], ends[1]);
    }

    static Figure gradients(DoubleBinaryOperator f, Span x, Span y) {
        Figure figure = Gallery.open(1, 1, 4, 3.5);
        figure.contour(between(x.lo(), x.hi(), 61), between(y.lo(), y.hi(), 61), f);
        int side = 9;
        double[] px = new double[side * side];
        double[] py = new double[side * side];
        double[] u = new double[side * side];
        double[] v = new double[side * side];
        double hx = x.length() * 1e-5;
        double hy = y.length() * 1e-5;
        for (int i = 0; i < side * side; i++) {
            double a = x.lo() + x.length() * (i % side + 1) / (side + 1);
            double b = y.lo() + y.length() * (i / side + 1) / (side + 1);
            px[i] = a;
            py[i] = b;
            u[i] = (f.applyAsDouble(a + hx, b) - f.applyAsDouble(a - hx, b)) / (2 * hx);
            v[i] = (f.applyAsDouble(a, b + hy) - f.applyAsDouble(a, b - hy)) / (2 * hy);
        }
        double longest = 0;
        for (int i = 0; i < u.length; i++) {
            double length = Math.hypot(u[i], v[i]);
            longest = Double.isFinite(length) ? Math.max(longest, length) : longest;
        }
        // The longest arrow goes nearly to the next: the field ends one step before the frame, so that none is cut.
        double step = 0.9 * Math.min(x.length(), y.length()) / (side + 1);
        // Only where one unit is as long across as up do gradients stand at right angles on the contours.
        return figure.quiver(px, py, u, v, longest == 0 ? 1 : longest / step)
                .equal()
                .xlabel("x")
                .ylabel("y")
                .title("$\\nabla f$");
    }

    /** The slope at a point from both sides; the error shrinks with the square of the step. */
    private static double derivative(DoubleUnaryOperator f, double x) {
        double h = 1e-5 * Math.max(1, Math.abs(x));
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    }

    private static double[] line(double x, double y, double slope, double[] at) {
        double[] values = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            values[i] = y + slope * (at[i] - x);
        }
        return values;
    }

    private static double round(double slope) {
        return Math.rint(slope * 1000) / 1000;
    }

    private static double[] between(double from, double to, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + (to - from) * i / (count - 1);
        }
        return values;
    }
}
