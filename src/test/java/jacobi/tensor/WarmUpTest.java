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
    void theFirstParametersOfSomeSizeMakeItWorthwhile() {
        AtomicInteger told = new AtomicInteger();
        WarmUp.whenWorthwhile(told::incrementAndGet);

        Tensors.zeros(10, 99).requiresGrad_(true);
        Tensors.zeros(10, 100).requiresGrad_(false);
        assertThat(told).hasValue(0);

        Tensors.zeros(10, 100).requiresGrad_(true);
        assertThat(told).hasValue(1);

        Tensors.zeros(10, 100).requiresGrad_(true);
        assertThat(told).hasValue(1);
    }

    @Test
    void endsAtTheFirstNo() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(WarmUp.train(() -> asked.incrementAndGet() < 3)).isFalse();

        assertThat(asked.get()).isEqualTo(3);
    }
}
