package jacobi.tensor;

import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.tensor.cpu.Cores;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What large tensors do otherwise than small ones gives the same numbers. */
class LargeTensorsTest {
    private static final int N = 200_003;

    private final int threads = Cores.count();

    @AfterEach
    void as_before() {
        Cores.use(threads);
    }

    @Test
    void several_cores_compute_what_one_does() {
        Tensor x = randn(N), y = randn(N), many = x.to(DType.int64);
        Supplier<Tensor[]> work = () -> new Tensor[] {
            x.add(y),
            x.sin(),
            x.tanh(),
            x.mul(2),
            many.mul(many),
            x.narrow(0, 1, N - 1).sub(y.narrow(0, 0, N - 1))
        };
        Cores.use(1);
        Tensor[] alone = work.get();
        Cores.use(3);
        Tensor[] together = work.get();
        for (int i = 0; i < alone.length; i++) {
            assertThat(equal(alone[i], together[i])).isTrue();
        }
        float[] p = x.toFloatArray(), q = y.toFloatArray(), sum = together[0].toFloatArray();
        for (int i = 0; i < N; i++) {
            assertThat(sum[i]).isEqualTo(p[i] + q[i]);
        }
    }

    @Test
    void operands_in_another_order_are_met_element_by_element() {
        Tensor a = randn(70, 90), b = randn(90, 70), column = randn(70, 1), row = randn(90);
        Tensor[] found = {a.add(b.T()), b.T().mul(a), b.T().sub(b.T()), b.T().add(column), b.T().div(row), b.T().exp()};
        Tensor c = b.T().contiguous();
        Tensor[] expected = {a.add(c), c.mul(a), c.sub(c), c.add(column), c.div(row), c.exp()};
        for (int i = 0; i < found.length; i++) {
            assertThat(equal(found[i], expected[i])).isTrue();
        }
        assertThat(found[0].get(3, 5).item())
                .isEqualTo(a.get(3, 5).add(b.get(5, 3)).item());
        b.T().add_(a);
        assertThat(equal(b, found[0].T())).isTrue();
    }

    @Test
    void rows_picked_by_an_index_give_their_gradients_back() {
        Tensor x = arange(12.0).reshape(4, 3).contiguous().detach().requiresGrad_(true);
        Tensor picked = x.get(tensor(2, 0, 2, -1));
        assertThat(picked.toDoubleArray()).containsExactly(6, 7, 8, 0, 1, 2, 6, 7, 8, 9, 10, 11);
        picked.mul(tensor(new double[][] {{1}, {2}, {3}, {4}})).sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(2, 2, 2, 0, 0, 0, 4, 4, 4, 4, 4, 4);
    }
}
