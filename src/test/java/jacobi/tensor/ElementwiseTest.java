package jacobi.tensor;

import static jacobi.tensor.DType.bool;
import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.DType.int32;
import static jacobi.tensor.DType.int64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertNear;
import static jacobi.tensor.Expect.assertTensor;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows E1 to E7: operations element by element, types and broadcasting. */
class ElementwiseTest {
    private final Tensor x = tensor(1.0, 2, 4, 8), two = tensor(2, 2, 2, 2);

    @Test
    @DisplayName("E1: fractions with whole numbers give float32")
    void operators() {
        assertTensor("tensor([ 3.,  4.,  6., 10.])", x.add(two));
        assertTensor("tensor([-1.,  0.,  2.,  6.])", x.sub(two));
        assertTensor("tensor([ 2.,  4.,  8., 16.])", x.mul(two));
        assertTensor("tensor([0.5000, 1.0000, 2.0000, 4.0000])", x.div(two));
        assertTensor("tensor([ 1.,  4., 16., 64.])", x.pow(two));
    }

    @Test
    @DisplayName("E2: comparisons give bool")
    void comparisons() {
        assertTensor("tensor([False,  True, False, False])", x.eq(two));
        assertValues(x.lt(4), 1, 1, 0, 0);
        assertValues(x.ge(tensor(4.0)), 0, 0, 1, 1);
        assertValues(lt(3, x), 0, 0, 1, 1);
        assertTensor("tensor([False,  True])", tensor(true, false).eq(false));
        assertThat(tensor(Double.NaN).eq(tensor(Double.NaN)).isTrue()).isFalse();
        assertThat(x.eq(x).dtype()).isEqualTo(bool);
    }

    @Test
    @DisplayName("E3: what whole numbers become, and what they refuse")
    void wholeNumbers() {
        Tensor n = arange(4);
        assertThat(n.div(n.add(1)).dtype()).isEqualTo(float32);
        assertThat(n.exp().dtype()).isEqualTo(float32);
        assertThat(n.sum().dtype()).isEqualTo(int64);
        assertThat(tensor(true, true, false).sum().item()).isEqualTo(2L);
        assertError(n::mean).hasMessageContaining("torch.int64").hasMessageContaining("to(float32)");
        assertError(n::norm).hasMessageContaining("fractions");
        assertError(() -> n.requiresGrad_(true)).hasMessageContaining("only fractions");
        assertError(() -> n.add_(0.5)).hasMessageContaining("torch.float32").hasMessageContaining("torch.int64");
        assertError(() -> n.div_(2)).hasMessageContaining("cannot be written");
        assertError(() -> n.floorDivide(0)).hasMessageContaining("zero");
        assertError(() -> n.pow(-1)).hasMessageContaining("negative integer powers");
        Tensor m = zeros(int64, 2);
        m.set(3.9, 0);
        assertTensor("tensor([3, 0])", m);
    }

    @Test
    @DisplayName("E3: promotion as PyTorch's; 0-d tensors and Java numbers are weak")
    void promotion() {
        Tensor f = zeros(float32, 2),
                d = zeros(float64, 2),
                i = zeros(int32, 2),
                l = zeros(int64, 2),
                b = zeros(bool, 2);
        assertThat(f.add(d).dtype()).isEqualTo(float64);
        assertThat(l.add(f).dtype()).isEqualTo(float32);
        assertThat(i.add(l).dtype()).isEqualTo(int64);
        assertThat(b.add(i).dtype()).isEqualTo(int32);
        assertThat(b.add(b).dtype()).isEqualTo(bool);
        assertThat(f.add(tensor(1.0, 2).to(float64).get(0)).dtype()).isEqualTo(float32);
        assertThat(i.add(tensor(1)).dtype()).isEqualTo(int32);
        assertThat(i.add(tensor(1.5)).dtype()).isEqualTo(float32);
        assertThat(i.add(1).dtype()).isEqualTo(int32);
        assertThat(b.add(1).dtype()).isEqualTo(int64);
        assertThat(l.mul(0.5).dtype()).isEqualTo(float32);
        assertThat(f.mul(0.5).dtype()).isEqualTo(float32);
        assertThat(d.mul(2).dtype()).isEqualTo(float64);
        assertThat(i.div(i.add(1)).dtype()).isEqualTo(float32);
    }

    @Test
    @DisplayName("E4: functions agree with Java's, and with each other")
    void functions() {
        Tensor t = tensor(new double[] {-1.5, -0.2, 0, 0.7, 3}, float64);
        assertNear(t.sigmoid(), div(1, t.neg().exp().add(1)), 1e-12);
        assertNear(t.tanh(), t.sinh().div(t.cosh()), 1e-12);
        assertValues(t.relu(), 0, 0, 0, 0.7, 3);
        assertNear(t.sin().square().add(t.cos().square()), ones(float64, 5), 1e-12);
        assertNear(t.exp().log(), t, 1e-12);
        for (double exponent : new double[] {-2, -1, 0, 0.5, 1, 2, 3, 4, 2.5}) {
            Tensor p = tensor(new double[] {0.5, 1.5, 2, 9}, float64);
            assertNear(p.pow(exponent), p.log().mul(exponent).exp(), 1e-9 * Math.pow(9, Math.max(0, exponent)));
        }
        assertValues(tensor(-1.5, 2.5, 3.5).round(), -2, 2, 4);
        assertValues(tensor(-1.5, 2.5).trunc(), -1, 2);
        assertValues(tensor(new double[] {8, 0.25}, float64).log2(), 3, -2);
    }

    @Test
    @DisplayName("E4: special functions to 1e-12 at known values")
    void specialFunctions() {
        Tensor t = tensor(new double[] {0.5, 1, 2.5, -1}, float64);
        assertNear(
                t.erf(),
                tensor(
                        new double[] {0.5204998778130465, 0.8427007929497149, 0.999593047982555, -0.8427007929497149},
                        float64),
                1e-14);
        assertThat(tensor(new double[] {5}, float64).erfc().toDouble() / 1.5374597944280349e-12 - 1)
                .isLessThan(1e-12);
        assertNear(
                tensor(new double[] {0.5, 5, 10.5}, float64).lgamma(),
                tensor(new double[] {0.5723649429247001, 3.1780538303479458, 13.940625219403763}, float64),
                1e-12);
        assertNear(
                tensor(new double[] {1, 0.5}, float64).digamma(),
                tensor(new double[] {-0.5772156649015329, -1.9635100260214235}, float64),
                1e-12);
    }

    @Test
    @DisplayName("E4: |a + b| ≤ |a| + |b| and |ab| = |a||b|")
    void absoluteValues() {
        manualSeed(1);
        Tensor a = randn(100), b = randn(100);
        assertThat(a.add(b).abs().le(a.abs().add(b.abs()).add(1e-6)).all().isTrue())
                .isTrue();
        assertThat(a.mul(b).abs().equal(a.abs().mul(b.abs()))).isTrue();
    }

    @Test
    @DisplayName("E5: a tensor of one element is a number")
    void item() {
        Tensor a = tensor(new double[] {3.7});
        assertThat(a.item()).isEqualTo(3.7000000476837158);
        assertThat(a.toInt()).isEqualTo(3);
        assertTensor("tensor([3.7000])", a);
        assertError(() -> x.item()).hasMessageContaining("4").hasMessageContaining("elements");
        assertThat(tensor(true).item()).isEqualTo(1L);
    }

    @Test
    @DisplayName("E6: array() shares memory, tensor(array) copies, a recorded tensor is detached first")
    void arrays() {
        Tensor a = tensor(1.0, 2, 3);
        ((float[]) a.array())[0] = 9;
        assertTensor("tensor([9., 2., 3.])", a);
        double[] mine = {1, 2};
        Tensor copy = tensor(mine), shared = fromArray(mine);
        mine[0] = 5;
        assertValues(copy, 1, 2);
        assertValues(shared, 5, 2);
        assertThat(tensor(new int[][] {{1, 2}, {3, 4}}).tolist()).hasToString("[[1, 2], [3, 4]]");
        assertThat(tensor(true).tolist()).isEqualTo(true);
        a.toDoubleArray()[0] = 0;
        assertValues(a, 9, 2, 3);
        assertError(() -> tensor(1.0, 2).requiresGrad_().array()).hasMessageContaining("detach()");
        assertError(() -> arange(6).reshape(2, 3).T().array()).hasMessageContaining("contiguous()");
    }

    @Test
    @DisplayName("E7: (3, 1) + (1, 2) broadcasts, [3] + [4] is an error")
    void broadcasting() {
        Tensor a = arange(3).reshape(3, 1), b = arange(2).reshape(1, 2);
        assertTensor("tensor([[0, 1],\n        [1, 2],\n        [2, 3]])", a.add(b));
        assertError(() -> ones(3).add(ones(4)))
                .hasMessage("add: shapes (3,) and (4,) do not broadcast: axis 0 is 3 and 4");
        assertError(() -> ones(3, 4).mul(ones(2, 4)))
                .hasMessage("mul: shapes (3, 4) and (2, 4) do not broadcast: axis 0 is 3 and 2");
        assertError(() -> ones(3).add_(ones(2, 3))).hasMessageContaining("does not fit");
        assertThat(zeros(0, 3).add(ones(3)).shape()).hasToString("torch.Size([0, 3])");
    }

    @Test
    @DisplayName("Numbers on the left")
    void numbersOnTheLeft() {
        assertValues(sub(3, x), 2, 1, -1, -5);
        assertValues(div(8, x), 8, 4, 2, 1);
        assertValues(pow(2, tensor(1.0, 2)), 2, 4);
        Tensor g = tensor(1.0, 2).requiresGrad_();
        assertThat(sub(3, g).gradFn().name()).isEqualTo("RsubBackward1");
        assertThat(div(3, g).gradFn().name()).isEqualTo("MulBackward0");
    }

    @Test
    @DisplayName("Remainders take the divisor's or the dividend's sign")
    void remainders() {
        Tensor a = tensor(-7.0, 7, -7, 7), b = tensor(3.0, -3, -3, 3);
        assertValues(a.remainder(b), 2, -2, -1, 1);
        assertValues(a.fmod(b), -1, 1, -1, 1);
        assertValues(a.floorDivide(b), -3, -3, 2, 2);
        assertValues(tensor(-7, 7).remainder(3), 2, 1);
        assertValues(tensor(-7, 7).remainder(-3), -1, -2);
        assertValues(tensor(-7, 7).fmod(3), -1, 1);
    }

    @Test
    @DisplayName("Logic and bits")
    void logic() {
        Tensor a = tensor(true, true, false), b = tensor(true, false, false);
        assertValues(a.logicalAnd(b), 1, 0, 0);
        assertValues(a.logicalOr(b), 1, 1, 0);
        assertValues(a.logicalXor(b), 0, 1, 0);
        assertValues(a.logicalNot(), 0, 0, 1);
        assertValues(tensor(6, 3).bitwiseAnd(5), 4, 1);
        assertValues(tensor(6, 3).bitwiseNot(), -7, -4);
        assertError(() -> x.bitwiseAnd(x)).hasMessageContaining("integers and booleans");
        assertError(() -> a.sub(b)).hasMessageContaining("logicalXor");
        assertError(() -> a.neg()).hasMessageContaining("logicalNot");
    }

    @Test
    @DisplayName("A condition must be one element; the error names any() and all()")
    void truth() {
        assertThat(tensor(2.0).gt(1).isTrue()).isTrue();
        assertError(() -> x.gt(1).isTrue())
                .hasMessageContaining("ambiguous")
                .hasMessageContaining("any()")
                .hasMessageContaining("all()");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("Operations work on every type, and on views in any order")
    void everyType(DType type) {
        Tensor base = tensor(new int[][] {{1, 0, 1}, {0, 1, 1}}, type), view = base.T();
        assertValues(view.add(view), type == bool ? new double[] {1, 0, 0, 1, 1, 1} : new double[] {2, 0, 0, 2, 2, 2});
        assertValues(view.mul(base.T().clone()), 1, 0, 0, 1, 1, 1);
        assertThat(view.add(view).dtype()).isEqualTo(type);
        assertValues(view.eq(1), 1, 0, 0, 1, 1, 1);
        assertThat(view.exp().get(0, 0).toDouble()).isCloseTo(Math.E, org.assertj.core.data.Offset.offset(1e-6));
        assertValues(view.sum(0), 2, 2);
        assertValues(view.get(slice(null, null, 2)), 1, 0, 1, 1);
    }

    @Test
    @DisplayName("0-d and empty tensors pass through every kind of loop")
    void smallest() {
        Tensor none = zeros(0, 3);
        assertThat(none.exp().numel()).isZero();
        assertThat(none.sum().item()).isEqualTo(0.0);
        assertValues(none.sum(0), 0, 0, 0);
        assertThat(none.matmul(ones(3, 2)).shape()).hasToString("torch.Size([0, 2])");
        assertValues(zeros(2, 0).matmul(zeros(0, 2)), 0, 0, 0, 0);
        assertThat(none.T().reshape(-1).numel()).isZero();
        assertError(() -> none.max()).hasMessageContaining("no element");
        assertThat(none.prod().item()).isEqualTo(1.0);
        assertThat(none.mean().toDouble()).isNaN();
        Tensor number = tensor(2.0);
        assertValues(number.sum(0), 2);
        assertValues(number.cumsum(0), 2);
        assertValues(number.softmax(0), 1);
        assertValues(number.sort().values(), 2);
        assertThat(number.argmax().item()).isEqualTo(0L);
        assertThat(number.T().dim()).isZero();
    }
}
