package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.MatricesTest.floats;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Loops of layer normalisation on vectors, which give the bits of plain ones. */
class NormalizationTest {
    private static final float[] MEAN = {0.25f, -0.5f, 0.125f}, SCALE = {1.5f, 0.75f, 1.25f};

    @Property(tries = 50, seed = "197977")
    void squares_of_differences(@ForAll @IntRange(min = 1, max = 6400) int n) {
        float[] x = drawn(n + 3), d = new float[n];
        float[] vectors = new float[Chains.COUNT], plain = new float[Chains.COUNT];
        FloatLanes.squares(x, 3, MEAN[0], n, vectors);
        for (int i = 0; i < n; i++) {
            d[i] = x[3 + i] - MEAN[0];
        }
        Chains.plainDots(d, 0, d, 0, n, plain);
        assertThat(vectors).isEqualTo(plain);
    }

    @Property(tries = 50, seed = "197978")
    void gradients_of_one_row_and_of_two(
            @ForAll @IntRange(min = 1, max = 6400) int n, @ForAll boolean alike, @ForAll boolean two) {
        float[] x = drawn(3 * n + 2), grad = drawn(3 * n + 1), weight = drawn(n + 5);
        float[] dWeight = drawn(n), dBias = drawn(n), sums = new float[4 * Chains.COUNT];
        float[] expectedWeight = dWeight.clone(), expectedBias = dBias.clone();
        float[] expected = new float[4 * Chains.COUNT];
        int gRow = alike ? 0 : n;
        if (two) {
            FloatLanes.normalSums2(
                    x, 2 + n, n, grad, 1 + gRow, gRow, weight, 5, MEAN, SCALE, 1, n, dWeight, dBias, sums);
        } else {
            FloatLanes.normalSums1(
                    x, 2 + n, n, grad, 1 + gRow, gRow, weight, 5, MEAN, SCALE, 1, n, dWeight, dBias, sums);
        }
        for (int r = 1; r <= (two ? 2 : 1); r++) {
            float[] z = new float[n], h = new float[n], part = new float[Chains.COUNT];
            for (int i = 0; i < n; i++) {
                float g = grad[1 + r * gRow + i];
                z[i] = (x[2 + r * n + i] - MEAN[r]) * SCALE[r];
                h[i] = g * weight[5 + i];
                expectedWeight[i] += g * z[i];
                expectedBias[i] += g;
            }
            Chains.plainSums(h, 0, n, part);
            System.arraycopy(part, 0, expected, 2 * (r - 1) * Chains.COUNT, Chains.COUNT);
            Chains.plainDots(h, 0, z, 0, n, part);
            System.arraycopy(part, 0, expected, (2 * (r - 1) + 1) * Chains.COUNT, Chains.COUNT);
        }
        assertThat(sums).isEqualTo(expected);
        assertThat(dWeight).isEqualTo(expectedWeight);
        assertThat(dBias).isEqualTo(expectedBias);
    }

    @Property(tries = 30, seed = "197979")
    void what_is_written(@ForAll @IntRange(min = 1, max = 400) int n) {
        float[] x = drawn(n + 1), grad = drawn(n + 2), weight = drawn(n + 3), bias = drawn(n + 4);
        float[] out = new float[n + 5], back = new float[n + 6];
        int done = FloatPasses.normal(x, 1, 0.25f, 1.5f, weight, 3, bias, 4, out, 5, n);
        int doneBack = FloatPasses.turnedBack(x, 1, grad, 2, weight, 3, 0.25f, 1.5f, 0.5f, 0.75f, back, 6, n);
        assertThat(done).isEqualTo(doneBack).isBetween(Math.max(0, n - 63), n);
        float[] expected = new float[n + 5], expectedBack = new float[n + 6];
        for (int i = 0; i < done; i++) {
            float z = (x[1 + i] - 0.25f) * 1.5f;
            expected[5 + i] = z * weight[3 + i] + bias[4 + i];
            expectedBack[6 + i] = (grad[2 + i] * weight[3 + i] - 0.5f - z * 0.75f) * 1.5f;
        }
        assertThat(out).isEqualTo(expected);
        assertThat(back).isEqualTo(expectedBack);
    }

    private static float[] drawn(int n) {
        return floats(new Random(n).doubles(n, -1, 1).toArray());
    }

    @Property(tries = 60, seed = "197980")
    void gradients_of_rows_that_are_alike_are_those_of_a_whole_matrix(
            @ForAll @IntRange(min = 1, max = 300) int columns, @ForAll @IntRange(min = 1, max = 30) int rows) {
        float[] x = drawn(rows * columns), row = drawn(columns), grad = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(row, 0, grad, r * columns, columns);
        }
        float[] mean = new float[rows], scale = new float[rows], weight = drawn(columns);
        Normalization.rows(x, 0, weight, 0, null, 0, 1e-5, 0, rows, columns, mean, scale, new float[x.length]);
        float[][] all = new float[6][];
        for (int i = 0; i < 2; i++) {
            float[] dWeight = new float[columns], dBias = new float[columns], out = new float[x.length];
            Normalization.rowsGrad(
                    i == 0 ? row : grad,
                    0,
                    i == 0 ? 0 : columns,
                    x,
                    0,
                    weight,
                    0,
                    0,
                    rows,
                    columns,
                    mean,
                    scale,
                    dWeight,
                    dBias,
                    out);
            System.arraycopy(new float[][] {dWeight, dBias, out}, 0, all, 3 * i, 3);
        }
        assertThat(Arrays.copyOf(all, 3)).isEqualTo(Arrays.copyOfRange(all, 3, 6));
    }
}
