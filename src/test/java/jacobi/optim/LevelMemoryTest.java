package jacobi.optim;

import static jacobi.tensor.Tensors.randint;
import static jacobi.tensor.Tensors.randn;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.nn.CrossEntropyLoss;
import jacobi.nn.Linear;
import jacobi.nn.ReLU;
import jacobi.nn.Sequential;
import jacobi.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Training keeps nothing of a step: after ten thousand of them no more is held than after one thousand. */
@Tag("soak")
class LevelMemoryTest {
    @Test
    void memory_is_level_over_ten_thousand_steps() {
        Sequential net = new Sequential(new Linear(64, 128), new ReLU(), new Linear(128, 10));
        CrossEntropyLoss loss = new CrossEntropyLoss();
        Tensor x = randn(64, 64), y = randint(0, 10, 64);
        List<Optimizer> all = List.of(new SGD(net.parameters(), 0.01, 0.9), new Adam(net.parameters()));
        long early = 0;
        for (int i = 1; i <= 10_000; i++) {
            Optimizer optimizer = all.get(i % 2);
            optimizer.zeroGrad();
            loss.forward(net.forward(x), y).backward();
            optimizer.step();
            if (i == 1_000) {
                early = held();
            }
        }
        // Classes and what the compiler keeps come and go; a step's tensors are 200 kB.
        assertThat(held() - early).isLessThan(2L << 20);
    }

    private static long held() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
