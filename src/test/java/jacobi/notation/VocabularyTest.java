package jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.tensor.Tensors;
import java.lang.reflect.Method;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(Cells.prelude(), VocabularyTest.class.getClassLoader());

    @Test
    void overloadsComeInAnOrderReflectionHasNoPartIn() {
        Comparator<Method> order = Comparator.comparing(Method::toString);

        assertThat(VOCABULARY.functions("tensor")).hasSizeGreaterThan(3).isSortedAccordingTo(order);
        assertThat(Vocabulary.methods(Tensors.class, "arange"))
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(order);
    }

    @Test
    void pythonsNamesHaveJavasSpelling() {
        assertThat(Vocabulary.camel("requires_grad")).isEqualTo("requiresGrad");
        assertThat(Vocabulary.camel("requires_grad_")).isEqualTo("requiresGrad_");
        assertThat(Vocabulary.camel("_x")).isEqualTo("_x");
        assertThat(Vocabulary.spellings("axis")).containsExactly("axis", "dim", "dims", "axes");
    }
}
