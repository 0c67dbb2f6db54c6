package jacobi.plot;

import java.util.List;

/** The figures tests look at. */
final class Drawings {
    private Drawings() {}

    /** f = 3x² − 4x on arange(0, 3, 0.1) with its tangent at 1. */
    static Figure tangent() {
        double[] x = range(0, 30, 0.1);
        double[] f = new double[30];
        double[] line = new double[30];
        for (int i = 0; i < 30; i++) {
            f[i] = 3 * x[i] * x[i] - 4 * x[i];
            line[i] = 2 * x[i] - 3;
        }
        return Plots.plot(x, List.of(f, line)).xlabel("x").ylabel("f(x)").legend("f(x)", "Tangent line (x=1)");
    }

    /** {@code count} values from {@code from}, {@code step} apart. */
    static double[] range(double from, int count, double step) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + i * step;
        }
        return values;
    }
}
