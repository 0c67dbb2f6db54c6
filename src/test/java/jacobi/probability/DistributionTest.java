package jacobi.probability;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {

    private static Tensor f64(double... values) {
        return values.length == 1 ? tensor(values[0], float64) : tensor(values, float64);
    }

    /** The distribution, a value, PyTorch's log_prob of it, the cdf there. */
    static Stream<Arguments> recorded() {
        return Stream.of(
                Arguments.of(new Normal(f64(1.5), f64(2)), 0.3, -1.792085713764618, 0.2742531177500736),
                Arguments.of(new Uniform(f64(-1), f64(3)), 0.3, -1.3862943611198906, 0.325),
                Arguments.of(new Exponential(f64(0.7)), 2.0, -1.7566749439387324, 0.7534030360583935),
                Arguments.of(new Beta(f64(2), f64(5)), 0.3, 0.7705248015812898, 0.579825),
                Arguments.of(new Bernoulli(f64(0.3)), 1.0, -1.203972804325936, 1.0),
                Arguments.of(new Binomial(10, f64(0.3)), 4.0, -1.6088333502186707, 0.8497316674),
                Arguments.of(new Poisson(f64(3.5)), 2.0, -1.6876212435692093, 0.3208471988621),
                Arguments.of(new Categorical(f64(0.2, 0.3, 0.5)), 1.0, -1.2039728043259361, 0.5));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void logarithmsOfProbabilitiesAsPyTorch(Distribution law, double value, double logProb, double cdf) {
        assertThat(law.logProb(f64(value)).toDouble()).isCloseTo(logProb, within(1e-9));
        assertThat(law.cdf(value).toDouble()).isCloseTo(cdf, within(1e-9));
    }

    @Test
    void numbersThatAreNormalTogether() {
        Tensor covariance = tensor(new double[][] {{2, 0.6}, {0.6, 1}}, float64);
        MultivariateNormal law = new MultivariateNormal(f64(1, 2), covariance.requiresGrad_(true));
        Tensor at = tensor(new double[][] {{0.5, 1.5}, {1, 2}}, float64);
        // numpy: -0.5 * ((v - m) @ inv(S) @ (v - m) + log(det(S)) + 2 * log(2 * pi))
        assertThat(law.logProb(at).toDoubleArray())
                .containsExactly(new double[] {-2.2224203092786183, -2.085225187327399}, within(1e-9));
        assertThat(law.batchShape().toString() + law.eventShape()).isEqualTo("torch.Size([])torch.Size([2])");
        law.logProb(at).sum().backward();
        assertThat(covariance.grad().toDoubleArray())
                .containsExactly(
                        new double[] {-0.6023200475907198, 0.3918798334324807, 0.3918798334324807, -1.1284205829863176},
                        within(1e-9));

        manualSeed(3);
        Tensor drawn = law.sample(20_000);
        Tensor away = drawn.sub(drawn.mean(0));
        double[] found = away.T().matmul(away).div(20_000).toDoubleArray();
        assertThat(found).containsExactly(new double[] {2, 0.6, 0.6, 1}, within(0.06));
        assertThat(drawn.mean(0).toDoubleArray()).containsExactly(new double[] {1, 2}, within(0.04));

        assertThatThrownBy(() -> new MultivariateNormal(f64(1, 2), ones(3, 3)))
                .hasMessageContaining("found the shapes torch.Size([2]) and torch.Size([3, 3])");
        assertThatThrownBy(() -> new MultivariateNormal(f64(1, 2), tensor(new double[][] {{1, 0.5}, {0, 1}})))
                .hasMessageContaining("the matrix is symmetric");
        assertThatThrownBy(() -> new MultivariateNormal(f64(1, 2), tensor(new double[][] {{1, 2}, {2, 1}})))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> law.logProb(ones(3))).hasMessageContaining("vectors of 2 numbers");
    }

    static Stream<Univariate> univariate() {
        return Stream.of(
                new Normal(1.5, 2),
                new Uniform(-1, 3),
                new Exponential(0.7),
                new Beta(2, 5),
                new Beta(0.5, 0.5),
                new Bernoulli(0.3),
                new Binomial(10, 0.3),
                new Binomial(1000, 0.01),
                new Poisson(3.5),
                new Poisson(120));
    }

    @ParameterizedTest
    @MethodSource("univariate")
    @DisplayName("B1: samples follow their distribution function (Kolmogorov and Smirnov, a thousand to one)")
    void samplesFollowTheirLaw(Univariate law) {
        manualSeed(42);
        int n = 20_000;
        double[] drawn = law.sample(n).toDoubleArray();
        Arrays.sort(drawn);
        double[] cdf = law.cdf(tensor(drawn, float64)).toDoubleArray();
        double[] left = law.cdf(tensor(Arrays.stream(drawn).map(Math::nextDown).toArray(), float64))
                .toDoubleArray();
        double distance = 0;
        for (int i = 0; i < n; i++) {
            boolean lastOfTies = i == n - 1 || drawn[i + 1] != drawn[i];
            boolean firstOfTies = i == 0 || drawn[i - 1] != drawn[i];
            distance = Math.max(distance, lastOfTies ? Math.abs((i + 1.0) / n - cdf[i]) : 0);
            distance = Math.max(distance, firstOfTies ? Math.abs((double) i / n - left[i]) : 0);
        }
        assertThat(distance).isLessThan(1.95 / Math.sqrt(n));
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double error = Math.sqrt(law.variance().toDouble() / n);
        assertThat(mean).isCloseTo(law.mean().toDouble(), within(4 * error));
    }

    @ParameterizedTest
    @MethodSource("univariate")
    void cdfAndItsInverseAgree(Univariate law) {
        for (double p : new double[] {0.01, 0.3, 0.5, 0.99}) {
            double x = law.icdf(p).toDouble();
            assertThat(law.cdf(x + 1e-4 * Math.max(1, Math.abs(x))).toDouble()).isGreaterThanOrEqualTo(p - 1e-6);
            assertThat(law.cdf(x - 1e-4 * Math.max(1, Math.abs(x))).toDouble()).isLessThanOrEqualTo(p + 1e-6);
        }
    }

    @Test
    @DisplayName("B1: ten throws of a fair die, five hundred times; the estimate converges to 1/6")
    void fairDie() {
        manualSeed(1);
        Tensor counts = new Multinomial(10, ones(6).div(6)).sample(500);
        assertThat(counts.shape().toArray()).containsExactly(500, 6);
        assertThat(counts.sum(1)).hasToString(ones(500).mul(10).toString());
        Tensor estimates = counts.cumsum(0).div(counts.cumsum(0).sum(1, true));
        for (double estimate : estimates.get(-1).toDoubleArray()) {
            assertThat(estimate).isCloseTo(1.0 / 6, within(0.02));
        }
        assertThat(new Multinomial(1, ones(6)).sample().sum().toDouble()).isEqualTo(1);
    }

    @Test
    void seedsRepeatSamples() {
        Multinomial die = new Multinomial(3, 1, 1, 1);
        manualSeed(7);
        double[] first = die.sample(4).toDoubleArray();
        double[] normal = new Normal(0, 1).sample(3).toDoubleArray();
        manualSeed(7);
        assertThat(die.sample(4).toDoubleArray()).isEqualTo(first);
        assertThat(new Normal(0, 1).sample(3).toDoubleArray()).isEqualTo(normal);
    }

    @Test
    void categoriesAndCountsOfSeveralRows() {
        manualSeed(3);
        Categorical rows = new Categorical(tensor(new double[][] {{1, 0, 0}, {0, 0, 2}}));
        assertThat(rows.sample(2)).hasToString("tensor([[0, 2],\n        [0, 2]])");
        assertThat(rows.logProb(tensor(2)).toDoubleArray()).containsExactly(Double.NEGATIVE_INFINITY, 0);
        assertThat(new Multinomial(10, f64(0.2, 0.3, 0.5)).logProb(f64(1, 4, 5)).toDouble())
                .isCloseTo(-2.752198032592048, within(1e-9));
        assertThat(new Multinomial(10, f64(0.2, 0.3, 0.5)).logProb(f64(1, 4, 4)).toDouble())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Multinomial(10, f64(0.2, 0.3, 0.5)).variance().toDoubleArray())
                .containsExactly(new double[] {1.6, 2.1, 2.5}, within(1e-12));
        long twos = Arrays.stream(new Categorical(0.2, 0.3, 0.5).sample(10_000).toLongArray())
                .filter(c -> c == 2)
                .count();
        assertThat(twos).isBetween(4800L, 5200L);
    }

    @Test
    void parametersBroadcastAndLearn() {
        Normal batch = new Normal(tensor(new double[] {0, 10}), tensor(1.0));
        assertThat(batch.sample(3).shape().toArray()).containsExactly(3, 2);
        assertThat(batch).hasToString("Normal(loc: torch.Size([2]), scale: torch.Size([2]))");
        assertThat(new Normal(0, 1)).hasToString("Normal(loc: 0.0, scale: 1.0)");
        Tensor loc = tensor(0.0).requiresGrad_(true);
        new Normal(loc, tensor(1.0))
                .logProb(tensor(new double[] {1, 2, 6}))
                .sum()
                .backward();
        assertThat(loc.grad().toDouble())
                .as("the sum of distances from the mean")
                .isEqualTo(9);
        Tensor p = tensor(0.0).requiresGrad_(true);
        new Bernoulli(p).logProb(0).backward();
        assertThat(p.grad().toDouble()).as("no NaN where a probability is 0").isEqualTo(-1);
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> new Normal(0, 0))
                .hasMessage("Normal: the scale (standard deviation) is above 0; found tensor(0.)");
        assertThatThrownBy(() -> new Bernoulli(1.5)).hasMessageContaining("between 0 and 1; found tensor(1.5000)");
        assertThatThrownBy(() -> new Categorical(0.5, -0.5)).hasMessageContaining("no probability is below 0");
        assertThatThrownBy(() -> new Categorical(0.5, 0.5).logProb(2)).hasMessageContaining("categories are 0 to 1");
        assertThatThrownBy(() -> new Categorical(0.5, 0.5).mean()).hasMessageContaining("names, not amounts");
        assertThatThrownBy(() -> new Multinomial(2, 0.5, 0.5).cdf(1)).hasMessageContaining("Multinomial has no cdf");
        assertThatThrownBy(() -> new Poisson(1).icdf(1.5)).hasMessageContaining("between 0 and 1");
        assertThat(new Exponential(1).logProb(-1).toDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Binomial(3, 0.5).logProb(1.5).toDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
