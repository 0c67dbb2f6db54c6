package jacobi.nn;

import static jacobi.tensor.Autograd.grad;
import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.randn;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Normalisations as one operation against the same made of many. */
class FusedNormalizationTest {
    private static Tensor normal(Tensor x, int[] over) {
        return x.sub(x.mean(over, true)).mul(x.var(over, 0, true).add(1e-5).rsqrt());
    }

    private static void assertSame(
            Function<List<Tensor>, Tensor> fused, Function<List<Tensor>, Tensor> composed, List<Tensor> inputs) {
        Tensor y = fused.apply(inputs), z = composed.apply(inputs);
        assertThat(y.sub(z).abs().max().toDouble()).isLessThan(1e-12);
        Tensor weights = arange(y.numel(), float64).cos().reshape(y.shape());
        List<Tensor> one = grad(y.mul(weights).sum(), inputs, true),
                other = grad(z.mul(weights).sum(), inputs, true);
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(one.get(i).sub(other.get(i)).abs().max().toDouble())
                    .as("gradient %d", i)
                    .isLessThan(1e-10);
        }
        List<Tensor> second = grad(one.get(0).square().sum(), inputs.subList(0, 2), false);
        List<Tensor> expected = grad(other.get(0).square().sum(), inputs.subList(0, 2), false);
        for (int i = 0; i < 2; i++) {
            assertThat(second.get(i).sub(expected.get(i)).abs().max().toDouble())
                    .as("second %d", i)
                    .isLessThan(1e-9);
        }
        y = fused.apply(inputs);
        y.backward(weights);
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(inputs.get(i)
                            .grad()
                            .sub(other.get(i).detach())
                            .abs()
                            .max()
                            .toDouble())
                    .isLessThan(1e-10);
        }
    }

    @Test
    void layerNorm() {
        manualSeed(1);
        Tensor x = randn(3, 4, 5).to(float64).requiresGrad_(),
                w = randn(4, 5).to(float64).requiresGrad_();
        Tensor b = randn(4, 5).to(float64).requiresGrad_();
        assertSame(
                t -> Functional.layerNorm(t.get(0), new int[] {4, 5}, t.get(1), t.get(2)),
                t -> normal(t.get(0), new int[] {-1, -2}).mul(t.get(1)).add(t.get(2)),
                List.of(x, w, b));
        assertThat(Functional.layerNorm(x, 1).gradFn().name()).isEqualTo("NativeLayerNormBackward0");
    }

    @Test
    void layerNorm_whose_sum_is_wanted() {
        manualSeed(6);
        // Rows of one stretch of sums, and of more.
        for (int columns : new int[] {70, 40_000}) {
            Tensor x = randn(3, columns).to(float64).requiresGrad_(),
                    w = randn(columns).to(float64).requiresGrad_();
            Tensor b = randn(columns).to(float64).requiresGrad_();
            List<Tensor> inputs = List.of(x, w, b);
            List<Tensor> one = grad(Functional.layerNorm(x, 1, w, b).mul(3).sum(), inputs, false);
            List<Tensor> other =
                    grad(normal(x, new int[] {-1}).mul(w).add(b).mul(3).sum(), inputs, false);
            for (int i = 0; i < 3; i++) {
                assertThat(one.get(i).sub(other.get(i)).abs().max().toDouble()).isLessThan(1e-11);
            }
        }
    }

    @Test
    void batchNorm() {
        manualSeed(2);
        Tensor x = randn(4, 3, 5, 4).to(float64).requiresGrad_(),
                w = randn(3).to(float64).requiresGrad_();
        Tensor b = randn(3).to(float64).requiresGrad_();
        assertSame(
                t -> Functional.batchNorm(t.get(0), null, null, t.get(1), t.get(2), true),
                t -> normal(t.get(0), new int[] {0, 2, 3})
                        .mul(t.get(1).reshape(1, 3, 1, 1))
                        .add(t.get(2).reshape(1, 3, 1, 1)),
                List.of(x, w, b));
    }

    @Test
    void gruStep() {
        manualSeed(4);
        Tensor i = randn(3, 12).to(float64).requiresGrad_(),
                h = randn(3, 12).to(float64).requiresGrad_();
        Tensor s = randn(3, 4).to(float64).requiresGrad_();
        assertSame(
                t -> Functional.gruGates(t.get(0), t.get(1), t.get(2)),
                t -> Gates.composed(t.get(0), t.get(1), t.get(2)),
                List.of(i, h, s));
        Tensor tangent = jacobi.tensor.Tensors.ones(3, 12).to(float64);
        for (int which = 0; which < 2; which++) {
            int at = which;
            Tensor fused = jacobi.tensor.Autograd.jvp(
                            x -> Functional.gruGates(at == 0 ? x : i, at == 0 ? h : x, s), at == 0 ? i : h, tangent)
                    .derivative();
            Tensor expected = jacobi.tensor.Autograd.jvp(
                            x -> Gates.composed(at == 0 ? x : i, at == 0 ? h : x, s), at == 0 ? i : h, tangent)
                    .derivative();
            assertThat(fused.sub(expected).abs().max().toDouble()).isLessThan(1e-12);
        }
    }

    @Test
    void lstmStep() {
        manualSeed(5);
        List<Tensor> inputs = List.of(
                randn(3, 16).to(float64).requiresGrad_(),
                randn(3, 16).to(float64).requiresGrad_(),
                randn(3, 4).to(float64).requiresGrad_());
        Function<List<Tensor>, Tensor> fused = t -> Functional.lstmGates(t.get(0), t.get(1), t.get(2));
        Function<List<Tensor>, Tensor> composed = t -> Gates.composedLstm(t.get(0), t.get(1), t.get(2));
        assertThat(fused.apply(inputs).gradFn().name()).isEqualTo("LstmGatesBackward0");
        assertSame(fused, composed, inputs);
        assertThat(inputs.get(0).grad().array())
                .as("one gradient for two, in storage of their own")
                .isNotSameAs(inputs.get(1).grad().array());
        for (int which = 0; which < 3; which++) {
            int at = which;
            Tensor tangent = arange(inputs.get(at).numel(), float64)
                    .sin()
                    .reshape(inputs.get(at).shape());
            Tensor one = along(fused, inputs, at, tangent), other = along(composed, inputs, at, tangent);
            assertThat(one.sub(other).abs().max().toDouble()).isLessThan(1e-12);
        }
    }

    private static Tensor along(Function<List<Tensor>, Tensor> function, List<Tensor> inputs, int at, Tensor tangent) {
        return jacobi.tensor.Autograd.jvp(
                        x -> {
                            List<Tensor> all = new ArrayList<>(inputs);
                            all.set(at, x);
                            return function.apply(all);
                        },
                        inputs.get(at),
                        tangent)
                .derivative();
    }

    @Test
    void floatsOfManyRows() {
        manualSeed(3);
        Tensor x = randn(600, 257).mul(3).add(5).requiresGrad_();
        Tensor y = Functional.layerNorm(x, 1);
        Tensor exact = Functional.layerNorm(x.detach().to(float64), 1);
        assertThat(y.dtype()).isEqualTo(float32);
        assertThat(y.detach().sub(exact).abs().max().toDouble()).isLessThan(1e-5);
    }
}
