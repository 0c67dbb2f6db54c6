package jacobi.optim;

import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.randn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.learning.Training;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Poll;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A step of training that is interrupted is made to its end first: no parameter is left behind, none half-way. */
class InterruptedStepTest {
    private static final int MANY = 1 << 18;

    @AfterEach
    void goOn() {
        Poll.with(() -> {});
    }

    private static List<Tensor> parameters() {
        manualSeed(9);
        return List.of(
                randn(MANY).requiresGrad_(true),
                randn(3).requiresGrad_(true),
                randn(MANY).requiresGrad_(true));
    }

    private static void assertWhole(Function<List<Tensor>, Runnable> making) {
        List<Tensor> interrupted = parameters(), undisturbed = parameters();
        Runnable step = making.apply(interrupted), same = making.apply(undisturbed);
        for (int i = 0; i < 3; i++) {
            interrupted.forEach(p -> p.grad(p.detach().mul(0.5)));
            undisturbed.forEach(p -> p.grad(p.detach().mul(0.5)));
            int[] asked = {0};
            Poll.with(() -> {
                asked[0]++;
                throw new CancellationException("stop");
            });
            assertThatThrownBy(step::run).isInstanceOf(CancellationException.class);
            Poll.with(() -> {});
            same.run();
            assertThat(asked[0]).isEqualTo(1);
            for (int k = 0; k < interrupted.size(); k++) {
                assertThat(interrupted.get(k).equal(undisturbed.get(k)))
                        .as("parameter %d after step %d", k, i)
                        .isTrue();
            }
        }
    }

    @Test
    void of_optimisers() {
        assertWhole(p -> new SGD(p, 0.1, 0.9)::step);
        assertWhole(p -> new Adam(p)::step);
        assertWhole(p -> new RMSprop(p, 0.1)::step);
        assertWhole(p -> new Adagrad(p, 0.1)::step);
    }

    @Test
    void by_hand() {
        assertWhole(p -> () -> Training.sgd(p, 0.1, 2));
    }

    @Test
    void what_stops_other_work_stops_it_still() {
        Poll.with(() -> {
            throw new CancellationException("stop");
        });
        int[] begun = {0};
        assertThatThrownBy(() -> Poll.whole(() -> Poll.whole(() -> begun[0]++)))
                .isInstanceOf(CancellationException.class);
        assertThat(begun[0]).isEqualTo(1);
        assertThatThrownBy(() -> randn(4 * MANY).exp()).isInstanceOf(CancellationException.class);
    }
}
