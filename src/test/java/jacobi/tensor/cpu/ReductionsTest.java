package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.MatricesTest.doubles;
import static jacobi.tensor.cpu.MatricesTest.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReductionsTest {

    @Property(tries = 100, seed = "190056")
    void reductions_of_a_stretch_agree_with_single_steps(
            @ForAll @IntRange(max = 40_000) int n, @ForAll @IntRange(max = 20) int at, @ForAll long seed) {
        double[] x = new Random(seed).doubles(at + n + 5, -1, 1).toArray();
        float[] f = floats(x);
        double sum = 0, squares = 0, max = Double.NEGATIVE_INFINITY, min = Double.POSITIVE_INFINITY, floatSum = 0;
        int argmax = -1;
        for (int i = 0; i < n; i++) {
            double v = x[at + i];
            sum += v;
            squares += v * v;
            floatSum += f[at + i];
            if (v > max) {
                argmax = i;
            }
            max = Math.max(max, v);
            min = Math.min(min, v);
        }
        assertThat(Reductions.sum(x, at, n)).isCloseTo(sum, within(1e-11));
        assertThat(Reductions.sum(f, at, n)).isCloseTo((float) floatSum, within(1e-4f));
        assertThat(Reductions.sumOfSquares(x, at, n)).isCloseTo(squares, within(1e-9));
        assertThat(Reductions.dot(f, at, f, at, n)).isCloseTo((float) squares, within(2e-3f));
        assertThat(Reductions.max(x, at, n)).isEqualTo(max);
        assertThat(Reductions.max(f, at, n)).isEqualTo((float) max);
        assertThat(Reductions.min(x, at, n)).isEqualTo(min);
        assertThat(Reductions.min(f, at, n)).isEqualTo((float) min);
        assertThat(Reductions.argmax(x, at, n)).isEqualTo(argmax);
    }

    @Test
    void a_sum_of_ten_million_floats_keeps_its_digits() {
        float[] x = new float[10_000_000];
        Arrays.fill(x, 0.1f);
        assertThat(Reductions.sum(x, 0, x.length)).isCloseTo(1_000_000f, within(0.1f));
    }

    @Property(tries = 50, seed = "197975")
    void vectors_and_plain_loops_give_the_same_bits(@ForAll @IntRange(min = 1, max = 6400) int n) {
        float[] x = floats(new Random(n).doubles(n, -1, 1).toArray());
        float[] vectors = new float[Chains.COUNT], plain = new float[Chains.COUNT];
        FloatLanes.sums(x, 0, n, vectors);
        Chains.plainSums(x, 0, n, plain);
        assertThat(vectors).isEqualTo(plain);
        FloatLanes.dots1(x, 0, 0, x, 0, n, vectors);
        Chains.plainDots(x, 0, x, 0, n, plain);
        assertThat(vectors).isEqualTo(plain);

        double[] y = doubles(x), wide = new double[Chains.COUNT], one = new double[Chains.COUNT];
        DoubleLanes.sums(y, 0, n, wide);
        Chains.plainSums(y, 0, n, one);
        assertThat(wide).isEqualTo(one);
        DoubleLanes.dots1(y, 0, 0, y, 0, n, wide);
        Chains.plainDots(y, 0, y, 0, n, one);
        assertThat(wide).isEqualTo(one);
    }

    @Property(tries = 50, seed = "197976")
    void two_rows_at_a_time_give_the_bits_of_one_after_the_other(@ForAll @IntRange(min = 1, max = 6400) int n) {
        float[] x = floats(new Random(n).doubles(n + 5, -1, 1).toArray());
        float[] together = new float[2 * Chains.COUNT], single = new float[Chains.COUNT];
        FloatLanes.dots2(x, 1, 4, x, 2, n, together);
        FloatLanes.dots1(x, 1, 0, x, 2, n, single);
        assertThat(Arrays.copyOf(together, Chains.COUNT)).isEqualTo(single);
        FloatLanes.dots1(x, 5, 0, x, 2, n, single);
        assertThat(Arrays.copyOfRange(together, Chains.COUNT, 2 * Chains.COUNT)).isEqualTo(single);
    }

    @Test
    void four_columns_at_a_time_give_the_bits_of_one_after_the_other() {
        float[] x = floats(new Random(1).doubles(5 * 100, -1, 1).toArray());
        float[] together = Arrays.copyOf(x, 100), single = together.clone(), lanes = together.clone();
        Chains.addColumns(x, 7, 5, x, 0, 100, together, 3, 90);
        for (int j = 0; j < 5; j++) {
            Arithmetic.addScaled(x[7 + j], x, j * 100, single, 3, 90);
        }
        assertThat(together).isEqualTo(single);
        FloatLanes.addColumns(x, 7, x, 0, 100, lanes, 3, 90);
        Arithmetic.addScaled(x[11], x, 400, lanes, 3, 90);
        assertThat(lanes).isEqualTo(single);
    }

    @Property(tries = 60, seed = "205894")
    void rows_and_columns_of_a_matrix(
            @ForAll @IntRange(max = 1100) int rows, @ForAll @IntRange(max = 150) int columns, @ForAll long seed) {
        double[] x = new Random(seed).doubles(rows * columns + 2, -1, 1).toArray();
        double[] rowSums = new double[rows + 1], columnSums = new double[columns + 1], found = new double[rows + 1];
        double[] largest = new double[columns + 1];
        Arrays.fill(largest, 1, columns + 1, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double v = x[2 + i * columns + j];
                rowSums[1 + i] += v;
                columnSums[1 + j] += v;
                largest[1 + j] = Math.max(largest[1 + j], v);
            }
        }
        Reductions.sumRows(x, 2, rows, columns, found, 1);
        assertThat(found).containsExactly(rowSums, within(1e-11));
        double[] out = new double[columns + 1];
        Reductions.sumColumns(x, 2, rows, columns, out, 1);
        assertThat(out).containsExactly(columnSums, within(1e-10));
        Reductions.maxColumns(x, 2, rows, columns, out, 1);
        assertThat(out).isEqualTo(largest);
        float[] floatOut = new float[columns];
        Reductions.sumColumns(floats(x), 2, rows, columns, floatOut, 0);
        for (int j = 0; j < columns; j++) {
            assertThat(floatOut[j]).isCloseTo((float) columnSums[1 + j], within(1e-4f));
        }
    }

    @Test
    void nan_is_the_largest_and_the_smallest_and_found_first() {
        float[] x = new float[200];
        x[150] = Float.NaN;
        x[3] = Float.POSITIVE_INFINITY;
        assertThat(Reductions.max(x, 0, 200)).isNaN();
        assertThat(Reductions.min(x, 0, 200)).isNaN();
        assertThat(FloatLanes.max(x, 0, 200)).isNaN();
        assertThat(FloatLanes.min(x, 0, 200)).isNaN();
        assertThat(Reductions.argmax(x, 0, 200)).isEqualTo(150);
        assertThat(Reductions.argmax(x, 0, 100)).isEqualTo(3);
        assertThat(FloatLanes.max(x, 0, 100)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void of_nothing() {
        assertThat(Reductions.sum(new float[3], 3, 0)).isZero();
        assertThat(Reductions.max(new double[0], 0, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Reductions.argmax(new double[0], 0, 0)).isEqualTo(-1);
    }

    @Test
    void a_stretch_outside_its_array_is_refused() {
        assertThatThrownBy(() -> Reductions.sum(new float[100], 1, 100)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Exponentials.exp(new float[100], 0, new float[99], 0, 100))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
