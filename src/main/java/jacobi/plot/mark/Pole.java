package jacobi.plot.mark;

/** Angles and distances from a pole as places of the plane around it. */
final class Pole {
    private Pole() {}

    static double[] x(double[] angles, double[] reaches, double inmost) {
        double[] x = new double[angles.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (reaches[i] - inmost) * Math.cos(angles[i]);
        }
        return x;
    }

    static double[] y(double[] angles, double[] reaches, double inmost) {
        double[] y = new double[angles.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (reaches[i] - inmost) * Math.sin(angles[i]);
        }
        return y;
    }
}
