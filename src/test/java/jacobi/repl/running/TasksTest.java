package jacobi.repl.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class TasksTest {

    @Test
    void aTaskForAPoolKeepsItsExceptionsAndItsOrder() throws Exception {
        Runnable failing = () -> {
            throw new IllegalStateException("in the task");
        };
        assertThatThrownBy(Tasks.bound(failing)::run).hasMessage("in the task");
        Callable<Integer> seven = Tasks.bound(() -> 7);
        assertThat(seven.call()).isEqualTo(7);

        abstract class Sorted implements Runnable, Comparable<Sorted> {}
        Runnable sorted = new Sorted() {
            @Override
            public void run() {}

            @Override
            public int compareTo(Sorted other) {
                return 0;
            }
        };
        assertThat(Tasks.bound(sorted)).isSameAs(sorted);
    }
}
