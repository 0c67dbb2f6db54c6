package jacobi.tensor;

import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.DType.int64;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.setPrintoptions;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Printing as PyTorch prints. */
class PrintingTest {

    @AfterEach
    void defaults() {
        setPrintoptions(PrintOptions.DEFAULT);
    }

    @TestFactory
    @DisplayName("T10: every recorded print, to the character")
    Stream<DynamicTest> recordedPrints() {
        return StreamSupport.stream(Golden.ALL.get("prints").spliterator(), false)
                .map(print -> DynamicTest.dynamicTest(
                        print.get("name").asText() + " " + print.get("dtype").asText() + " " + print.get("shape"),
                        () -> printsAs(print)));
    }

    private static void printsAs(JsonNode print) {
        Tensor x = Golden.tensor(print, DType.valueOf(print.get("dtype").asText()));
        if (print.get("requires_grad").asBoolean()) {
            x.requiresGrad_(true);
        }
        assertThat(x.toString()).isEqualTo(print.get("text").asText());
    }

    @Test
    @DisplayName("T10: exponents where the range is wide")
    void exponents() {
        assertThat(tensor(1.0, 2, 4, 8).exp()).hasToString("tensor([2.7183e+00, 7.3891e+00, 5.4598e+01, 2.9810e+03])");
    }

    @Test
    @DisplayName("T10: suffixes: grad_fn, requires_grad, dtype, size")
    void suffixes() {
        Tensor x = arange(4.0).requiresGrad_(true);
        assertThat(x).hasToString("tensor([0., 1., 2., 3.], requires_grad=True)");
        assertThat(x.mul(x)).hasToString("tensor([0., 1., 4., 9.], grad_fn=<MulBackward0>)");
        assertThat(tensor(new double[] {1}, float64)).hasToString("tensor([1.], dtype=torch.float64)");
        assertThat(zeros(0, 3)).hasToString("tensor([], size=(0, 3))");
        assertThat(zeros(int64, 0)).hasToString("tensor([], dtype=torch.int64)");
    }

    @Test
    @DisplayName("T5: blocks of three axes are set apart by a blank line")
    void blankLineBetweenBlocks() {
        assertThat(zeros(2, 2, 2)).hasToString("""
            tensor([[[0., 0.],
                     [0., 0.]],

                    [[0., 0.],
                     [0., 0.]]])\
            """);
    }

    @Test
    @DisplayName("A view prints its own elements, a long tensor its ends")
    void viewsAndSummaries() {
        assertThat(arange(6).reshape(2, 3).T()).hasToString("tensor([[0, 3],\n        [1, 4],\n        [2, 5]])");
        assertThat(arange(1001)).hasToString("tensor([   0,    1,    2,  ...,  998,  999, 1000])");
    }

    @Test
    @DisplayName("Decimals are rounded half to even from the exact binary value, as C does")
    void rounding() {
        setPrintoptions(PrintOptions.DEFAULT.withPrecision(2));
        assertThat(tensor(0.125, 0.375, 2.675)).hasToString("tensor([0.12, 0.38, 2.67])");
    }

    @Test
    @DisplayName("setPrintoptions changes digits, ends, width and exponents")
    void options() {
        setPrintoptions(PrintOptions.DEFAULT.withThreshold(5).withEdgeitems(1));
        assertThat(arange(6)).hasToString("tensor([0,  ..., 5])");
        setPrintoptions(PrintOptions.DEFAULT.withSciMode(true).withPrecision(1));
        assertThat(tensor(1.0, 20)).hasToString("tensor([1.0e+00, 2.0e+01])");
        setPrintoptions("full");
        assertThat(zeros(1200).toString()).doesNotContain("...");
        setPrintoptions("short");
        assertThat(tensor(1.0, 0.333)).hasToString("tensor([1.00, 0.33])");
        setPrintoptions(6);
        assertThat(tensor(0.333)).hasToString("tensor(0.333000)");
        setPrintoptions(PrintOptions.DEFAULT.withLinewidth(20));
        assertThat(arange(6, float32)).hasToString("tensor([0., 1., 2.,\n        3., 4., 5.])");
    }
}
