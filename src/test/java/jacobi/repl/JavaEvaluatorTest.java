package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cells of one session, as a student runs them. */
class JavaEvaluatorTest {
    private final Evaluator java = new JavaEvaluator(List.of("import java.util.*;"));

    @AfterEach
    void close() {
        java.close();
    }

    @Test
    void theLastExpressionIsTheValue() {
        assertThat(java.evaluate("int x = 2;\nx * 21", 1)).isEqualTo(new Evaluation.Value(42));
        assertThat(java.evaluate("List.of(x)", 2)).isEqualTo(new Evaluation.Value(List.of(2)));
        assertThat(java.evaluate("x = 3;", 3)).isNotInstanceOf(Evaluation.Failure.class);
    }

    @Test
    void aFailureNamesTheException() {
        assertThat(java.evaluate("int[] a = {}; a[3] = 1;", 1))
                .isInstanceOfSatisfying(
                        Evaluation.Failure.class,
                        failure -> assertThat(failure.ename()).isEqualTo("ArrayIndexOutOfBoundsException"));
        assertThat(java.evaluate("int y = \"a\";", 2))
                .isInstanceOfSatisfying(
                        Evaluation.Failure.class,
                        failure -> assertThat(failure.ename()).isEqualTo("CompilationError"));
    }
}
