package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.MatricesTest.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

    @Property(tries = 40, seed = "221732")
    void rows_sum_to_one_and_logarithms_agree(
            @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 1, max = 90) int columns) {
        Random random = new Random(rows * 100L + columns);
        int n = rows * columns;
        double[] x = random.doubles(n, -5, 5).toArray();
        double[] soft = new double[n], log = new double[n], sums = new double[rows];
        Softmax.softmax(x, 0, soft, 0, rows, columns);
        Softmax.logSoftmax(x, 0, log, 0, rows, columns);
        Reductions.sumRows(soft, 0, rows, columns, sums, 0);
        for (double s : sums) {
            assertThat(s).isCloseTo(1, within(1e-14));
        }
        for (int i = 0; i < n; i++) {
            assertThat(Math.exp(log[i])).isCloseTo(soft[i], within(1e-14));
        }

        float[] single = new float[n];
        Softmax.logSoftmax(floats(x), 0, single, 0, rows, columns);
        assertThat(single).containsExactly(floats(log), within(1e-5f));
    }

    @Property(tries = 40, seed = "221733")
    void columns_are_rows_of_the_transposed_matrix(
            @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 1, max = 90) int columns) {
        double[] x =
                new Random(rows * 100L + columns).doubles(rows * columns, -5, 5).toArray();
        double[] turned = new double[x.length], expected = new double[x.length], found = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            turned[i % columns * rows + i / columns] = x[i];
        }
        Softmax.softmax(turned, 0, turned, 0, columns, rows);
        for (int i = 0; i < x.length; i++) {
            expected[i] = turned[i % columns * rows + i / columns];
        }
        Softmax.softmaxColumns(x, 0, found, 0, rows, columns);
        assertThat(found).containsExactly(expected, within(1e-14));
    }

    @Test
    void large_numbers_do_not_overflow() {
        float[] x = {1000, 1001, Float.NEGATIVE_INFINITY}, out = new float[3];
        Softmax.softmax(x, 0, out, 0, 1, 3);
        assertThat(out).containsExactly(new float[] {0.26894143f, 0.7310586f, 0}, within(1e-6f));
    }
}
