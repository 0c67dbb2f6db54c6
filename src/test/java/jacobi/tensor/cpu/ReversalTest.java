package jacobi.tensor.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReversalTest {
    private static final int N = 1003;

    @Test
    void the_last_element_comes_first_on_vectors_and_one_by_one() {
        double[] y = new Random(1).doubles(N).toArray();
        float[] x = new float[N], floats = new float[N];
        double[] doubles = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = (float) y[i];
        }
        for (int n : new int[] {0, 1, 63, 64, 500, 1000}) {
            Reversal.copy(x, 1001, floats, 2, n);
            Reversal.copy(y, 1001, doubles, 2, n);
            float[] lanes = new float[N];
            double[] wide = new double[N];
            int done = FloatCopies.reverse(x, 1001, lanes, 2, n), some = DoubleCopies.reverse(y, 1001, wide, 2, n);
            assertThat(done).isBetween(Math.max(0, n - 63), n);
            assertThat(some).isBetween(Math.max(0, n - 63), n);
            for (int i = 0; i < n; i++) {
                assertThat(floats[2 + i]).isEqualTo(x[1001 - i]);
                assertThat(doubles[2 + i]).isEqualTo(y[1001 - i]);
            }
            for (int i = 2; i < N; i++) {
                assertThat(lanes[i]).isEqualTo(i < 2 + done ? x[1003 - i] : 0);
                assertThat(wide[i]).isEqualTo(i < 2 + some ? y[1003 - i] : 0);
            }
            assertThat(floats[2 + n]).isEqualTo(0);
            assertThat(doubles[2 + n]).isEqualTo(0);
        }
    }
}
