package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;

/** Lines that go along and up, never aslant. */
final class StairLines {
    private StairLines() {}

    static Line line(double[] x, double[] y, String where, Look look) {
        double[][] corners = corners(x, y, where);
        return new Line(corners[0], corners[1], look);
    }

    /** The x and the y of all corners. */
    static double[][] corners(double[] x, double[] y, String where) {
        int n = x.length;
        int corners = where.equals("mid") ? 2 * n : 2 * n - 1;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            switch (where) {
                case "pre" -> {
                    xs[i] = x[i / 2];
                    ys[i] = y[(i + 1) / 2];
                }
                case "post" -> {
                    xs[i] = x[(i + 1) / 2];
                    ys[i] = y[i / 2];
                }
                case "mid" -> {
                    int before = (i - 1) / 2;
                    xs[i] = i == 0 ? x[0] : i == corners - 1 ? x[n - 1] : (x[before] + x[before + 1]) / 2;
                    ys[i] = y[i / 2];
                }
                default -> throw new IllegalArgumentException(say("plot.step.where", "found", where));
            }
        }
        return new double[][] {xs, ys};
    }
}
