package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.MatricesTest.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConvolutionTest {

    /** A convolution's sizes. */
    record Case(Window window, int groups, int batch, int filters) {}

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<int[]> sizes =
                Arbitraries.integers().between(0, 1000).array(int[].class).ofSize(14);
        return Combinators.combine(sizes, Arbitraries.integers().between(1, 3)).as((s, groups) -> {
            int rows = 1 + s[0] % 3, columns = 1 + s[1] % 3, rowDilation = 1 + s[2] % 2, columnDilation = 1 + s[3] % 2;
            Window window = new Window(
                    groups * (1 + s[4] % 2),
                    rowDilation * (rows - 1) + 1 + s[5] % 7,
                    columnDilation * (columns - 1) + 1 + s[6] % 7,
                    rows,
                    columns,
                    1 + s[7] % 3,
                    1 + s[8] % 3,
                    s[9] % 5,
                    s[10] % 5,
                    rowDilation,
                    columnDilation,
                    false);
            return new Case(window, groups, 1 + s[11] % 3, groups * (1 + s[12] % 3));
        });
    }

    @Property(tries = 150, seed = "213813")
    void convolution_is_the_sum_over_the_window_and_its_gradients_are_its_adjoints(@ForAll("cases") Case c) {
        Window w = c.window;
        ConvolutionSizes sizes = new ConvolutionSizes(w, c.groups, c.batch, c.filters);
        Random random = new Random(c.hashCode());
        int share = w.channels() / c.groups, out = c.batch * c.filters * w.places();
        double[] x = random.doubles(c.batch * w.image(), -1, 1).toArray();
        double[] weight = random.doubles(c.filters * share * w.rows() * w.columns(), -1, 1)
                .toArray();
        double[] bias = random.doubles(c.filters, -1, 1).toArray();
        double[] grad = random.doubles(out, -1, 1).toArray();

        double[] found = new double[out], expected = naive(c, x, weight, bias);
        Convolution.conv2d(sizes, x, 0, weight, 0, bias, 0, found, 0);
        assertThat(found).containsExactly(expected, within(1e-12));
        float[] single = new float[out];
        Convolution.conv2d(sizes, floats(x), 0, floats(weight), 0, floats(bias), 0, single, 0);
        assertThat(single).containsExactly(floats(expected), within(1e-4f));

        // <conv(x) - bias, grad> is linear in x and in the weight: both gradients must reproduce it.
        double[] linear = naive(c, x, weight, new double[c.filters]);
        double inner = Reductions.dot(linear, 0, grad, 0, out);
        double[] xGrad = new double[x.length], weightGrad = new double[weight.length], biasGrad = new double[c.filters];
        Convolution.conv2dInputGrad(sizes, grad, 0, weight, 0, xGrad, 0);
        Convolution.conv2dWeightGrad(sizes, grad, 0, x, 0, weightGrad, 0);
        Convolution.conv2dBiasGrad(c.batch, c.filters, w.places(), grad, 0, biasGrad, 0);
        assertThat(Reductions.dot(xGrad, 0, x, 0, x.length)).isCloseTo(inner, within(1e-10));
        assertThat(Reductions.dot(weightGrad, 0, weight, 0, weight.length)).isCloseTo(inner, within(1e-10));
        double[] moved = naive(c, x, weight, bias);
        assertThat(Reductions.dot(biasGrad, 0, bias, 0, c.filters))
                .isCloseTo(Reductions.dot(moved, 0, grad, 0, out) - inner, within(1e-10));
    }

    private static double[] naive(Case c, double[] x, double[] weight, double[] bias) {
        Window w = c.window;
        int share = w.channels() / c.groups, perGroup = c.filters / c.groups, o = 0;
        double[] out = new double[c.batch * c.filters * w.places()];
        for (int b = 0; b < c.batch; b++) {
            for (int f = 0; f < c.filters; f++) {
                for (int i = 0; i < w.outHeight(); i++) {
                    for (int j = 0; j < w.outWidth(); j++, o++) {
                        out[o] = bias[f];
                        for (int ch = 0; ch < share; ch++) {
                            for (int r = 0; r < w.rows(); r++) {
                                for (int q = 0; q < w.columns(); q++) {
                                    int y = i * w.rowStride() - w.rowPadding() + r * w.rowDilation();
                                    int z = j * w.columnStride() - w.columnPadding() + q * w.columnDilation();
                                    if (y < 0 || y >= w.height() || z < 0 || z >= w.width()) {
                                        continue;
                                    }
                                    int channel = f / perGroup * share + ch;
                                    out[o] += x[((b * w.channels() + channel) * w.height() + y) * w.width() + z]
                                            * weight[((f * share + ch) * w.rows() + r) * w.columns() + q];
                                }
                            }
                        }
                    }
                }
            }
        }
        return out;
    }

    @Test
    void pooling_takes_the_largest_or_the_mean_and_gives_gradients_back() {
        Window w = new Window(1, 4, 4, 2, 2, 2, 2, 0, 0, 1, 1, false);
        float[] x = {1, 2, 5, 6, 3, 4, 8, 7, 9, 9, 0, Float.NaN, 1, 2, 3, 4}, out = new float[4];
        int[] where = new int[4];
        Pooling.max2d(w, 1, x, 0, out, 0, where);
        assertThat(out).containsExactly(4, 8, 9, Float.NaN);
        assertThat(where).containsExactly(5, 6, 8, 11);

        double[] y = {1, 2, 3, 4}, mean = new double[4];
        Window margin = new Window(1, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, false);
        Pooling.mean2d(margin, margin.counts(true), 1, y, 0, mean, 0);
        assertThat(mean).containsExactly(0.25, 0.5, 0.75, 1);
        Pooling.mean2d(margin, margin.counts(false), 1, y, 0, mean, 0);
        assertThat(mean).containsExactly(1, 2, 3, 4);
        double[] meanGrad = new double[4];
        Pooling.mean2dGrad(margin, margin.counts(true), 1, y, 0, meanGrad, 0);
        assertThat(meanGrad).containsExactly(0.25, 0.5, 0.75, 1);
    }
}
