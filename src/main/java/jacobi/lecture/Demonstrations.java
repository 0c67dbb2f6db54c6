package jacobi.lecture;

import static jacobi.language.Say.say;

import jacobi.calculus.Calculus;
import jacobi.calculus.Expression;
import jacobi.linalg.Linalg;
import jacobi.operation.Default;
import jacobi.plot.Animation;
import jacobi.plot.Axes;
import jacobi.plot.Figure;
import jacobi.plot.Plots;
import jacobi.plot.data.GivenNumbers;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The book's animations, ready to be shown. What they are given is not modified. */
public final class Demonstrations {
    /** Of a central difference: the cube root of the rounding of a double, where its error is least. */
    private static final double H = Math.cbrt(Math.ulp(1.0));

    private static final int CURVE = 120;
    /** Of numbers in a picture: what is left of zero after four places is zero. */
    private static final double PLACES = 1e4;

    private Demonstrations() {}

    /**
     * Gradient descent on a curve, a step at a time: {@code animateDescent("x^2", 10, 0.2)}.
     *
     * @param formula of one variable, differentiated by rule
     * @param start the first x
     * @param lr the learning rate
     * @param steps how many steps are taken
     */
    public static Animation animateDescent(String formula, double start, double lr, @Default("10") int steps) {
        Expression f = Calculus.parse(formula);
        return descent(f::at, f.derivative()::at, start, lr, steps);
    }

    /** As {@link #animateDescent(String, double, double, int)}, with ten steps. */
    public static Animation animateDescent(String formula, double start, double lr) {
        return animateDescent(formula, start, lr, 10);
    }

    /** As {@link #animateDescent(String, double, double, int)}, of a function, whose slope is a central difference. */
    public static Animation animateDescent(DoubleUnaryOperator f, double start, double lr, @Default("10") int steps) {
        return descent(f, x -> (f.applyAsDouble(x + H) - f.applyAsDouble(x - H)) / (2 * H), start, lr, steps);
    }

    /** As {@link #animateDescent(DoubleUnaryOperator, double, double, int)}, with ten steps. */
    public static Animation animateDescent(DoubleUnaryOperator f, double start, double lr) {
        return animateDescent(f, start, lr, 10);
    }

    private static Animation descent(
            DoubleUnaryOperator f, DoubleUnaryOperator slope, double start, double lr, int steps) {
        double[] x = new double[checked(steps) + 1];
        x[0] = start;
        for (int i = 0; i < steps; i++) {
            x[i + 1] = x[i] - lr * slope.applyAsDouble(x[i]);
            if (!Double.isFinite(x[i + 1]) || Math.abs(x[i + 1]) > 1e6) {
                // It runs away: the steps up to here show it.
                x = Arrays.copyOf(x, i + 1);
                break;
            }
        }
        double[] way = x;
        double reach = Arrays.stream(way).map(Math::abs).max().orElse(1);
        double[] curve = even(-reach, reach);
        double[] heights = Arrays.stream(way).map(f).toArray();
        return Plots.animate(
                way.length,
                step -> Plots.figure()
                        .plot(curve, f)
                        .plot(Arrays.copyOf(way, step + 1), Arrays.copyOf(heights, step + 1), "-o")
                        .xlabel("x")
                        .ylabel("f(x)")
                        .grid()
                        .title(say("lecture.descent", "step", step, "x", Numeral.text(way[step]))),
                2);
    }

    /**
     * Gradient descent in the plane without and with momentum, over the contours of what is minimised:
     * {@code animateMomentum((x1, x2) -> 0.1 * x1 * x1 + 2 * x2 * x2, [-5, -2], lr=0.4, momentum=0.5)}.
     *
     * @param start two numbers, the first point
     * @param lr the learning rate
     * @param momentum how much of the last step is taken again, from 0 up to but without 1
     * @param steps how many steps are taken
     */
    public static Animation animateMomentum(
            DoubleBinaryOperator f,
            Object start,
            @Default("0.4") double lr,
            @Default("0.5") double momentum,
            @Default("20") int steps) {
        double[] first = GivenNumbers.vector(start, "start");
        if (first.length != 2 || !(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(
                    say("lecture.momentum-arguments", "start", Arrays.toString(first), "momentum", momentum));
        }
        double[][] plain = walk(f, first, lr, 0, checked(steps));
        double[][] rolling = walk(f, first, lr, momentum, steps);
        double[] x = span(plain[0], rolling[0]);
        double[] y = span(plain[1], rolling[1]);
        int last = Math.max(plain[0].length, rolling[0].length);
        return Plots.animate(last, step -> {
            Figure figure = Plots.figure(4.2, 3)
                    .contour(even(x[0], x[1]), even(y[0], y[1]), f)
                    .color("0.7");
            trace(figure, plain, step, "C1", say("lecture.without-momentum"));
            trace(figure, rolling, step, "C0", say("lecture.with-momentum", "momentum", Numeral.text(momentum)));
            return figure.xlabel("x1")
                    .ylabel("x2")
                    .xlim(x[0], x[1])
                    .ylim(y[0], y[1])
                    .legend()
                    .title(say("lecture.step", "step", step));
        });
    }

    /** As {@link #animateMomentum(DoubleBinaryOperator, Object, double, double, int)}, with twenty steps. */
    public static Animation animateMomentum(DoubleBinaryOperator f, Object start, double lr, double momentum) {
        return animateMomentum(f, start, lr, momentum, 20);
    }

    private static void trace(Figure figure, double[][] way, int step, String color, String name) {
        int points = Math.min(step + 1, way[0].length);
        figure.plot(Arrays.copyOf(way[0], points), Arrays.copyOf(way[1], points), "-o")
                .color(color)
                .label(name);
    }

    /** The x1 and the x2 of the points of a descent, up to where it runs away. */
    private static double[][] walk(DoubleBinaryOperator f, double[] start, double lr, double momentum, int steps) {
        double x = start[0];
        double y = start[1];
        double vx = 0;
        double vy = 0;
        List<double[]> points = new ArrayList<>(List.of(start));
        for (int i = 0; i < steps; i++) {
            double fx = (f.applyAsDouble(x + H, y) - f.applyAsDouble(x - H, y)) / (2 * H);
            double fy = (f.applyAsDouble(x, y + H) - f.applyAsDouble(x, y - H)) / (2 * H);
            vx = momentum * vx + fx;
            vy = momentum * vy + fy;
            x -= lr * vx;
            y -= lr * vy;
            if (!(Math.abs(x) < 1e3 && Math.abs(y) < 1e3)) {
                break;
            }
            points.add(new double[] {x, y});
        }
        return new double[][] {
            points.stream().mapToDouble(point -> point[0]).toArray(),
            points.stream().mapToDouble(point -> point[1]).toArray()
        };
    }

    /** From a little below to a little above all of the numbers and their mirror images in zero. */
    private static double[] span(double[] a, double[] b) {
        double reach = DoubleStream.concat(Arrays.stream(a), Arrays.stream(b))
                .map(Math::abs)
                .max()
                .orElse(1);
        double all = 1.1 * Math.max(reach, 1e-3);
        return new double[] {-all, all};
    }

    /**
     * Secants through a point of a curve whose second point comes nearer, until they are its tangent:
     * {@code animateSecants("x^2", 1)}.
     *
     * @param formula of one variable
     * @param x0 where the tangent is wanted
     */
    public static Animation animateSecants(String formula, double x0) {
        Expression f = Calculus.parse(formula);
        return secants(f::at, x0, f.derivative().at(x0));
    }

    /** As {@link #animateSecants(String, double)}, of a function, whose slope is a central difference. */
    public static Animation animateSecants(DoubleUnaryOperator f, double x0) {
        return secants(f, x0, (f.applyAsDouble(x0 + H) - f.applyAsDouble(x0 - H)) / (2 * H));
    }

    private static Animation secants(DoubleUnaryOperator f, double x0, double slope) {
        double y0 = f.applyAsDouble(x0);
        double[] curve = even(x0 - 1, x0 + 2.2);
        double[] steps =
                IntStream.range(0, 25).mapToDouble(i -> 2 * Math.pow(0.82, i)).toArray();
        return Plots.animate(
                steps.length,
                i -> {
                    double h = steps[i];
                    double rise = (f.applyAsDouble(x0 + h) - y0) / h;
                    return Plots.figure(4.2, 3)
                            .plot(curve, f)
                            .plot(curve, x -> y0 + slope * (x - x0), "--")
                            .color("0.6")
                            .label(say("lecture.tangent", "slope", Numeral.text(slope)))
                            .plot(curve, x -> y0 + rise * (x - x0), "r-")
                            .label(say("lecture.secant", "slope", Numeral.text(rise)))
                            .scatter(new double[] {x0, x0 + h}, new double[] {y0, f.applyAsDouble(x0 + h)})
                            .color("k")
                            .grid()
                            .xlabel("x")
                            .legend()
                            .title("h = " + Numeral.text(h));
                },
                5);
    }

    /**
     * A kernel moves over a matrix, and each product with what it covers becomes a number of the result: the
     * cross-correlation that the book calls convolution.
     *
     * @param x a matrix
     * @param k the kernel, a matrix not larger than {@code x}
     */
    public static Animation animateConvolution(Object x, Object k) {
        double[][] input = GivenNumbers.matrix(x, "x");
        double[][] kernel = GivenNumbers.matrix(k, "k");
        int rows = input.length - kernel.length + 1;
        int columns = input[0].length - kernel[0].length + 1;
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(say(
                    "lecture.kernel-too-large",
                    "x",
                    input.length + " × " + input[0].length,
                    "k",
                    kernel.length + " × " + kernel[0].length));
        }
        double[][] result = new double[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            for (int r = 0; r < kernel.length; r++) {
                for (int c = 0; c < kernel[0].length; c++) {
                    result[i / columns][i % columns] += kernel[r][c] * input[i / columns + r][i % columns + c];
                }
            }
        }
        double low = Arrays.stream(result).flatMapToDouble(Arrays::stream).min().orElse(0);
        double high =
                Arrays.stream(result).flatMapToDouble(Arrays::stream).max().orElse(1);
        return Plots.animate(
                rows * columns,
                step -> {
                    int row = step / columns;
                    int column = step % columns;
                    Figure figure = Plots.subplots(1, 3).figsize(7, 2.4);
                    grid(figure.axes(0), input, say("lecture.input"), Double.NaN, Double.NaN)
                            .addPatch(Plots.rectangle(
                                    new double[] {column - 0.5, row - 0.5}, kernel[0].length, kernel.length))
                            .fill(false)
                            .edgecolor("r")
                            .linewidth(2.5);
                    grid(figure.axes(1), kernel, say("lecture.kernel"), Double.NaN, Double.NaN);
                    grid(figure.axes(2), until(result, step), say("lecture.output"), low, high)
                            .addPatch(Plots.rectangle(new double[] {column - 0.5, row - 0.5}, 1, 1))
                            .fill(false)
                            .edgecolor("r")
                            .linewidth(2.5);
                    return figure;
                },
                2);
    }

    /** The numbers up to that place, row by row, and none after it. */
    private static double[][] until(double[][] all, int place) {
        double[][] some = new double[all.length][all[0].length];
        for (int i = 0; i < all.length * all[0].length; i++) {
            some[i / all[0].length][i % all[0].length] =
                    i <= place ? all[i / all[0].length][i % all[0].length] : Double.NaN;
        }
        return some;
    }

    /** A matrix as colours with its numbers, empty where there is none. */
    private static Axes grid(Axes axes, double[][] matrix, String title, double low, double high) {
        double[] none = {};
        axes.imshow(matrix, "Blues").xticks(none).yticks(none).title(title);
        if (!Double.isNaN(low) && low < high) {
            axes.clim(low, high);
        }
        double[] sorted = Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double from = Double.isNaN(low) ? sorted[0] : low;
        double to = Double.isNaN(high) ? sorted[sorted.length - 1] : high;
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix[0].length; column++) {
                double value = matrix[row][column];
                if (!Double.isNaN(value)) {
                    boolean dark = value > from + 0.6 * (to - from);
                    axes.text(
                            column,
                            row,
                            Numeral.text(value),
                            "center",
                            "center",
                            9,
                            null,
                            null,
                            dark ? "w" : "k",
                            0,
                            null);
                }
            }
        }
        return axes;
    }

    /**
     * The QR algorithm on a symmetric matrix: step by step what is off the diagonal vanishes, and on the diagonal the
     * eigenvalues stand sorted by their size.
     *
     * @param a symmetric
     * @param steps how many steps are taken
     */
    public static Animation animateEigenvalues(Tensor a, @Default("15") int steps) {
        Tensor now = a.detach().to(DType.float64);
        double[] exact = Linalg.eigvalsh(now).toDoubleArray();
        List<double[][]> matrices = new ArrayList<>();
        for (int i = 0; i <= checked(steps); i++) {
            matrices.add(rows(now.mul(PLACES).round().div(PLACES)));
            var qr = Linalg.qr(now);
            now = qr.R().matmul(qr.Q());
        }
        int n = exact.length;
        double reach = Arrays.stream(exact).map(Math::abs).max().orElse(1);
        double[] places = IntStream.range(0, n).asDoubleStream().toArray();
        return Plots.animate(
                matrices.size(),
                step -> {
                    double[][] matrix = matrices.get(step);
                    Figure figure = Plots.subplots(1, 2).figsize(6.4, 2.8);
                    grid(figure.axes(0), matrix, say("lecture.step", "step", step), -reach, reach);
                    double[] diagonal =
                            IntStream.range(0, n).mapToDouble(i -> matrix[i][i]).toArray();
                    Axes axes = figure.axes(1).bar(places, diagonal).title(say("lecture.diagonal"));
                    for (double value : exact) {
                        axes.axhline(value).color("r").linestyle("--");
                    }
                    axes.ylim(Math.min(0, Arrays.stream(exact).min().orElse(0)) - 0.1 * reach, 1.1 * reach)
                            .xticks(places);
                    return figure;
                },
                2);
    }

    /** As {@link #animateEigenvalues(Tensor, int)}, with fifteen steps. */
    public static Animation animateEigenvalues(Tensor a) {
        return animateEigenvalues(a, 15);
    }

    private static double[][] rows(Tensor matrix) {
        double[] flat = matrix.toDoubleArray();
        int columns = matrix.size(1);
        double[][] rows = new double[matrix.size(0)][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(flat, row * columns, (row + 1) * columns);
        }
        return rows;
    }

    private static double[] even(double from, double to) {
        return IntStream.rangeClosed(0, CURVE)
                .mapToDouble(i -> from + (to - from) * i / CURVE)
                .toArray();
    }

    private static int checked(int steps) {
        if (steps < 1 || steps > 200) {
            throw new IllegalArgumentException(say("lecture.steps", "steps", steps));
        }
        return steps;
    }
}
