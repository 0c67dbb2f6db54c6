package jacobi.plot;

import java.util.Arrays;

/** The points of a line that grows. */
final class GrowingLine {
    private double[] x = new double[16];
    private double[] y = new double[16];
    private int count;

    void add(double atX, double atY) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
        }
        x[count] = atX;
        y[count++] = atY;
    }

    double[] x() {
        return Arrays.copyOf(x, count);
    }

    double[] y() {
        return Arrays.copyOf(y, count);
    }
}
