package jacobi.tensor.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@net.jqwik.api.Tag("slow")
class MatricesTest {

    @Property(tries = 60, seed = "229651")
    void product_of_operands_with_any_steps_is_the_sum_of_products(
            @ForAll @IntRange(min = 1, max = 70) int m,
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(min = 1, max = 530) int k,
            @ForAll boolean turnA,
            @ForAll boolean turnB,
            @ForAll boolean accumulate,
            @ForAll long seed) {
        Random random = new Random(seed);
        int aRow = turnA ? 1 : k + 3,
                aColumn = turnA ? m + 2 : 1,
                bRow = turnB ? 1 : n + 1,
                bColumn = turnB ? k + 5 : 1;
        double[] a = random(random, 7 + (m - 1) * aRow + (k - 1) * aColumn + 1);
        double[] b = random(random, 5 + (k - 1) * bRow + (n - 1) * bColumn + 1);
        double[] c = random(random, 3 + m * (n + 4)), before = c.clone();
        float[] fa = floats(a), fb = floats(b), fc = floats(c);

        Matrices.matmul(m, n, k, a, 7, aRow, aColumn, b, 5, bRow, bColumn, c, 3, n + 4, accumulate);
        Matrices.matmul(m, n, k, fa, 7, aRow, aColumn, fb, 5, bRow, bColumn, fc, 3, n + 4, accumulate);

        double[] expected = before.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double s = accumulate ? before[3 + i * (n + 4) + j] : 0;
                for (int p = 0; p < k; p++) {
                    s += a[7 + i * aRow + p * aColumn] * b[5 + p * bRow + j * bColumn];
                }
                expected[3 + i * (n + 4) + j] = s;
            }
        }
        // Numbers between C's rows are untouched: they are compared too.
        assertThat(c).containsExactly(expected, within(1e-10));
        assertThat(fc).containsExactly(floats(expected), within(2e-3f));
    }

    @Property(tries = 40, seed = "237570")
    void vectors_plain_loops_and_single_sums_give_the_same_bits(
            @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll @IntRange(min = 1, max = 90) int n,
            @ForAll @IntRange(min = 1, max = 600) int k,
            @ForAll boolean turnA,
            @ForAll boolean turnB) {
        Random random = new Random(m * 31L + n);
        float[] a = floats(random(random, m * k)), b = floats(random(random, k * n));
        int aRow = turnA ? 1 : k, aColumn = turnA ? m : 1, bRow = turnB ? 1 : n, bColumn = turnB ? k : 1;
        float[] vectors = new float[m * n], plain = new float[m * n], single = new float[m * n];
        Matrix<float[]> left = new Matrix<>(a, 0, aRow, aColumn), right = new Matrix<>(b, 0, bRow, bColumn);
        FloatKernels.FLOATS.panels(true).product(m, n, k, left, right, new Matrix<>(vectors, 0, n, 1));
        FloatKernels.FLOATS.panels(false).product(m, n, k, left, right, new Matrix<>(plain, 0, n, 1));
        Matrices.single(m, n, k, a, 0, aRow, aColumn, b, 0, bRow, bColumn, single, 0, n);
        assertThat(plain).isEqualTo(vectors);
        assertThat(single).isEqualTo(vectors);

        double[] da = doubles(a), db = doubles(b), dv = new double[m * n], dp = new double[m * n];
        Matrix<double[]> l = new Matrix<>(da, 0, aRow, aColumn), r = new Matrix<>(db, 0, bRow, bColumn);
        DoubleKernels.DOUBLES.panels(true).product(m, n, k, l, r, new Matrix<>(dv, 0, n, 1));
        DoubleKernels.DOUBLES.panels(false).product(m, n, k, l, r, new Matrix<>(dp, 0, n, 1));
        assertThat(dp).isEqualTo(dv);
    }

    @Property(tries = 30, seed = "90210")
    void sums_along_runs_have_the_same_bits_with_and_without_vectors(
            @ForAll @IntRange(min = 1, max = 5) int pairs,
            @ForAll @IntRange(min = 1, max = 3) int fours,
            @ForAll @IntRange(min = 1, max = 30) int steps) {
        Random random = new Random(pairs * 31L + steps);
        int chains = PlainTile.CHAINS, length = steps * chains;
        int[] rows = random.ints(2 * pairs, 0, 50).toArray(),
                columns = random.ints(4 * fours, 0, 50).toArray();
        int[] at = new int[steps];
        for (int p = 0; p < steps; p++) {
            at[p] = p * chains;
        }
        double[] a = random(random, 50 + length), b = random(random, 50 + length);
        double[] sums = new double[rows.length * columns.length * chains], plain = sums.clone();
        DoubleKernels.DOUBLES.panels(true).runs(a, rows, at, b, columns, at, sums);
        DoubleKernels.DOUBLES.panels(false).runs(a, rows, at, b, columns, at, plain);
        assertThat(plain).isEqualTo(sums);
        float[] single = new float[sums.length], singlePlain = single.clone();
        FloatKernels.FLOATS.panels(true).runs(floats(a), rows, at, floats(b), columns, at, single);
        FloatKernels.FLOATS.panels(false).runs(floats(a), rows, at, floats(b), columns, at, singlePlain);
        assertThat(singlePlain).isEqualTo(single);
        for (int i = 0, s = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++, s += chains) {
                assertThat(Arrays.stream(sums, s, s + chains).sum())
                        .isCloseTo(Chains.dot(a, rows[i], b, columns[j], length), within(1e-12));
            }
        }
    }

    @Test
    void a_product_on_two_threads_has_the_bits_of_one_thread() {
        int n = 200, threads = Cores.count();
        float[] a = floats(random(new Random(1), n * n)), one = new float[n * n], two = new float[n * n];
        Matrix<float[]> left = new Matrix<>(a, 0, n, 1), right = left.turned();
        try {
            Cores.use(1);
            Panels.multiply(FloatKernels.FLOATS, n, n, n, left, right, new Matrix<>(one, 0, n, 1));
            Cores.use(3);
            Panels.multiply(FloatKernels.FLOATS, n, n, n, left, right, new Matrix<>(two, 0, n, 1));
        } finally {
            Cores.use(threads);
        }
        assertThat(two).isEqualTo(one);
    }

    @Property(tries = 40, seed = "245489")
    void matrix_times_vector_is_the_product_with_one_column(
            @ForAll @IntRange(min = 1, max = 80) int m,
            @ForAll @IntRange(min = 1, max = 300) int k,
            @ForAll boolean turn) {
        double[] a = random(new Random(m + 100L * k), m * k), x = random(new Random(k), k);
        int row = turn ? 1 : k, column = turn ? m : 1;
        double[] y = new double[m], product = new double[m];
        Matrices.mv(m, k, a, 0, row, column, x, 0, y, 0, false);
        Matrices.matmul(m, 1, k, a, 0, row, column, x, 0, 1, 1, product, 0, 1, false);
        assertThat(y).containsExactly(product, within(1e-11));

        float[] fy = new float[m];
        Arrays.fill(fy, 2);
        Matrices.mv(m, k, floats(a), 0, row, column, floats(x), 0, fy, 0, true);
        for (int i = 0; i < m; i++) {
            assertThat(fy[i]).isCloseTo((float) product[i] + 2, within(1e-3f));
        }
    }

    @Test
    void an_operand_outside_its_array_is_refused_before_anything_is_read() {
        assertThatThrownBy(() -> Matrices.matmul(
                        64,
                        64,
                        64,
                        new float[64 * 64 - 1],
                        0,
                        64,
                        1,
                        new float[4096],
                        0,
                        64,
                        1,
                        new float[4096],
                        0,
                        64,
                        false))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("a (64, 64) matrix at 0 with steps 64 and 1 does not lie within 4095 elements");
    }

    @Test
    void an_empty_depth_gives_zeros() {
        float[] c = {1, 2, 3, 4};
        Matrices.matmul(2, 2, 0, new float[0], 0, 0, 1, new float[0], 0, 2, 1, c, 0, 2, false);
        assertThat(c).containsOnly(0);
    }

    static double[] random(Random random, int n) {
        return random.doubles(n, -1, 1).toArray();
    }

    static float[] floats(double[] x) {
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) x[i];
        }
        return out;
    }

    static double[] doubles(float[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i];
        }
        return out;
    }
}
