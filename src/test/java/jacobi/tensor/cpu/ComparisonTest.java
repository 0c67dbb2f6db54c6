package jacobi.tensor.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int N = 203;
    private final float[] values = {0, -0f, 1, -2, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    private final Random random = new Random(1);

    private float[] some(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = values[random.nextInt(values.length)];
        }
        return x;
    }

    private static boolean holds(Comparison op, double a, double b) {
        return switch (op) {
            case EQ -> a == b;
            case NE -> a != b;
            case LT -> a < b;
            case LE -> a <= b;
        };
    }

    @Test
    void elements_any_steps_apart_are_compared_in_all_types() {
        float[] a = some(3 * N + 9), b = some(3 * N + 9);
        double[] c = new double[a.length], d = new double[a.length];
        long[] e = new long[a.length], f = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i];
            d[i] = b[i];
            e[i] = (long) a[i];
            f[i] = (long) b[i];
        }
        for (Comparison op : Comparison.values()) {
            for (int[] steps : new int[][] {{1, 1}, {1, 0}, {0, 1}, {0, 0}, {2, 1}, {3, 0}, {1, 2}}) {
                boolean[] floats = new boolean[N + 4], doubles = new boolean[N + 4], longs = new boolean[N + 4];
                op.run(a, 5, steps[0], b, 7, steps[1], floats, 3, N);
                op.run(c, 5, steps[0], d, 7, steps[1], doubles, 3, N);
                op.run(e, 5, steps[0], f, 7, steps[1], longs, 3, N);
                for (int i = 0; i < N; i++) {
                    int p = 5 + i * steps[0], q = 7 + i * steps[1];
                    assertThat(floats[3 + i]).isEqualTo(holds(op, a[p], b[q]));
                    assertThat(doubles[3 + i]).isEqualTo(holds(op, a[p], b[q]));
                    assertThat(longs[3 + i]).isEqualTo(holds(op, e[p], f[q]));
                }
                assertThat(floats[2] | floats[N + 3] | doubles[2] | longs[N + 3])
                        .isFalse();
            }
        }
    }

    @Test
    void vectors_compare_doubles_and_whole_numbers_as_plain_loops_do() {
        double[] a = new double[N + 9], b = new double[N + 9];
        long[] c = new long[N + 9], d = new long[N + 9];
        for (int i = 0; i < a.length; i++) {
            a[i] = i % 11 == 0 ? Double.NaN : random.nextInt(3);
            b[i] = random.nextInt(3);
            c[i] = Long.MIN_VALUE + random.nextInt(3);
            d[i] = Long.MIN_VALUE + random.nextInt(3);
        }
        for (Comparison op : Comparison.values()) {
            boolean[] plain = new boolean[N], vectors = new boolean[N];
            op.plain(a, 3, 1, b, 5, 1, plain, 0, N);
            ChoiceLanes.compare(op, a, 3, -1, b, 5, -1, vectors, 0, N);
            assertThat(vectors).isEqualTo(plain);
            op.plain(c, 3, 1, d, 5, 1, plain, 0, N);
            ChoiceLanes.compare(op, c, 3, -1, d, 5, -1, vectors, 0, N);
            assertThat(vectors).isEqualTo(plain).contains(true).contains(false);
            op.plain(c, 3, 0, d, 5, 1, plain, 0, N);
            ChoiceLanes.compare(op, ChoiceLanes.repeated(c[3]), 0, 0, d, 5, -1, vectors, 0, N);
            assertThat(vectors).isEqualTo(plain);
        }
    }

    @Test
    void vectors_compare_and_choose_as_plain_loops_do() {
        float[] a = some(N + 9), b = some(N + 9);
        boolean[] mask = new boolean[N + 2];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextBoolean();
        }
        for (Comparison op : Comparison.values()) {
            boolean[] plain = new boolean[N], vectors = new boolean[N];
            op.plain(a, 3, 1, b, 5, 1, plain, 0, N);
            ChoiceLanes.compare(op, a, 3, -1, b, 5, -1, vectors, 0, N);
            assertThat(vectors).isEqualTo(plain);
            op.plain(a, 3, 1, b, 5, 0, plain, 0, N);
            ChoiceLanes.compare(op, a, 3, -1, ChoiceLanes.repeated(b[5]), 0, 0, vectors, 0, N);
            assertThat(vectors).isEqualTo(plain);
        }
        float[] plain = new float[N], vectors = new float[N];
        Choice.plain(mask, 2, a, 3, 1, b, 5, 1, plain, 0, N);
        ChoiceLanes.choose(mask, 2, a, 3, -1, b, 5, -1, vectors, 0, N);
        assertThat(vectors).isEqualTo(plain);
        Choice.plain(mask, 2, a, 3, 0, b, 5, 1, plain, 0, N);
        ChoiceLanes.choose(mask, 2, ChoiceLanes.repeated(a[3]), 0, 0, b, 5, -1, vectors, 0, N);
        assertThat(vectors).isEqualTo(plain);
    }

    @Test
    void extremes_of_columns_are_the_same_with_vectors() {
        float[] x = some(11 * 77 + 2), plain = new float[78], vectors = new float[78];
        Chains.maxColumnsPlainly(x, 2, 0, 11, 77, plain, 1);
        FloatLanes.maxColumns(x, 2, 11, 77, vectors, 1);
        assertThat(vectors).isEqualTo(plain);
        Chains.minColumnsPlainly(x, 2, 0, 11, 77, plain, 1);
        FloatLanes.minColumns(x, 2, 11, 77, vectors, 1);
        assertThat(vectors).isEqualTo(plain);
    }

    @Test
    void scaled_stretches_are_added_alike_with_vectors() {
        float[] x = some(N + 3), plain = some(N + 5), vectors = plain.clone();
        Arithmetic.addScaled(0.3f, x, 3, plain, 5, N);
        FloatLanes.addScaled(0.3f, x, 3, vectors, 5, N);
        assertThat(vectors).isEqualTo(plain);
    }

    @Test
    void powers_of_floats_are_those_of_doubles_rounded() {
        float[] a = new float[N], b = new float[N], out = new float[N];
        for (int i = 0; i < N; i++) {
            a[i] = i < 30 ? values[i % 7] : (float) Math.exp(20 * random.nextGaussian());
            b[i] = i % 3 == 0 ? values[i / 3 % 7] : (float) (4 * random.nextGaussian());
        }
        FloatPowers.pow(a, 0, 1, b, 0, 1, out, 0, N);
        for (int i = 0; i < N; i++) {
            float exact = (float) StrictMath.pow(a[i], b[i]);
            if (exact - exact == 0) {
                assertThat(Math.abs(out[i] - exact)).isLessThanOrEqualTo(Math.ulp(exact));
            } else {
                assertThat(Float.compare(out[i], exact)).isZero();
            }
        }
        FloatPowers.pow(new float[] {2}, 0, 0, new float[] {0, 1, 2, 3, 10, -1}, 0, 1, out, 0, 6);
        assertThat(java.util.Arrays.copyOf(out, 6)).containsExactly(1, 2, 4, 8, 1024, 0.5f);
    }
}
