package jacobi.repl.completion;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.Inspection;
import jacobi.repl.engine.JavaEvaluator;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodByNameTest {

    /** None of these can be called without arguments. */
    @Test
    void aMethodIsDescribedBeforeItsArgumentsAreTyped() {
        try (JavaEvaluator evaluator = new JavaEvaluator(List.of("import static jacobi.display.Displays.*;"))) {
            assertDescribed(evaluator, "Math.abs", "int Math.abs(int");
            assertDescribed(evaluator, "\"text\".repeat", "String.repeat(int");
            assertDescribed(evaluator, "display", "Displays.display(Object");
            assertThat(evaluator.inspect("Math.absent", 11, 0).found()).isFalse();
        }
    }

    private static void assertDescribed(JavaEvaluator evaluator, String name, String signature) {
        Inspection found = evaluator.inspect(name, name.length(), 0);
        assertThat(found.text()).contains(signature);
    }
}
