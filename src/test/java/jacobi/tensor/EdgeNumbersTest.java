package jacobi.tensor;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.DType.*;
import static jacobi.tensor.Expect.*;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Numbers at the edge: zeros, infinities, NaN, nothing at all; values are PyTorch 1.13's unless a line says otherwise.
 */
class EdgeNumbersTest {
    private static final double INF = Double.POSITIVE_INFINITY, NAN = Double.NaN;
    private static final DType[] FRACTIONS = {float32, float64};

    private static Tensor of(DType type, double... values) {
        return tensor(values, type);
    }

    @Test
    @DisplayName("1 to any power is 1, and so is -1 to an infinite one")
    void powersOfOne() {
        for (DType type : FRACTIONS) {
            assertValues(pow(1, of(type, INF, NAN, -INF)), 1, 1, 1);
            assertValues(pow(-1, of(type, INF, NAN, -INF)), 1, NAN, 1);
            assertValues(
                    of(type, 1, 1, -1, -1, -1, 2, 0, 1).pow(of(type, INF, NAN, INF, -INF, NAN, -INF, 0, -INF)),
                    1,
                    1,
                    1,
                    1,
                    NAN,
                    0,
                    1,
                    1);
            assertValues(of(type, 1, -1, NAN, 2).pow(NAN), 1, NAN, NAN, NAN);
            assertValues(of(type, 1, -1, NAN, INF).pow(0.0), 1, 1, 1, 1);
        }
    }

    @Test
    void log2() {
        assertValues(
                of(float64, INF, -INF, NAN, 0, -1, 1, 2, 5e-324, -0.0, 8).log2(),
                INF,
                NAN,
                NAN,
                -INF,
                NAN,
                0,
                1,
                -1074,
                -INF,
                3);
        assertValues(of(float32, INF, 0, 1024).log2(), INF, -INF, 10);
    }

    @Test
    @DisplayName("The gradient of number ** x has x's precision")
    void gradientOfNumberToThePower() {
        Tensor x = of(float64, 0, 1, 2).requiresGrad_();
        pow(3, x).sum().backward();
        assertThat(x.grad().get(1).toDouble()).isCloseTo(3 * Math.log(3), within(1e-15));
        Tensor y = of(float64, 0, 1, 2).requiresGrad_();
        pow(3.0, y).sum().backward();
        assertThat(y.grad()).hasToString(x.grad().toString());
    }

    @Test
    void retainedGradientsAccumulate() {
        Tensor x = tensor(1.0, 2).requiresGrad_(), y = x.mul(2).retainGrad(), z = y.sum();
        z.backward(null, true);
        z.backward();
        assertValues(y.grad(), 2, 2);
        assertValues(x.grad(), 4, 4);
        y.grad().zero_();
        assertValues(x.grad(), 4, 4);
    }

    @Test
    @DisplayName("A truth value as an index is a mask over a new axis, for reading, writing and gradients")
    void truthAsIndex() {
        Tensor x = arange(3.0).requiresGrad_(), yes = tensor(true), no = tensor(false);
        assertTensor("tensor([[0., 1., 2.]], grad_fn=<IndexBackward0>)", x.get(yes));
        assertTensor("tensor([], size=(0, 3), grad_fn=<IndexBackward0>)", x.get(no));
        x.get(yes).sum().backward();
        assertValues(x.grad(), 1, 1, 1);
        x.get(no).sum().backward();
        assertValues(x.grad(), 1, 1, 1);
        assertValues(x.detach().clone().set(5, yes), 5, 5, 5);
        assertValues(x.detach().clone().set(5, no), 0, 1, 2);
        Tensor m = arange(6.0).reshape(2, 3);
        assertTensor("tensor([[3., 4., 5.]])", m.get(yes, 1));
        assertTensor("tensor([[3., 4., 5.]])", m.get(1, yes));
        assertShape(m.get(slice(), yes), 2, 1, 3);
        assertShape(m.get(slice(), no), 2, 0, 3);
        assertTensor("tensor([[0., 1., 2.],\n        [3., 4., 5.]])", m.get(tensor(0, 1), yes));
        assertTensor("tensor([3.])", tensor(3.0).get(yes));
        assertTensor("tensor([])", tensor(3.0).get(no));
    }

    @Test
    @DisplayName("The median is NaN where a number is, and equal numbers share its gradient")
    void median() {
        for (double[] values : new double[][] {{NAN, 1, 2}, {1, 2, NAN}, {NAN, NAN}}) {
            for (DType type : FRACTIONS) {
                assertValues(of(type, values).median(), NAN);
            }
        }
        assertTensor("""
            torch.return_types.median(
            values=tensor([nan, 2.]),
            indices=tensor([1, 2]))\
            """, tensor(new double[][] {{1, NAN, 2}, {3, 1, 2}}).median(1));
        assertThat(tensor(1, 2, NAN).median(0).indices().item()).isEqualTo(2L);
        assertGradient(x -> x.median(), new double[] {NAN, 1, NAN}, 0.5, 0, 0.5);
        assertGradient(x -> x.median(), new double[] {2, 1, 2, 3}, 0.5, 0, 0.5, 0);
        assertTensor("tensor(nan)", zeros(0).median());
        assertShape(zeros(0, 3).median(1).values(), 0);
        assertError(() -> zeros(0, 3).median(0)).hasMessageContaining("no element to choose from along axis 0");
        // PyTorch gives the smallest whole number.
        assertError(() -> zeros(int64, 0).median()).hasMessageContaining("no element");
    }

    private static void assertTensor(String printed, Object x) {
        assertThat(x).hasToString(printed);
    }

    private static void assertGradient(UnaryOperator<Tensor> f, double[] at, double... gradient) {
        Tensor x = tensor(at).requiresGrad_();
        f.apply(x).sum().backward();
        assertValues(x.grad(), gradient);
    }

    @Test
    void quotientsRoundedDown() {
        double[] a = {5, -5, 0, INF, -INF, NAN, -0.0, 1};
        for (DType type : FRACTIONS) {
            assertValues(of(type, a).floorDivide(INF), 0, -1, 0, NAN, NAN, NAN, -0.0, 0);
            assertValues(of(type, a).floorDivide(-INF), -1, 0, -0.0, NAN, NAN, NAN, 0, -1);
            assertValues(of(type, a).floorDivide(0.0), INF, -INF, NAN, INF, -INF, NAN, NAN, INF);
            assertValues(of(type, a).floorDivide(-2), -3, 2, -0.0, NAN, NAN, NAN, 0, -1);
            assertValues(floorDivide(5.0, of(type, INF, -INF, NAN, 0, -0.0)), 0, -1, NAN, INF, -INF);
            // A tenth is a little more than 1/10 in binary.
            assertValues(of(type, 1, 7, 6).floorDivide(0.1), 9, 69, 59);
            assertValues(of(type, a).remainder(INF), 5, INF, 0, NAN, NAN, NAN, -0.0, 1);
        }
    }

    @Test
    @DisplayName("Values written over a computed tensor cut its gradient, not its history")
    void overwritten() {
        String[] printed = {
            "tensor([0., 0.], grad_fn=<ZeroBackward0>)",
            "tensor([3., 3.], grad_fn=<FillBackward2>)",
            "tensor([5., 6.], grad_fn=<CopyBackwards>)"
        };
        List<UnaryOperator<Tensor>> writings = List.of(y -> y.zero_(), y -> y.fill_(3), y -> y.copy_(tensor(5.0, 6)));
        for (int i = 0; i < printed.length; i++) {
            Tensor x = tensor(1.0, 2).requiresGrad_(), y = writings.get(i).apply(x.mul(2));
            assertTensor(printed[i], y);
            y.sum().backward();
            assertValues(x.grad(), 0, 0);
        }
        Tensor x = tensor(1.0, 2).requiresGrad_(), v = tensor(5.0, 6).requiresGrad_();
        x.mul(2).copy_(v).sum().backward();
        assertValues(v.grad(), 1, 1);
        assertTensor(
                "tensor([3., 4.], grad_fn=<CopyBackwards>)",
                zeros(2).copy_(tensor(3.0, 4).requiresGrad_()));
    }

    @Test
    @DisplayName("First gradients that do not change can be differentiated again")
    void constantGradients() {
        UnaryOperator<Tensor> images = x -> x.reshape(1, 1, 2, 2);
        Tensor divisor = tensor(2.0, 1.5, 0.7, 3).requiresGrad_();
        List<UnaryOperator<Tensor>> functions = List.of(
                Tensor::relu,
                x -> x.leakyRelu(0.1),
                x -> maxPool2d(images.apply(x), 2),
                x -> avgPool2d(images.apply(x), 2));
        for (UnaryOperator<Tensor> f : functions) {
            Tensor x = tensor(1.0, -2, 3, 4).requiresGrad_();
            Tensor g = Autograd.grad(f.apply(x).sum(), x, true);
            assertNear(Autograd.grad(g.sum(), x), zeros(4), 0);
        }
        for (UnaryOperator<Tensor> f : List.<UnaryOperator<Tensor>>of(
                b -> tensor(1.0, -2, 3, 4).fmod(b), b -> tensor(1.0, -2, 3, 4).remainder(b))) {
            Tensor g = Autograd.grad(f.apply(divisor).sum(), divisor, true);
            assertNear(Autograd.grad(g.sum(), divisor), zeros(4), 0);
        }
        Tensor x = tensor(1.0, -2).requiresGrad_();
        assertTensor(
                "tensor([1., 0.], grad_fn=<ThresholdBackwardBackward0>)",
                Autograd.grad(x.relu().sum(), x, true));
        assertTensor(
                "tensor([1.0000, 0.1000], grad_fn=<LeakyReluBackwardBackward0>)",
                Autograd.grad(x.leakyRelu(0.1).sum(), x, true));
    }

    @Test
    @DisplayName("Empty views become arrays wherever they begin")
    void emptyArrays() {
        for (DType type : DType.values()) {
            Tensor e = zeros(type, 4).get("2:").get("2:"), f = zeros(type, 3, 0).get(2);
            for (Tensor x : new Tensor[] {e, f, zeros(type, 2, 3).T().get("3:, 1")}) {
                assertThat(x.toFloatArray()).isEmpty();
                assertThat(x.toDoubleArray()).isEmpty();
                assertThat(x.toLongArray()).isEmpty();
                assertThat(x.toIntArray()).isEmpty();
                assertThat(x.toBooleanArray()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName(
            "Windows that overlap cannot be changed in place, where PyTorch's answer depends on the order of its loop")
    void overlappingWindows() {
        Tensor x = zeros(5), w = x.unfold(0, 3, 1);
        assertError(() -> w.add_(1))
                .hasMessageContaining("appear several times")
                .hasMessageContaining("clone()");
        assertError(() -> w.T().mul_(2)).hasMessageContaining("appear several times");
        assertError(() -> w.set(1, ":")).hasMessageContaining("appear several times");
        assertValues(x, 0, 0, 0, 0, 0);
        w.get(0).add_(1);
        x.unfold(0, 2, 2).add_(1);
        assertValues(x, 2, 2, 2, 1, 0);
        Tensor m = arange(16.0).reshape(4, 4);
        m.diagonal().zero_();
        m.T().get("::2").add_(1);
        assertThat(m.sum().toDouble()).isEqualTo(98);
    }

    @Test
    @DisplayName("digamma and lgamma can be differentiated any number of times")
    void digamma() {
        Tensor x = of(float64, 0.5, 1, 2.5, 3, -0.5).requiresGrad_();
        Tensor first = Autograd.grad(x.digamma().sum(), x, true), second = Autograd.grad(first.sum(), x, true);
        Tensor third = Autograd.grad(second.sum(), x);
        // pi^2 / 2, pi^2 / 6, ...; -14 zeta(3); pi^4.
        assertNear(
                first,
                of(
                        float64,
                        4.934802200544679,
                        1.6449340668482264,
                        0.49035775610023486,
                        0.3949340668482264,
                        8.934802200544679),
                1e-13);
        assertThat(second.get(0).toDouble()).isCloseTo(-16.8287966442343, within(1e-11));
        assertThat(third.get(0).toDouble()).isCloseTo(97.4090910340024, within(1e-11));
        Tensor y = of(float64, 0, -1, INF, -INF, NAN, -1e9 - 0.5).requiresGrad_();
        // At -1 PyTorch's rounding gives 6.6e32.
        assertValues(Autograd.grad(y.digamma().sum(), y), INF, INF, 0, NAN, NAN, Math.PI * Math.PI - 1e-9);
        Tensor z = of(float64, 0.5, 4, -1.5).requiresGrad_();
        assertNear(Autograd.grad(z.lgamma().sum(), z), z.digamma(), 1e-13);
        assertThat(Autograd.gradgradcheck(Tensor::lgamma, z.detach())).isTrue();
    }

    @Test
    void normOfOrderZero() {
        Tensor x = tensor(2.0, 0, 3).requiresGrad_(), y = x.norm(0);
        assertTensor("tensor(2., grad_fn=<NormBackward1>)", y);
        y.backward();
        assertValues(x.grad(), 0, 0, 0);
    }

    @Test
    void logarithmsOfSumsOfWholeNumbers() {
        assertTensor("tensor(2.3133)", tensor(1, 2).logsumexp(0));
        assertTensor("tensor(1.3133)", tensor(true, false).logsumexp(0));
    }

    @Test
    @DisplayName("Of nothing a sum is 0, a norm is 0, and the logarithm of a sum is -inf")
    void empties() {
        for (double p : new double[] {0, 1, 2, 3, INF, -INF, -1, 0.5}) {
            assertTensor("tensor(0.)", zeros(0).norm(p));
            assertTensor("tensor([0., 0., 0.])", zeros(0, 3).norm(p, 0));
            assertTensor("tensor([])", zeros(0, 3).norm(p, 1));
        }
        assertTensor("tensor(-inf)", zeros(0).logsumexp(0));
        assertTensor("tensor([-inf, -inf, -inf])", zeros(0, 3).logsumexp(0));
        assertTensor("tensor([])", zeros(0, 3).logsumexp(1));
        assertTensor("tensor(0.)", sum(tensor(new double[0])));
        assertTensor("tensor(6.)", tensor(1.0, 2, 3).sum(new int[0]));
        assertTensor("tensor(1.)", zeros(0).prod());
        assertTensor("tensor(nan)", zeros(0).mean());
        Tensor x = zeros(0, 3).requiresGrad_();
        x.norm(2, 0).sum().add(x.logsumexp(1).sum()).backward();
        assertShape(x.grad(), 0, 3);
    }

    @Test
    @DisplayName("Whole numbers to negative powers: 1 / base^n in whole numbers, but an error for one exponent for all")
    void negativePowers() {
        assertTensor("tensor([0, 9])", tensor(2, 3).pow(tensor(-1, 2)));
        assertTensor("tensor([0, 4])", pow(2, tensor(-1, 2)));
        assertTensor("tensor([ 1, -1,  1,  0])", tensor(1, -1, -1, 0).pow(tensor(-1, -3, -2, -1)));
        assertTensor("tensor([0.5000, 0.3333])", tensor(2, 3).pow(-1.0));
        assertError(() -> tensor(2, 3).pow(-1)).hasMessageContaining("to(float32)");
    }

    @Test
    @DisplayName("One truth value as a number is 1, as Java's numbers know no truth; isTrue gives the boolean")
    void truthAsNumber() {
        assertThat(tensor(true).item()).isEqualTo(1L);
        assertThat(tensor(true).isTrue()).isTrue();
        assertThat(tensor(false).tolist()).isEqualTo(false);
        assertTensor("tensor([1, 0])", tensor(true, false).square());
        assertTensor("tensor([1, 0])", tensor(true, false).pow(2));
    }

    @Test
    @DisplayName("Signs of zero and NaN")
    void signs() {
        for (DType type : FRACTIONS) {
            for (int n : new int[] {1, 40}) {
                Tensor zero = full(new int[] {n}, -0.0, type), nan = full(new int[] {n}, NAN, type);
                assertValues(zero.sign().get(0), 0);
                assertValues(nan.sign().get(0), 0);
                assertValues(zero.abs().get(n - 1), 0);
                assertValues(zero.sqrt().get(0), -0.0);
                assertValues(zero.add(-0.3).round().get(0), -0.0);
                assertValues(zero.sum(), 0);
                // PyTorch leaves -0, and of maximum(0, -0) the answer depends on the length of the tensor.
                assertValues(zero.relu().get(0), 0);
                assertValues(zero.maximum(0.0).get(n - 1), 0);
                assertValues(nan.relu().get(0), NAN);
                Tensor x = nan.requiresGrad_();
                x.relu().sum().backward();
                assertValues(x.grad().get(n - 1), 1);
            }
        }
        assertGradient(Tensor::relu, new double[] {NAN, -1, 0, 2, INF, -INF, -0.0}, 1, 0, 0, 1, 1, 0, 0);
    }
}
