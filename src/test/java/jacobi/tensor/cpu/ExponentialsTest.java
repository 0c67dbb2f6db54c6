package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.MatricesTest.floats;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExponentialsTest {
    private static final int N = 100_000;

    /** A loop over a stretch, as all of these are. */
    private interface Loop<A> {
        void run(A x, int xAt, A out, int outAt, int n);
    }

    @Test
    void floats_are_within_an_ulp() {
        within(1.0, normal(30), Exponentials::exp, StrictMath::exp);
        within(1.5, normal(30), Exponentials::expm1, StrictMath::expm1);
        within(1.5, normal(0.01), Exponentials::expm1, StrictMath::expm1);
        within(1.0, floats(Arrays.stream(random(20)).map(Math::exp).toArray()), Exponentials::log, StrictMath::log);
        within(1.0, floats(Arrays.stream(random(0.01)).map(Math::exp).toArray()), Exponentials::log, StrictMath::log);
    }

    @Test
    void activations_of_floats_are_within_three_ulp() {
        within(3, normal(5), Exponentials::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)));
        within(3, normal(5), Exponentials::silu, x -> x / (1 + StrictMath.exp(-x)));
        within(3, normal(3), Exponentials::tanh, StrictMath::tanh);
        within(3, normal(0.01), Exponentials::tanh, StrictMath::tanh);
        within(3, normal(0.01), Exponentials::log1p, StrictMath::log1p);
        within(3, floats(Arrays.stream(random(3)).map(Math::abs).toArray()), Exponentials::log1p, StrictMath::log1p);
    }

    @Test
    void angles_are_within_two_ulp_and_the_same_on_vectors() {
        float[] y = normal(3), x = normal(3), out = new float[N], lanes = new float[N];
        y[5] = y[6] = x[6] = 0;
        y[7] = Float.NaN;
        x[8] = Float.NEGATIVE_INFINITY;
        y[9] = -0f;
        Angles.plain(y, 0, x, 0, out, 0, N);
        AngleLanes.atan2(y, 0, x, 0, lanes, 0, N);
        assertThat(lanes).isEqualTo(out);
        for (int i = 0; i < N; i++) {
            double exact = StrictMath.atan2(y[i], x[i]);
            if (exact == exact) {
                assertThat(Math.abs(out[i] - exact)).isLessThanOrEqualTo(2.0 * Math.ulp((float) exact));
            } else {
                assertThat(out[i]).isNaN();
            }
        }
    }

    @Test
    void gelu_and_its_gradient_are_the_same_on_vectors_and_as_exact_as_pytorch() {
        float[] x = normal(3), ones = new float[N], out = new float[N], lanes = new float[N];
        Arrays.fill(ones, 1);
        ErrorFunction.plainGelu(x, 0, out, 0, N);
        int done = ErrorLanes.gelu(x, 0, lanes, 0, N);
        assertThat(Arrays.copyOf(lanes, done)).isEqualTo(Arrays.copyOf(out, done));
        for (int i = 0; i < N; i++) {
            double v = x[i], exact = 0.5 * v * (1 + ErrorFunction.erf(v / Math.sqrt(2)));
            assertThat(Math.abs(out[i] - exact)).isLessThanOrEqualTo(v > 0 ? 3.0 * Math.ulp((float) exact) : 1e-6);
        }
        ErrorFunction.plainGeluGrad(ones, 0, x, 0, out, 0, N);
        ErrorLanes.geluGrad(ones, 0, x, 0, lanes, 0, N);
        assertThat(Arrays.copyOf(lanes, done)).isEqualTo(Arrays.copyOf(out, done));
        for (int i = 0; i < N; i++) {
            double v = x[i], bell = Math.exp(-v * v / 2) / Math.sqrt(2 * Math.PI);
            double exact = 0.5 * (1 + ErrorFunction.erf(v / Math.sqrt(2))) + v * bell;
            assertThat((double) out[i]).isCloseTo(exact, org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void doubles_are_within_an_ulp_of_the_strict_ones() {
        double[] x = random(100), y = Arrays.stream(x).map(Math::exp).toArray();
        near(1, x, Exponentials::exp, StrictMath::exp);
        near(2, x, Exponentials::expm1, StrictMath::expm1);
        near(1, y, Exponentials::log, StrictMath::log);
        near(4, x, Exponentials::tanh, StrictMath::tanh);
    }

    @Test
    void special_values_are_those_of_the_jdk() {
        float[] x = new float[64], out = new float[64];
        float[] special = {
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            0f,
            -0f,
            89f,
            -104f,
            -90f,
            -1f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            1f
        };
        System.arraycopy(special, 0, x, 7, special.length);
        FloatFunctionLanes.exp(x, 0, out, 0, 64);
        for (int i = 0; i < 64; i++) {
            assertThat(out[i]).as("exp " + x[i]).isEqualTo(Float.valueOf((float) StrictMath.exp(x[i])));
        }
        FloatFunctionLanes.log(x, 0, out, 0, 64);
        for (int i = 0; i < 64; i++) {
            assertThat(out[i]).as("log " + x[i]).isEqualTo(Float.valueOf((float) StrictMath.log(x[i])));
        }
        Exponentials.tanh(x, 0, out, 0, 64);
        assertThat(Arrays.copyOfRange(out, 7, 15)).containsExactly(Float.NaN, 1, -1, 0, 0, 1, -1, -1);
        Exponentials.sigmoid(x, 0, out, 0, 64);
        assertThat(Arrays.copyOfRange(out, 7, 12)).containsExactly(Float.NaN, 1, 0, 0.5f, 0.5f);
    }

    /** A function of both types, on vectors and of single numbers. */
    private record Both(
            String name,
            Lanes<float[]> floatLanes,
            FloatFunction floats,
            Lanes<double[]> doubleLanes,
            DoubleUnaryOperator doubles) {

        /** Vectors that begin within the arrays and do not end with them; less than one of them is left over. */
        void sameBits(float[] x, double[] y) {
            float[] vectors = new float[N], single = new float[N];
            int floatEnd = 3 + floatLanes.run(x, 3, vectors, 3, N - 3);
            double[] wide = new double[N], one = new double[N];
            int doubleEnd = 3 + doubleLanes.run(y, 3, wide, 3, N - 3);
            for (int i = 3; i < floatEnd; i++) {
                single[i] = floats.of(x[i]);
            }
            for (int i = 3; i < doubleEnd; i++) {
                one[i] = doubles.applyAsDouble(y[i]);
            }
            assertThat(vectors).as(name + " of floats").isEqualTo(single);
            assertThat(wide).as(name + " of doubles").isEqualTo(one);
            assertThat(Math.min(floatEnd, doubleEnd)).isGreaterThan(N - 64).isLessThanOrEqualTo(N);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A loop on vectors, which tells how many elements it has done. */
    private interface Lanes<A> {
        int run(A x, int xAt, A out, int outAt, int n);
    }

    private interface FloatFunction {
        float of(float x);
    }

    static List<Both> functions() {
        return List.of(
                new Both(
                        "exp",
                        FloatFunctionLanes::exp,
                        FloatFunctions::exp,
                        DoubleFunctionLanes::exp,
                        DoubleFunctions::exp),
                new Both(
                        "expm1",
                        FloatFunctionLanes::expm1,
                        FloatFunctions::expm1,
                        DoubleFunctionLanes::expm1,
                        DoubleFunctions::expm1),
                new Both(
                        "log",
                        FloatFunctionLanes::log,
                        FloatFunctions::log,
                        DoubleFunctionLanes::log,
                        DoubleFunctions::log),
                new Both(
                        "log1p",
                        FloatFunctionLanes::log1p,
                        FloatFunctions::log1p,
                        DoubleFunctionLanes::log1p,
                        DoubleFunctions::log1p),
                new Both(
                        "sigmoid",
                        FloatFunctionLanes::sigmoid,
                        FloatFunctions::sigmoid,
                        DoubleFunctionLanes::sigmoid,
                        DoubleFunctions::sigmoid),
                new Both(
                        "silu",
                        FloatFunctionLanes::silu,
                        FloatFunctions::silu,
                        DoubleFunctionLanes::silu,
                        DoubleFunctions::silu),
                new Both(
                        "tanh",
                        FloatFunctionLanes::tanh,
                        FloatFunctions::tanh,
                        DoubleFunctionLanes::tanh,
                        DoubleFunctions::tanh));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void vectors_and_single_numbers_give_the_same_bits(Both function) {
        function.sameBits(normal(40), random(300));
    }

    /** Blocks of them, with something between that single numbers must see to. */
    @ParameterizedTest
    @MethodSource("functions")
    void what_is_far_out_is_the_same_on_vectors_and_in_single_numbers(Both function) {
        float[] x = normal(3);
        double[] y = random(3);
        for (int i = 0; i < N; i += 2) {
            float far = i % 3 == 0 ? -1e6f : i % 5 == 0 ? 105 : Float.NEGATIVE_INFINITY;
            x[i] = i < N / 2 ? far : -far;
            y[i] = i < N / 2 ? far * 7.2 : -far * 7.2;
        }
        x[1003] = Float.NaN;
        y[1003] = Double.NaN;
        x[2003] = -95;
        y[2003] = -720;
        function.sameBits(x, y);
    }

    private static double[] random(double spread) {
        Random random = new Random(5);
        return random.doubles(N).map(d -> random.nextGaussian() * spread).toArray();
    }

    private static float[] normal(double spread) {
        return floats(random(spread));
    }

    /** Checks a loop against a function in double precision; results that are no normal floats are not compared. */
    private static void within(double ulps, float[] x, Loop<float[]> loop, DoubleUnaryOperator exact) {
        float[] out = new float[x.length];
        loop.run(x, 0, out, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double e = exact.applyAsDouble(x[i]);
            if (Math.abs(e) < Float.MIN_NORMAL || Math.abs(e) > Float.MAX_VALUE) {
                continue;
            }
            double distance = Math.abs(out[i] - e) / Math.ulp((float) e);
            if (!(distance <= ulps)) {
                throw new AssertionError("at " + x[i] + ": " + out[i] + ", exactly " + e + ", " + distance + " ulp");
            }
        }
    }

    private static void near(double ulps, double[] x, Loop<double[]> loop, DoubleUnaryOperator exact) {
        double[] out = new double[x.length];
        loop.run(x, 0, out, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double expected = exact.applyAsDouble(x[i]);
            if (out[i] == expected) {
                continue;
            }
            double distance = Math.abs(out[i] - expected) / Math.ulp(expected);
            if (!(distance <= ulps)) {
                throw new AssertionError(
                        "at " + x[i] + ": " + out[i] + ", exactly " + expected + ", " + distance + " ulp");
            }
        }
    }
}
