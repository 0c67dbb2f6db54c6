package jacobi.tensor.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WholeNumbersTest {
    private static final long[] A = {1, -2, Long.MAX_VALUE, 4}, B = {9, 5, 7, 1, -3};
    private static final boolean[] P = {false, true, false, true}, Q = {true, false, false, true, true};

    @Test
    void whole_numbers_at_one_offset_and_at_different_ones() {
        long[] out = new long[5];
        WholeNumbers.add(A, 0, B, 0, out, 0, 4);
        assertThat(out).containsExactly(10, 3, Long.MIN_VALUE + 6, 5, 0);
        WholeNumbers.sub(A, 0, B, 0, out, 0, 4);
        assertThat(out).containsExactly(-8, -7, Long.MAX_VALUE - 7, 3, 0);
        WholeNumbers.mul(A, 0, B, 0, out, 0, 2);
        assertThat(out).startsWith(9, -10);
        WholeNumbers.add(A, 2, B, 3, out, 1, 2);
        assertThat(out).startsWith(9, Long.MIN_VALUE, 1);
        WholeNumbers.sub(A, 0, B, 1, out, 0, 2);
        assertThat(out).startsWith(-4, -9);
        WholeNumbers.mul(A, 0, B, 1, out, 0, 2);
        assertThat(out).startsWith(5, -14);
    }

    @Test
    void truth_values_at_one_offset_and_at_different_ones() {
        boolean[] out = new boolean[4];
        WholeNumbers.and(P, 0, Q, 0, out, 0, 4);
        assertThat(out).containsExactly(false, false, false, true);
        WholeNumbers.or(P, 0, Q, 0, out, 0, 4);
        assertThat(out).containsExactly(true, true, false, true);
        WholeNumbers.xor(P, 0, Q, 0, out, 0, 4);
        assertThat(out).containsExactly(true, true, false, false);
        WholeNumbers.and(P, 0, Q, 1, out, 0, 4);
        assertThat(out).containsExactly(false, false, false, true);
        WholeNumbers.or(P, 0, Q, 1, out, 0, 4);
        assertThat(out).containsExactly(false, true, true, true);
        WholeNumbers.xor(P, 0, Q, 1, out, 0, 4);
        assertThat(out).containsExactly(false, true, true, false);
    }

    @Test
    void sums_on_vectors_are_those_of_plain_loops() {
        long[] x = new Random(1).longs(1003).toArray();
        boolean[] b = new boolean[x.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = x[i] % 3 == 0;
        }
        long sum = Arrays.stream(x).skip(2).sum(),
                count = Arrays.stream(x).skip(2).filter(v -> v % 3 == 0).count();
        assertThat(WholeNumbers.sum(x, 2, 1001)).isEqualTo(sum).isEqualTo(WholeNumberLanes.sum(x, 2, 1001));
        assertThat(WholeNumbers.count(b, 2, 1001)).isEqualTo((int) count).isEqualTo(WholeNumberLanes.count(b, 2, 1001));
    }

    @Test
    void a_number_outside_is_found_wherever_it_is() {
        long[] x = new Random(2).longs(67, 0, 10).toArray();
        assertThat(WholeNumbers.areWithin(10, x, 1, 66)).isTrue();
        assertThat(WholeNumberLanes.outside(10, x, 1, 66)).isNotNegative();
        for (int i = 1; i < x.length; i++) {
            long before = x[i];
            for (long outside : new long[] {-1, 10, Long.MIN_VALUE, Long.MAX_VALUE}) {
                x[i] = outside;
                assertThat(WholeNumbers.areWithin(10, x, 1, 66)).isFalse();
                assertThat(WholeNumberLanes.outside(10, x, 1, 66)).isNegative();
            }
            x[i] = before;
        }
        x[0] = -1;
        assertThat(WholeNumberLanes.outside(10, x, 1, 66)).isNotNegative();
    }

    @Test
    void conversions_are_those_of_java() {
        float[] x = {1.9f, -1.9f, 3e10f, Float.NaN};
        int[] ints = new int[4];
        long[] longs = new long[4];
        double[] doubles = new double[4];
        assertThat(Conversions.run(x, 0, ints, 0, 4)).isTrue();
        assertThat(ints).containsExactly(1, -1, Integer.MAX_VALUE, 0);
        assertThat(Conversions.run(x, 0, longs, 0, 4)).isTrue();
        assertThat(longs).containsExactly(1, -1, 30_000_001_024L, 0);
        assertThat(Conversions.run(x, 1, doubles, 2, 2)).isTrue();
        assertThat(doubles).containsExactly(0, 0, -1.9f, 3e10f);
        assertThat(Conversions.run(longs, 0, x, 1, 2)).isTrue();
        assertThat(x).startsWith(1.9f, 1, -1);
        assertThat(Conversions.run(P, 0, longs, 0, 4)).isTrue();
        assertThat(longs).containsExactly(0, 1, 0, 1);
        assertThat(Conversions.run(ints, 0, P, 0, 4)).isFalse();
    }
}
