package jacobi.plot;

import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Patch;
import jacobi.plot.mark.Segments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shapes that are as wide as values are frequent: a density found with Gaussian kernels, mirrored. */
final class Violin {
    private static final int POINTS = 100;
    private static final double FAINT = 0.3;

    private Violin() {}

    static List<Mark> marks(
            List<double[]> series,
            double[] at,
            double width,
            boolean upright,
            String color,
            boolean means,
            boolean extrema,
            boolean medians) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            double[] sorted = Arrays.stream(series.get(i))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                continue;
            }
            double low = sorted[0];
            double high = sorted[sorted.length - 1];
            marks.add(shape(sorted, at[i], width, upright, color));
            List<Double> across = new ArrayList<>();
            if (extrema) {
                across.add(low);
                across.add(high);
                marks.add(new Segments(
                        new double[] {at[i]}, new double[] {low}, new double[] {high}, upright, new Look(color)));
            }
            if (means) {
                across.add(Arrays.stream(sorted).average().orElse(0));
            }
            if (medians) {
                across.add(BoxPlot.quantile(sorted, 0.5));
            }
            double[] levels = across.stream().mapToDouble(Double::doubleValue).toArray();
            double[] from = new double[levels.length];
            double[] to = new double[levels.length];
            Arrays.fill(from, at[i] - width / 4);
            Arrays.fill(to, at[i] + width / 4);
            marks.add(new Segments(levels, from, to, !upright, new Look(color)));
        }
        return marks;
    }

    private static Mark shape(double[] sorted, double at, double width, boolean upright, String color) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double[] density = new double[POINTS];
        double most = 0;
        for (int i = 0; i < POINTS; i++) {
            density[i] = density(sorted, low + (high - low) * i / (POINTS - 1));
            most = Math.max(most, density[i]);
        }
        double[] along = new double[2 * POINTS];
        double[] across = new double[2 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            double half = most == 0 ? 0 : density[i] / most * width / 2;
            along[i] = low + (high - low) * i / (POINTS - 1);
            along[2 * POINTS - 1 - i] = along[i];
            across[i] = at - half;
            across[2 * POINTS - 1 - i] = at + half;
        }
        Patch patch = upright ? Patch.polygon(across, along) : Patch.polygon(along, across);
        return patch.facecolor(color).alpha(FAINT);
    }

    /**
     * The density at a place; the kernels' width is Scott's, the spread of the values over the fifth root of their
     * number.
     */
    private static double density(double[] values, double place) {
        double mean = Arrays.stream(values).average().orElse(0);
        double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double width = Math.sqrt(square / Math.max(1, values.length - 1)) * Math.pow(values.length, -0.2);
        if (width == 0) {
            return place == mean ? 1 : 0;
        }
        double sum = 0;
        for (double value : values) {
            double z = (place - value) / width;
            sum += Math.exp(-z * z / 2);
        }
        return sum;
    }
}
