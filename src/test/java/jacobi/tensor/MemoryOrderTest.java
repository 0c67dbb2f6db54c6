package jacobi.tensor;

import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Permuted tensors, which loops go through in the order of storage, beside copies in the order of their axes. */
class MemoryOrderTest {
    private final Tensor cube = randn(DType.float64, 5, 7, 4);
    private final int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private void same(UnaryOperator<Tensor> f) {
        for (int[] order : orders) {
            Tensor x = cube.permute(order);
            assertThat(f.apply(x).tolist().toString())
                    .isEqualTo(f.apply(x.contiguous()).tolist().toString());
        }
    }

    @Test
    void elementwise_results_are_those_of_copies() {
        same(Tensor::exp);
        same(x -> x.add(x));
        same(x -> x.sub(1));
        same(x -> x.add(x.contiguous()));
        same(x -> x.mul(x.select(0, 1)));
        same(x -> x.to(DType.float32));
        same(x -> x.gt(0));
        same(x -> where(x.gt(0), x, x.neg()));
        same(x -> x.add(x).flatten());
        same(x -> x.exp().transpose(0, 2).sum(1).mul(1e9).round());
    }

    @Test
    void reductions_are_those_of_copies() {
        UnaryOperator<Tensor> rounded = x -> x.mul(1e9).round();
        for (int axis = 0; axis < 3; axis++) {
            int a = axis;
            same(x -> rounded.apply(x.sum(a)));
            same(x -> rounded.apply(x.mean(a, true)));
            same(x -> x.amax(new int[] {a}, true));
            same(x -> x.argmax(a));
            same(x -> x.argmin(a, true));
            same(x -> rounded.apply(x.prod(a)));
        }
        for (int[] axes : List.of(new int[] {0, 2}, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 1, 2})) {
            same(x -> rounded.apply(x.sum(axes)));
            same(x -> x.amin(axes, true));
        }
        same(Tensor::argmax);
        same(x -> x.max(1).values());
        same(x -> x.max(1).indices());
    }

    @Test
    void results_of_operands_laid_out_alike_are_laid_out_so() {
        Tensor a = randn(3, 4).T(), b = randn(3, 4).T();
        assertThat(a.add(b).stride()).containsExactly(1, 4);
        assertThat(a.exp().stride()).containsExactly(1, 4);
        assertThat(a.add(b.contiguous()).stride()).containsExactly(3, 1);
        Tensor c = a.clone();
        c.add_(b);
        a.add_(b);
        assertThat(a.eq(c).all().isTrue()).isTrue();
    }

    @Test
    void gradients_of_transposed_tensors_are_those_of_copies() {
        Tensor x = randn(DType.float64, 6, 5).requiresGrad_(true),
                y = x.detach().clone().requiresGrad_(true);
        x.T().exp().mul(x.T()).sum(0).square().sum().backward();
        y.T().contiguous().exp().mul(y.T().contiguous()).sum(0).square().sum().backward();
        assertThat(x.grad().sub(y.grad()).abs().max().item().doubleValue()).isLessThan(1e-12);
    }

    @Test
    void large_matrices_are_turned_whatever_their_sizes() {
        for (DType type : new DType[] {DType.float32, DType.float64, DType.int64}) {
            Tensor x = arange(2 * 131 * 77).reshape(2, 131, 77).to(type),
                    y = x.transpose(1, 2).contiguous();
            for (int i = 0; i < 77; i += 19) {
                assertThat(y.get(1, i).tolist()).isEqualTo(x.get(1, slice(), i).tolist());
            }
        }
    }

    @Test
    void the_first_few_are_those_of_the_sorted() {
        Tensor x = randint(0, 50, 1000).to(DType.float32);
        x.set(Float.NaN, 17);
        for (int k : new int[] {0, 1, 7, 100, 101, 1000}) {
            ValuesIndices top = x.topk(k), low = x.topk(k, 0, false);
            assertThat(top.indices().tolist())
                    .isEqualTo(x.argsort(0, true).get(slice(0, k)).tolist());
            assertThat(low.indices().tolist())
                    .isEqualTo(x.argsort(0, false).get(slice(0, k)).tolist());
            assertThat(top.values().tolist()).isEqualTo(x.get(top.indices()).tolist());
        }
    }

    @Test
    void triangles_keep_their_side_of_any_diagonal() {
        Tensor x = arange(1, 13).reshape(3, 4), rows = arange(3).reshape(3, 1), columns = arange(4);
        for (int d = -4; d <= 5; d++) {
            Tensor distance = columns.sub(rows);
            assertThat(x.triu(d).tolist())
                    .isEqualTo(
                            where(distance.ge(d), x, zeros(DType.int64, 3, 4)).tolist());
            assertThat(x.tril(d).tolist())
                    .isEqualTo(
                            where(distance.le(d), x, zeros(DType.int64, 3, 4)).tolist());
        }
    }
}
