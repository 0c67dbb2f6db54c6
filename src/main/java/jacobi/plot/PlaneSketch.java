package jacobi.plot;

import static jacobi.language.Say.say;

import java.util.List;

/** Pictures of the plane: vectors, and what a matrix does to them. */
final class PlaneSketch {
    private static final String FIRST = "C0";
    private static final String SECOND = "C1";
    private static final String RESULT = "C3";
    /** Inches of a plane with equal axes, and of a legend beside it. */
    private static final double SQUARE = 3.5;

    private static final double LEGEND = 2.8;

    private PlaneSketch() {}

    static Figure vectors(List<double[]> vectors) {
        for (int i = 0; i < vectors.size(); i++) {
            if (vectors.get(i).length != 2) {
                throw new IllegalArgumentException(
                        say("plot.plane.vector-of-list", "count", vectors.get(i).length, "index", i));
            }
        }
        Figure figure = Gallery.open(1, 1, 3, 3);
        double reach = 1;
        for (int i = 0; i < vectors.size(); i++) {
            double[] v = vectors.get(i);
            figure.vector(0, 0, v[0], v[1]).color("C" + i % 10).label(named(v));
            reach = Math.max(reach, reach(v));
        }
        return square(figure, reach * 1.15);
    }

    /** Each arrow has its name beside it: a legend would lie on one of them. */
    static Figure sum(double[] u, double[] v) {
        double[] w = {u[0] + v[0], u[1] + v[1]};
        double[] origin = {0, 0};
        Figure figure = Gallery.open(1, 1, 3, 3);
        double reach = Math.max(reach(w), Math.max(reach(u), reach(v)));
        named(figure, origin, u, w, "u", reach).color(FIRST).label("u = " + named(u));
        named(figure, origin, v, w, "v", reach).color(SECOND).label("v = " + named(v));
        named(figure, u, w, w, "v", reach).color(SECOND).linestyle("--").alpha(0.6);
        named(figure, v, w, w, "u", reach).color(FIRST).linestyle("--").alpha(0.6);
        figure.vector(0, 0, w[0], w[1])
                .color(RESULT)
                .label("u + v = " + named(w))
                .linewidth(2);
        figure.title("u + v = " + named(w));
        figure.axes(0).state.legend = false;
        double pad = 0.15 * reach;
        return crossed(figure)
                .xlim(least(u[0], v[0], w[0]) - pad, -least(-u[0], -v[0], -w[0]) + pad)
                .ylim(least(u[1], v[1], w[1]) - pad, -least(-u[1], -v[1], -w[1]) + pad);
    }

    /** An arrow with its name on the side away from the middle of the parallelogram under {@code w}. */
    private static Figure named(Figure figure, double[] from, double[] to, double[] w, String name, double reach) {
        double x = (from[0] + to[0]) / 2;
        double y = (from[1] + to[1]) / 2;
        double awayX = x - w[0] / 2;
        double awayY = y - w[1] / 2;
        double away = Math.hypot(awayX, awayY);
        double gap = 0.09 * reach;
        // Of two vectors of one direction the parallelogram is a line, and its names stand above it.
        figure.text(x + (away < gap ? 0 : gap * awayX / away), y + (away < gap ? gap : gap * awayY / away), name)
                .ha("center")
                .va("center");
        return figure.vector(from[0], from[1], to[0], to[1]);
    }

    static Figure transform(double[][] m) {
        double[][] same = {{1, 0}, {0, 1}};
        Figure figure = Gallery.open(1, 2, 5.5, 3);
        double reach = 2;
        for (double x : new double[] {-1, 1}) {
            reach = Math.max(reach, 1.1 * Math.max(reach(times(m, x, 1)), reach(times(m, 1, 0))));
        }
        lattice(figure.axes(0), same, reach, say("plot.plane.before"));
        double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        lattice(
                figure.axes(1),
                m,
                reach,
                say(
                        determinant < 0 ? "plot.plane.after-turned-over" : "plot.plane.after",
                        "times",
                        Sketches.number(Math.abs(determinant))));
        return figure;
    }

    /** The lines of whole numbers, the unit square and the unit vectors, all moved by a matrix. */
    private static void lattice(Axes axes, double[][] m, double reach, String title) {
        int lines = 5;
        for (int i = -lines; i <= lines; i++) {
            line(axes, times(m, i, -lines), times(m, i, lines)).color("0.75").linewidth(0.8);
            line(axes, times(m, -lines, i), times(m, lines, i)).color("0.75").linewidth(0.8);
        }
        double[] a = times(m, 1, 0);
        double[] b = times(m, 0, 1);
        double[] corner = times(m, 1, 1);
        axes.polygon(0, 0, a[0], a[1], corner[0], corner[1], b[0], b[1])
                .color("C0")
                .alpha(0.25);
        axes.vector(0, 0, a[0], a[1]).color(FIRST);
        axes.vector(0, 0, b[0], b[1]).color(SECOND);
        axes.title(title);
        axes.equal().xlim(-reach, reach).ylim(-reach, reach);
    }

    private static Axes line(Axes axes, double[] from, double[] to) {
        return axes.plot(new double[] {from[0], to[0]}, new double[] {from[1], to[1]}, "-");
    }

    static Figure eigenvectors(double[][] m) {
        double half = (m[0][0] + m[1][1]) / 2;
        double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        double inside = half * half - determinant;
        Figure figure = Gallery.open(1, 1, inside < 0 ? SQUARE : SQUARE + LEGEND, SQUARE);
        double reach = 1;
        for (int i = 0; i < 16; i++) {
            double[] v = {Math.cos(i * Math.PI / 8), Math.sin(i * Math.PI / 8)};
            double[] moved = times(m, v[0], v[1]);
            reach = Math.max(reach, reach(moved));
            figure.vector(0, 0, v[0], v[1]).color("0.75").linewidth(1);
            figure.vector(v[0], v[1], moved[0], moved[1])
                    .color(FIRST)
                    .alpha(0.45)
                    .linewidth(1);
        }
        if (inside < 0) {
            figure.title(say("plot.plane.every-direction-turns"));
        } else {
            double[] values = {half + Math.sqrt(inside), half - Math.sqrt(inside)};
            for (int i = 0; i < 2; i++) {
                double[] v = eigenvector(m, values[i], i);
                reach = Math.max(reach, Math.abs(values[i]) * reach(v));
                String color = i == 0 ? RESULT : "C2";
                figure.plot(new double[] {-9 * v[0], 9 * v[0]}, new double[] {-9 * v[1], 9 * v[1]}, ":")
                        .color(color);
                figure.vector(0, 0, v[0], v[1]).color("k").linewidth(3.5);
                figure.vector(0, 0, values[i] * v[0], values[i] * v[1])
                        .color(color)
                        .linewidth(1.8);
                figure.label(say("plot.plane.eigenvector", "value", Sketches.number(values[i]), "direction", named(v)));
            }
            // Arrows stand all around the origin: among them, a legend would hide some.
            figure.legendAt("outside right upper");
        }
        return square(figure, reach * 1.15);
    }

    /** A vector of length 1 that {@code (m − value)} sends to zero; any two will do if it sends all there. */
    private static double[] eigenvector(double[][] m, double value, int number) {
        double[] first = {m[0][1], value - m[0][0]};
        double[] second = {value - m[1][1], m[1][0]};
        double[] v = Math.hypot(first[0], first[1]) >= Math.hypot(second[0], second[1]) ? first : second;
        double length = Math.hypot(v[0], v[1]);
        if (length < 1e-12) {
            return number == 0 ? new double[] {1, 0} : new double[] {0, 1};
        }
        double sign = v[0] < 0 || v[0] == 0 && v[1] < 0 ? -1 : 1;
        return new double[] {sign * v[0] / length, sign * v[1] / length};
    }

    private static double[] times(double[][] m, double x, double y) {
        return new double[] {m[0][0] * x + m[0][1] * y, m[1][0] * x + m[1][1] * y};
    }

    /** The least of them and the origin. */
    private static double least(double u, double v, double w) {
        return Math.min(Math.min(u, v), Math.min(w, 0));
    }

    private static double reach(double[] v) {
        return Math.max(Math.abs(v[0]), Math.abs(v[1]));
    }

    private static String named(double[] v) {
        return "(" + Sketches.number(v[0]) + ", " + Sketches.number(v[1]) + ")";
    }

    private static Figure square(Figure figure, double reach) {
        return crossed(figure).xlim(-reach, reach).ylim(-reach, reach);
    }

    /** Over the grid, under the vectors, the two axes. */
    private static Figure crossed(Figure figure) {
        figure.axhline(0, "k-")
                .linewidth(0.8)
                .zorder(1.6)
                .axvline(0, "k-")
                .linewidth(0.8)
                .zorder(1.6);
        return figure.equal().grid();
    }
}
