package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.MatricesTest.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Each loop at lengths on both sides of {@link Arithmetic#SHORT}, away from the ends of its arrays and in place. */
class ArithmeticTest {
    private static final int[] LENGTHS = {0, 1, 5, 63, 64, 200};
    private static final int AT = 3;

    private interface Unary<A> {
        void run(A x, int xAt, A out, int outAt, int n);
    }

    private interface Binary<A> {
        void run(A a, int aAt, A b, int bAt, A out, int outAt, int n);
    }

    private final Random random = new Random(8);

    @Test
    void two_operands() {
        binary(Arithmetic::add, Arithmetic::add, (a, b) -> a + b);
        binary(Arithmetic::sub, Arithmetic::sub, (a, b) -> a - b);
        binary(Arithmetic::mul, Arithmetic::mul, (a, b) -> a * b);
        binary(Arithmetic::div, Arithmetic::div, (a, b) -> a / b);
        binary(Arithmetic::maximum, Arithmetic::maximum, Math::max);
        binary(Arithmetic::minimum, Arithmetic::minimum, Math::min);
        binary(ActivationLoops::reluGrad, ActivationLoops::reluGrad, (g, y) -> y > 0 ? g : 0);
        binary(FloatLanes::reluGrad, DoubleLanes::reluGrad, (g, y) -> y > 0 ? g : 0);
        binary(ActivationLoops::sigmoidGrad, ActivationLoops::sigmoidGrad, (g, y) -> g * y * (1 - y));
        binary(ActivationLoops::tanhGrad, ActivationLoops::tanhGrad, (g, y) -> g * (1 - y * y));
    }

    @Test
    void a_number_on_one_side() {
        unary(
                (x, i, o, j, n) -> Arithmetic.add(x, i, 2f, o, j, n),
                (x, i, o, j, n) -> Arithmetic.add(x, i, 2.0, o, j, n),
                x -> x + 2);
        unary(
                (x, i, o, j, n) -> Arithmetic.sub(x, i, 2f, o, j, n),
                (x, i, o, j, n) -> Arithmetic.sub(x, i, 2.0, o, j, n),
                x -> x - 2);
        unary(
                (x, i, o, j, n) -> Arithmetic.sub(2f, x, i, o, j, n),
                (x, i, o, j, n) -> Arithmetic.sub(2.0, x, i, o, j, n),
                x -> 2 - x);
        unary(
                (x, i, o, j, n) -> Arithmetic.mul(x, i, 3f, o, j, n),
                (x, i, o, j, n) -> Arithmetic.mul(x, i, 3.0, o, j, n),
                x -> x * 3);
        unary(
                (x, i, o, j, n) -> Arithmetic.div(x, i, 4f, o, j, n),
                (x, i, o, j, n) -> Arithmetic.div(x, i, 4.0, o, j, n),
                x -> x / 4);
        unary(
                (x, i, o, j, n) -> Arithmetic.div(4f, x, i, o, j, n),
                (x, i, o, j, n) -> Arithmetic.div(4.0, x, i, o, j, n),
                x -> 4 / x);
        unary(
                (x, i, o, j, n) -> Arithmetic.maximum(x, i, 0.5f, o, j, n),
                (x, i, o, j, n) -> Arithmetic.maximum(x, i, 0.5, o, j, n),
                x -> Math.max(x, 0.5));
        unary(
                (x, i, o, j, n) -> Arithmetic.minimum(x, i, 0.5f, o, j, n),
                (x, i, o, j, n) -> Arithmetic.minimum(x, i, 0.5, o, j, n),
                x -> Math.min(x, 0.5));
    }

    @Test
    void one_operand() {
        unary(Arithmetic::neg, Arithmetic::neg, x -> -x);
        unary(Arithmetic::abs, Arithmetic::abs, Math::abs);
        unary(Arithmetic::square, Arithmetic::square, x -> x * x);
        unary(Arithmetic::sqrt, Arithmetic::sqrt, Math::sqrt);
        unary(ActivationLoops::relu, ActivationLoops::relu, x -> Math.max(x, 0));
    }

    @Test
    void a_multiple_is_added_to_what_is_there() {
        for (int n : LENGTHS) {
            double[] x = operand(n), out = operand(n), expected = out.clone();
            for (int i = AT; i < AT + n; i++) {
                expected[i] += 2.5 * x[i];
            }
            float[] single = floats(out);
            Arithmetic.addScaled(2.5f, floats(x), AT, single, AT, n);
            Arithmetic.addScaled(2.5, x, AT, out, AT, n);
            double[] moved = new double[n + 1];
            Arithmetic.addScaled(2.5, x, AT, moved, 1, n);
            float[] narrow = new float[n + 1];
            Arithmetic.addScaled(2.5f, floats(x), AT, narrow, 1, n);
            for (int i = 0; i < n; i++) {
                assertThat(moved[i + 1]).isEqualTo(2.5 * x[AT + i]);
            }
            for (int i = 0; i < n; i++) {
                assertThat(narrow[i + 1]).isEqualTo(2.5f * (float) x[AT + i]);
            }
            assertThat(out).containsExactly(expected, within(1e-15));
            assertThat(single).containsExactly(floats(expected), within(1e-6f));
        }
    }

    @Test
    void nan_passes_through_and_so_does_its_gradient_at_relu() {
        float[] x = {Float.NaN, -1, 2}, out = new float[3];
        ActivationLoops.relu(x, 0, out, 0, 3);
        assertThat(out).containsExactly(Float.NaN, 0, 2);
        ActivationLoops.reluGrad(new float[] {5, 5, 5}, 0, x, 0, out, 0, 3);
        assertThat(out).containsExactly(5, 0, 5);
    }

    private double[] operand(int n) {
        return random.doubles(n + 2 * AT, -2, 2).toArray();
    }

    private void unary(Unary<float[]> single, Unary<double[]> loop, DoubleUnaryOperator function) {
        binary(
                (a, i, b, j, out, o, n) -> single.run(a, i, out, o, n),
                (a, i, b, j, out, o, n) -> loop.run(a, i, out, o, n),
                (a, b) -> function.applyAsDouble(a));
    }

    private void binary(Binary<float[]> single, Binary<double[]> loop, DoubleBinaryOperator function) {
        for (int n : LENGTHS) {
            double[] a = operand(n),
                    b = operand(n),
                    out = operand(n),
                    expected = out.clone(),
                    inPlace = a.clone(),
                    after = a.clone();
            for (int i = AT; i < AT + n; i++) {
                expected[i] = after[i] = function.applyAsDouble(a[i], b[i]);
            }
            float[] narrow = floats(out);
            single.run(floats(a), AT, floats(b), AT, narrow, AT, n);
            loop.run(a, AT, b, AT, out, AT, n);
            loop.run(inPlace, AT, b, AT, inPlace, AT, n);
            assertThat(out).containsExactly(expected, within(1e-14));
            assertThat(elsewhere(loop, a, b, n))
                    .containsExactly(Arrays.copyOfRange(expected, AT, AT + n), within(1e-14));
            assertThat(narrowElsewhere(single, a, b, n)).containsExactly(Arrays.copyOfRange(narrow, AT, AT + n));
            assertThat(inPlace).containsExactly(after, within(1e-14));
            for (int i = 0; i < out.length; i++) {
                if (Double.isNaN(expected[i])) {
                    assertThat(narrow[i]).isNaN();
                } else {
                    assertThat(narrow[i])
                            .isCloseTo(
                                    (float) expected[i],
                                    within(1e-5f * (1 + 2 * (float) Math.abs(expected[i] * expected[i]))));
                }
            }
        }
    }

    /** The results where every array has an offset of its own. */
    private static double[] elsewhere(Binary<double[]> loop, double[] a, double[] b, int n) {
        double[] second = new double[b.length + 5], out = new double[n + 2];
        System.arraycopy(b, 0, second, 5, b.length);
        loop.run(a, AT, second, AT + 5, out, 1, n);
        assertThat(out[0]).isZero();
        assertThat(out[n + 1]).isZero();
        return Arrays.copyOfRange(out, 1, n + 1);
    }

    private static float[] narrowElsewhere(Binary<float[]> loop, double[] a, double[] b, int n) {
        float[] second = new float[b.length + 5], out = new float[n + 2];
        System.arraycopy(floats(b), 0, second, 5, b.length);
        loop.run(floats(a), AT, second, AT + 5, out, 1, n);
        assertThat(out[0]).isZero();
        assertThat(out[n + 1]).isZero();
        return Arrays.copyOfRange(out, 1, n + 1);
    }
}
