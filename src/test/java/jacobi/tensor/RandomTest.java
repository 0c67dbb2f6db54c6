package jacobi.tensor;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertShape;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row T6: random tensors. */
class RandomTest {

    @BeforeEach
    void seed() {
        manualSeed(42);
    }

    @Test
    @DisplayName("T6: randn(3, 4) is drawn from N(0, 1); randn() is 0-d")
    void normal() {
        assertShape(randn(3, 4), 3, 4);
        assertThat(randn().dim()).isZero();
        Tensor x = randn(float64, 100_000);
        assertThat(x.mean().toDouble()).isCloseTo(0, offset(0.015));
        assertThat(x.std().toDouble()).isCloseTo(1, offset(0.01));
        assertThat(x.pow(3).mean().toDouble()).isCloseTo(0, offset(0.05));
        assertThat(x.pow(4).mean().toDouble()).isCloseTo(3, offset(0.1));
        assertThat(x.abs().lt(1.959964).to(float64).mean().toDouble()).isCloseTo(0.95, offset(0.005));
        Tensor far = randn(400_000).abs();
        assertThat(far.gt(2.5).sum().toDouble() / 400_000).isCloseTo(0.012419, offset(0.0008));
        assertThat(far.gt(3.442619855899).sum().toDouble() / 400_000).isCloseTo(0.000576, offset(0.00016));
        assertThat(far.max().toDouble()).isBetween(4.2, 6.5);
        Tensor y = Tensors.normal(5, 0.01, 1000, 2);
        assertThat(y.mean().toDouble()).isCloseTo(5, offset(0.002));
        assertShape(Tensors.normal(zeros(3, 1), ones(2)), 3, 2);
    }

    @Test
    @DisplayName("T6: rand, randint, randperm")
    void uniform() {
        Tensor u = rand(10_000);
        assertThat(u.ge(0).all().isTrue() && u.lt(1).all().isTrue()).isTrue();
        assertThat(u.mean().toDouble()).isCloseTo(0.5, offset(0.02));
        Tensor dice = randint(1, 7, 6000);
        for (long faces : dice.bincount(7).get("1:").toLongArray()) {
            assertThat(faces).isBetween(850L, 1150L);
        }
        assertThat(dice.min().item()).isEqualTo(1L);
        assertThat(dice.max().item()).isEqualTo(6L);
        assertThat(randperm(50).sort().values().equal(arange(50))).isTrue();
        assertThat(randperm(50).equal(arange(50))).isFalse();
        assertError(() -> randint(3, 3, 2)).hasMessageContaining("no whole number");
    }

    @Test
    @DisplayName("T6: manualSeed gives the same numbers again, on every platform")
    void seeds() {
        Tensor first = randn(5);
        manualSeed(42);
        assertThat(randn(5).equal(first)).isTrue();
        manualSeed(43);
        assertThat(randn(5).equal(first)).isFalse();
        Generator g = new Generator(0);
        assertThat(g).hasToString("Generator(seed=0)");
        assertThat(g.nextDouble()).isEqualTo(0.2961287401299688);
        assertThat(g.nextGaussian()).isEqualTo(1.7211711273247179);
        assertThat(g.nextLong(10)).isEqualTo(3);
        assertThat(g.nextFloat()).isEqualTo(0.53445274f);
    }

    @Test
    @DisplayName("multinomial draws by weight; without replacement each place once")
    void multinomials() {
        Tensor counts = multinomial(tensor(1.0, 2, 0, 1), 8000, true).bincount(4);
        assertThat(counts.get(2).item()).isEqualTo(0L);
        assertThat(counts.get(1).toDouble() / 8000).isCloseTo(0.5, offset(0.03));
        assertThat(multinomial(ones(5), 5).sort().values().equal(arange(5))).isTrue();
        assertShape(multinomial(ones(2, 3), 4, true), 2, 4);
        assertError(() -> multinomial(tensor(1.0, 0), 2)).hasMessageContaining("without replacement");
        assertError(() -> multinomial(tensor(-1.0, 2), 1)).hasMessageContaining("not negative");
    }

    @Test
    @DisplayName("bernoulli, in-place fills, dropout's mask")
    void others() {
        assertThat(bernoulli(full(new int[] {4000}, 0.25)).mean().toDouble()).isCloseTo(0.25, offset(0.03));
        assertThat(zeros(4000).bernoulli_(0.75).mean().toDouble()).isCloseTo(0.75, offset(0.03));
        assertThat(zeros(4000).exponential_(2).mean().toDouble()).isCloseTo(0.5, offset(0.04));
        assertThat(zeros(100).uniform_(3, 4).ge(3).all().isTrue()).isTrue();
        assertThat(zeros(100).normal_(7, 0).equal(full(new int[] {100}, 7.0))).isTrue();
        Tensor x = ones(4000), d = dropout(x, 0.5, true);
        assertThat(d.mean().toDouble()).isCloseTo(1, offset(0.08));
        assertThat(d.unique().toDoubleArray()).containsExactly(0, 2);
        assertThat(dropout(x, 0.5, false)).isSameAs(x);
        assertError(() -> dropout(x, 1.5, true)).hasMessageContaining("between 0 and 1");
    }
}
