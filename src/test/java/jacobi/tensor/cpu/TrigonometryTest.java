package jacobi.tensor.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TrigonometryTest {
    private static final int N = 200_000;

    @Test
    void waves_are_within_two_ulp() {
        for (float spread : new float[] {0.01f, 1, 10, 1000, 30_000, 200_000}) {
            accurate(normal(spread));
        }
    }

    @Test
    void so_they_are_near_the_zeros() {
        float[] x = new float[N];
        for (int i = 0; i < N; i++) {
            x[i] = (float) ((i / 5 + 1) * Math.PI / 2) + (i % 5 - 2) * 1e-6f * i;
        }
        accurate(x);
    }

    @Test
    void vectors_and_single_numbers_give_the_same_bits() {
        float[] x = normal(50), vectors = new float[N], single = new float[N];
        x[9] = 1e6f;
        for (int quarters = 0; quarters < 2; quarters++) {
            FloatFunctionLanes.wave(quarters, x, 3, vectors, 3, N - 3);
            Trigonometry.plain(quarters, x, 3, single, 3, N - 3);
            assertThat(vectors).isEqualTo(single);
        }
    }

    @Test
    void special_values_are_those_of_the_jdk() {
        float[] x = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE}, out = new float[6];
        Trigonometry.sin(x, 0, out, 0, 6);
        for (int i = 0; i < 6; i++) {
            assertThat(out[i]).isEqualTo(Float.valueOf((float) StrictMath.sin(x[i])));
        }
        Trigonometry.cos(x, 0, out, 0, 6);
        for (int i = 0; i < 6; i++) {
            assertThat(out[i]).isEqualTo(Float.valueOf((float) StrictMath.cos(x[i])));
        }
    }

    private static void accurate(float[] x) {
        float[] sin = new float[N], cos = new float[N];
        Trigonometry.sin(x, 0, sin, 0, N);
        Trigonometry.cos(x, 0, cos, 0, N);
        for (int i = 0; i < N; i++) {
            near(sin[i], StrictMath.sin(x[i]), "sin " + x[i]);
            near(cos[i], StrictMath.cos(x[i]), "cos " + x[i]);
        }
    }

    private static void near(float found, double expected, String what) {
        if (!(Math.abs(found - expected) <= 2 * Math.ulp((float) expected))) {
            assertThat(found).as(what).isEqualTo((float) expected);
        }
    }

    private static float[] normal(double spread) {
        Random random = new Random(5);
        float[] x = new float[N];
        for (int i = 0; i < N; i++) {
            x[i] = (float) (random.nextGaussian() * spread);
        }
        return x;
    }
}
