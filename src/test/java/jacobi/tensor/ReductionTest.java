package jacobi.tensor;

import static jacobi.tensor.DType.bool;
import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.DType.int64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertNear;
import static jacobi.tensor.Expect.assertShape;
import static jacobi.tensor.Expect.assertTensor;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows D1 to D4: sums, means, extremes, order. */
class ReductionTest {
    private final Tensor A = arange(20, float32).reshape(5, 4);

    @Test
    @DisplayName("D1: sums of all, along one axis and along several")
    void sums() {
        assertTensor("tensor(66.)", arange(12, float32).sum());
        assertTensor("tensor(190.)", A.sum());
        assertTensor("tensor(190.)", A.sum(new int[] {0, 1}));
        assertTensor("tensor([40., 45., 50., 55.])", A.sum(0));
        assertTensor("tensor([ 6., 22., 38., 54., 70.])", A.sum(1));
        assertTensor("tensor([ 6., 22., 38., 54., 70.])", A.sum(-1));
        assertError(() -> A.sum(2)).hasMessageContaining("axis 2").hasMessageContaining("-2 to 1");
        assertError(() -> A.sum(new int[] {0, -2})).hasMessageContaining("twice");
    }

    @Test
    @DisplayName("D1: sums over axes that are not neighbours, and of views")
    void sumsOfViews() {
        Tensor Z = arange(24, float64).reshape(2, 3, 4);
        assertValues(Z.sum(new int[] {0, 2}), 60, 92, 124);
        assertValues(Z.sum(1), 12, 15, 18, 21, 48, 51, 54, 57);
        assertValues(Z.T().sum(new int[] {0, 2}), 60, 92, 124);
        assertValues(Z.get(":, 1:, ::2").sum(new int[] {1, 2}), 28, 76);
        assertThat(ones(1).expand(100_000).sum().item()).isEqualTo(100_000.0);
        assertShape(Z.sum(new int[] {0, 2}, true), 1, 3, 1);
    }

    @Test
    @DisplayName("D2: the mean is the sum divided by the number of elements")
    void means() {
        assertTensor("tensor(9.5000)", A.mean());
        assertTensor("tensor(9.5000)", A.sum().div(A.numel()));
        assertTensor("tensor([ 8.,  9., 10., 11.])", A.mean(0));
        assertTensor("tensor([ 8.,  9., 10., 11.])", A.sum(0).div(A.shape().get(0)));
    }

    @Test
    @DisplayName("D3: a sum that keeps its axis divides its matrix")
    void keepdim() {
        Tensor sums = A.sum(1, true);
        assertShape(sums, 5, 1);
        assertTensor("tensor([0.0000, 0.1667, 0.3333, 0.5000])", A.div(sums).get(0));
    }

    @Test
    @DisplayName("D4: running sums and products")
    void running() {
        assertTensor("tensor([40., 45., 50., 55.])", A.cumsum(0).get(-1));
        assertValues(tensor(1, 2, 3, 4).cumprod(0), 1, 2, 6, 24);
        assertThat(tensor(true, true).cumsum(0).dtype()).isEqualTo(int64);
        assertValues(arange(6, float32).reshape(2, 3).T().cumsum(1), 0, 3, 1, 5, 2, 7);
        assertValues(tensor(new boolean[][] {{true, false}, {true, true}}).sum(1), 1, 2);
        assertValues(tensor(new boolean[][] {{true, false}, {true, true}}).sum(0), 2, 1);
    }

    @Test
    @DisplayName("D4: extremes and where they are")
    void extremes() {
        Tensor m = tensor(new double[][] {{3, 9, 1}, {7, 2, 7}});
        assertThat(m.max().item()).isEqualTo(9.0);
        assertThat(m.min().item()).isEqualTo(1.0);
        assertValues(m.max(1).values(), 9, 7);
        assertValues(m.max(1).indices(), 1, 0);
        assertValues(m.min(0).indices(), 0, 1, 0);
        assertThat(m.max(0))
                .hasToString("torch.return_types.max(\nvalues=tensor([7., 9., 7.]),\nindices=tensor([1, 0, 1]))");
        assertShape(m.max(1, true).values(), 2, 1);
        assertThat(m.argmax().item()).isEqualTo(1L);
        assertValues(m.argmin(1), 2, 1);
        assertThat(tensor(1.0, Double.NaN, 3).max().toDouble()).isNaN();
        assertThat(tensor(1.0, Double.NaN, 3).argmax().item()).isEqualTo(1L);
        assertValues(m.amax(0, 1), 9);
        assertValues(m.max(tensor(5.0)), 5, 9, 5, 7, 5, 7);
    }

    @Test
    @DisplayName("D4: product, variance, standard deviation, any, all")
    void others() {
        Tensor x = tensor(new double[] {1, 2, 4}, float64);
        assertThat(x.prod().item()).isEqualTo(8.0);
        assertThat(x.var().toDouble()).isCloseTo(7.0 / 3, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(x.std().toDouble()).isCloseTo(Math.sqrt(7.0 / 3), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(x.var(null, 0, false).toDouble()).isCloseTo(14.0 / 9, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(x.gt(3).any().isTrue()).isTrue();
        assertThat(x.gt(3).all().isTrue()).isFalse();
        assertValues(tensor(new int[][] {{1, 0}, {1, 1}}).all(0), 1, 0);
        assertThat(x.any().dtype()).isEqualTo(bool);
        assertThat(x.countNonzero().item()).isEqualTo(3L);
    }

    @Test
    @DisplayName("topk of many is the beginning of sort, with equal elements and NaN, wherever they are")
    void topOfMany() {
        manualSeed(7);
        for (int n : new int[] {255, 256, 1000, 5003}) {
            for (Tensor x :
                    List.of(randn(n), randint(-9, 9, n).to(float32), arange(n).to(float32), zeros(n))) {
                for (int missing : new int[] {0, 1, 5}) {
                    for (int i = 0; i < missing; i++) {
                        x.set(Double.NaN, (i * 997 + 300) % n);
                    }
                    for (boolean largest : new boolean[] {true, false}) {
                        ValuesIndices all = x.sort(0, largest), first = x.topk(7, 0, largest);
                        assertThat(first.indices().toLongArray())
                                .isEqualTo(all.indices().get(slice(0, 7)).toLongArray());
                        assertThat(first.values().toFloatArray())
                                .isEqualTo(all.values().get(slice(0, 7)).toFloatArray());
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("D4: order: sort, argsort, topk, median, unique, bincount")
    void order() {
        Tensor x = tensor(3.0, 1, 2, 1);
        assertValues(x.sort().values(), 1, 1, 2, 3);
        assertValues(x.sort().indices(), 1, 3, 2, 0);
        assertValues(x.sort(0, true).indices(), 0, 2, 1, 3);
        assertValues(x.argsort(), 1, 3, 2, 0);
        assertValues(x.topk(2).values(), 3, 2);
        assertValues(x.topk(2, 0, false).indices(), 1, 3);
        assertThat(x.median().item()).isEqualTo(1.0);
        assertValues(x.unique(), 1, 2, 3);
        assertValues(tensor(1, 3, 1).bincount(5), 0, 2, 0, 1, 0);
        Tensor m = tensor(new int[][] {{3, 1}, {2, 5}});
        assertValues(m.sort(0, false).values(), 2, 1, 3, 5);
        assertValues(m.sort(0).values(), 2, 1, 3, 5);
        assertValues(m.argsort(0), 1, 0, 0, 1);
        assertValues(m.topk(1, 0).values(), 3, 5);
        assertValues(m.amax(0, true), 3, 5);
        assertThat(m.amin(1, true).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(m.median(1, true).values().shape()).isEqualTo(Shape.of(2, 1));
        assertValues(norm(m.to(float64), 1, 1), 4, 7);
        assertValues(m.T().sort().values(), 2, 3, 1, 5);
        for (DType type : new DType[] {float32, float64, int64, DType.int32}) {
            Tensor t = tensor(new int[] {2, -1, 0, 2, -1, 7}, type);
            assertThat(t.sort().indices().toLongArray()).containsExactly(1, 4, 2, 0, 3, 5);
            assertThat(t.sort(0, true).indices().toLongArray()).containsExactly(5, 0, 3, 2, 1, 4);
        }
        assertThat(tensor(0.0, -0.0, Double.NEGATIVE_INFINITY, Double.NaN)
                        .sort(0, true)
                        .indices()
                        .toLongArray())
                .containsExactly(3, 0, 1, 2);
        assertThat(tensor(2.0, Double.NaN, 1).sort().indices().toLongArray()).containsExactly(2, 0, 1);
        assertError(() -> x.topk(5)).hasMessageContaining("4 elements");
    }

    @Test
    @DisplayName("Running sums and products of many floats are those of doubles, rounded")
    void runningTotals() {
        Tensor x = arange(1003, float64).sin().to(float32),
                factors = x.mul(0.01).add(1);
        assertNear(x.cumsum(0), x.to(float64).cumsum(0).to(float32), 1e-7);
        assertNear(factors.cumprod(0), factors.to(float64).cumprod(0).to(float32), 1e-7);
        assertThat(tensor(1.0, Double.POSITIVE_INFINITY, 2, 0, 3).cumprod(0).toDoubleArray())
                .containsExactly(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
    }

    @Test
    @DisplayName("softmax, its logarithm and logsumexp do not overflow, along any axis")
    void softmaxes() {
        Tensor big = tensor(new double[] {1000, 1000}, float64);
        assertValues(big.softmax(0), 0.5, 0.5);
        assertNear(big.logSoftmax(0), tensor(new double[] {-Math.log(2), -Math.log(2)}, float64), 1e-12);
        assertThat(big.logsumexp(0).toDouble())
                .isCloseTo(1000 + Math.log(2), org.assertj.core.data.Offset.offset(1e-9));
        Tensor m = arange(12, float64).reshape(3, 4).sin();
        assertNear(m.softmax(0), m.exp().div(m.exp().sum(0, true)), 1e-12);
        assertNear(m.T().softmax(1), m.softmax(0).T(), 1e-15);
        Tensor wide = arange(2 * 3 * 70, float64).sin().reshape(2, 3, 70);
        assertNear(wide.softmax(1), wide.transpose(1, 2).softmax(2).transpose(1, 2), 1e-15);
        assertNear(wide.transpose(0, 1).softmax(0), wide.softmax(1).transpose(0, 1), 1e-15);
        assertThat(tensor(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY)
                        .logsumexp(0)
                        .toDouble())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    @DisplayName("L4: norms")
    void norms() {
        Tensor u = tensor(3.0, -4);
        assertTensor("tensor(5.)", norm(u));
        assertTensor("tensor(7.)", abs(u).sum());
        assertTensor("tensor(7.)", u.norm(1));
        assertTensor("tensor(4.)", u.norm(Double.POSITIVE_INFINITY));
        assertTensor("tensor(3.)", u.norm(Double.NEGATIVE_INFINITY));
        assertTensor("tensor(2.)", u.norm(0));
        assertTensor("tensor(6.)", norm(ones(4, 9)));
        assertTensor("tensor(7.0711)", norm(tensor(new double[][] {{3, 0}, {4, 5}})));
        assertThat(u.norm(3).toDouble()).isCloseTo(Math.cbrt(27 + 64), org.assertj.core.data.Offset.offset(1e-6));
        assertValues(tensor(new double[][] {{3, 4}, {6, 8}}).norm(2, 1, false), 5, 10);
        assertThat(norm(u.mul(-2.5)).toDouble()).isEqualTo(2.5 * 5);
    }
}
