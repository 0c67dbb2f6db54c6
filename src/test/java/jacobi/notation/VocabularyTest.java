package jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.tensor.Tensors;
import java.lang.reflect.Method;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void overloadsComeInAnOrderReflectionHasNoPartIn() {
        Comparator<Method> order = Comparator.comparing(Method::toString);

        assertThat(Vocabulary.methods(Tensors.class, "tensor"))
                .hasSizeGreaterThan(3)
                .isSortedAccordingTo(order);
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
