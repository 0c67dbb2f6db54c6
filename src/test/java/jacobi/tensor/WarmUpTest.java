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

        WarmUp.train(() -> asked.incrementAndGet() > 0);

        assertThat(asked.get()).isGreaterThan(10);
        assertThat(randn(5).equal(expected)).isTrue();
        assertThat(GradMode.isEnabled()).isTrue();
    }

    @Test
    void endsAtTheFirstNo() {
        AtomicInteger asked = new AtomicInteger();

        WarmUp.train(() -> asked.incrementAndGet() < 3);

        assertThat(asked.get()).isEqualTo(3);
    }
}
