package jacobi.tensor;

import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.randn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void takesItsStepsWithoutTouchingTheSession() {
        manualSeed(7);
        Tensor expected = randn(5);
        manualSeed(7);
        AtomicInteger asked = new AtomicInteger();

        assertThat(WarmUp.train(() -> asked.incrementAndGet() > 0)).isTrue();

        assertThat(asked.get()).isGreaterThan(10);
        assertThat(randn(5).equal(expected)).isTrue();
        assertThat(GradMode.isEnabled()).isTrue();
    }

    @Test
    void parametersOfSomeSizeMakeItWorthwhile() {
        Tensors.zeros(10, 100).requiresGrad_(true);

        assertThat(WarmUp.isWorthwhile()).isTrue();
    }

    @Test
    void endsAtTheFirstNo() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(WarmUp.train(() -> asked.incrementAndGet() < 3)).isFalse();

        assertThat(asked.get()).isEqualTo(3);
    }
}
