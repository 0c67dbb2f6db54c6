package jacobi.linalg;

import static jacobi.linalg.Linalg.*;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values and gradients that PyTorch computed; record.py beside torch.json wrote them. Rows L4, L6. */
class TorchValuesTest {

    @TestFactory
    Stream<DynamicTest> values_and_gradients_are_those_of_pytorch() throws IOException {
        try (InputStream in = TorchValuesTest.class.getResourceAsStream("torch.json")) {
            JsonNode cases = new ObjectMapper().readTree(in);
            assertThat(cases).hasSizeGreaterThan(60);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(c -> DynamicTest.dynamicTest(
                            c.get("name").asText() + " of "
                                    + c.get("inputs").get(0).get("shape"),
                            () -> check(c)));
        }
    }

    private static void check(JsonNode c) {
        List<Tensor> inputs = new ArrayList<>();
        for (JsonNode x : c.get("inputs")) {
            inputs.add(tensor(x).requiresGrad_(c.has("gradients")));
        }
        Tensor y = apply(c.get("name").asText(), inputs.get(0), inputs.get(inputs.size() - 1));
        Tensor expected = tensor(c.get("value"));
        assertThat(y.shape()).isEqualTo(expected.shape());
        assertThat(y.toDoubleArray()).containsExactly(expected.toDoubleArray(), within(1e-9));
        if (!c.has("gradients")) {
            return;
        }
        Tensor weights = arange(1.0, y.numel() + 1.0, DType.float64).reshape(y.shape());
        y.mul(weights).sum().backward();
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(inputs.get(i).grad().toDoubleArray())
                    .containsExactly(doubles(c.get("gradients").get(i)), within(1e-7));
        }
    }

    private static Tensor apply(String name, Tensor x, Tensor b) {
        if (name.startsWith("matrix norm ")) {
            String order = name.substring(12);
            return order.equals("fro") || order.equals("nuc") ? matrixNorm(x, order) : matrixNorm(x, number(order));
        }
        if (name.startsWith("vector norm ")) {
            return vectorNorm(x, number(name.substring(12)));
        }
        Tensor symmetric = name.matches("eigvalsh|squared eigenvectors|cholesky")
                ? x.add(x.mT()).div(2)
                : x;
        return switch (name) {
            case "inv" -> inv(x);
            case "det" -> det(x);
            case "logabsdet" -> slogdet(x).logabsdet();
            case "sign" -> slogdet(x).sign();
            case "solve" -> solve(x, b);
            case "eigvalsh" -> eigvalsh(symmetric);
            case "squared eigenvectors" -> eigh(symmetric).eigenvectors().square();
            case "svdvals" -> svdvals(x);
            case "squared U" -> svd(x, false).U().square();
            case "squared Vh" -> svd(x, false).Vh().square();
            case "pinv" -> pinv(x);
            case "lstsq" -> lstsq(x, b).solution();
            case "residuals" -> lstsq(x, b).residuals();
            case "cholesky" -> cholesky(symmetric);
            case "Q" -> qr(x).Q();
            case "R" -> qr(x).R();
            case "complete R" -> qr(x, "complete").R();
            case "power 3" -> matrixPower(x, 3);
            case "power -2" -> matrixPower(x, -2);
            case "power 0" -> matrixPower(x, 0);
            case "exp" -> matrixExp(x);
            case "cond" -> cond(x);
            case "rank" -> matrixRank(x).to(DType.float64);
            case "real eigenvalues" -> sort(eigvals(x).real()).values();
            case "imaginary eigenvalues" -> sort(eigvals(x).imag()).values();
            default -> throw new AssertionError("no such operation: " + name);
        };
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("inf", "Infinity"));
    }

    private static Tensor tensor(JsonNode x) {
        int[] shape = new int[x.get("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = x.get("shape").get(i).asInt();
        }
        return fromArray(doubles(x.get("data"))).reshape(shape);
    }

    private static double[] doubles(JsonNode x) {
        double[] out = new double[x.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = x.get(i).asDouble();
        }
        return out;
    }
}
