package jacobi.tensor;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.dot;
import static jacobi.tensor.Tensors.stack;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Operations and gradients that PyTorch computed in float64, to 1e-9, with the {@code grad_fn} name of the result. */
class RecordedOperationsTest {

    private interface Op {
        Tensor of(Tensor[] x, JsonNode args);
    }

    /** Operations of another package; its tests run them. */
    private static final List<String> ELSEWHERE = List.of("inv", "det", "solve");

    private static final Map<String, Op> OPS = Map.ofEntries(
            entry("add", (x, a) -> x[0].add(x[1])),
            entry("sub", (x, a) -> x[0].sub(x[1])),
            entry("mul", (x, a) -> x[0].mul(x[1])),
            entry("div", (x, a) -> x[0].div(x[1])),
            entry("pow", (x, a) -> x[0].pow(x[1])),
            entry("maximum", (x, a) -> x[0].maximum(x[1])),
            entry("minimum", (x, a) -> x[0].minimum(x[1])),
            entry("neg", (x, a) -> x[0].neg()),
            entry("exp", (x, a) -> x[0].exp()),
            entry("log", (x, a) -> x[0].log()),
            entry("sqrt", (x, a) -> x[0].sqrt()),
            entry("abs", (x, a) -> x[0].abs()),
            entry("sin", (x, a) -> x[0].sin()),
            entry("cos", (x, a) -> x[0].cos()),
            entry("tan", (x, a) -> x[0].tan()),
            entry("tanh", (x, a) -> x[0].tanh()),
            entry("sigmoid", (x, a) -> x[0].sigmoid()),
            entry("relu", (x, a) -> x[0].relu()),
            entry("square", (x, a) -> x[0].square()),
            entry("reciprocal", (x, a) -> x[0].reciprocal()),
            entry("log1p", (x, a) -> x[0].log1p()),
            entry("expm1", (x, a) -> x[0].expm1()),
            entry("rsqrt", (x, a) -> x[0].rsqrt()),
            entry("sign", (x, a) -> x[0].sign().mul(x[0])),
            entry("pow_scalar", (x, a) -> x[0].pow(a.get("exponent").numberValue())),
            entry("sum", (x, a) -> x[0].sum()),
            entry("mean", (x, a) -> x[0].mean()),
            entry("prod", (x, a) -> x[0].prod()),
            entry("max", (x, a) -> x[0].max()),
            entry("min", (x, a) -> x[0].min()),
            entry("norm", (x, a) -> x[0].norm()),
            entry("norm1", (x, a) -> x[0].norm(1)),
            entry("var", (x, a) -> x[0].var()),
            entry("std", (x, a) -> x[0].std()),
            entry("sum_dim", (x, a) -> x[0].sum(dim(a), keepdim(a))),
            entry("mean_dim", (x, a) -> x[0].mean(dim(a), keepdim(a))),
            entry("amax", (x, a) -> x[0].amax(new int[] {dim(a)}, keepdim(a))),
            entry("cumsum", (x, a) -> x[0].cumsum(dim(a))),
            entry("softmax", (x, a) -> x[0].softmax(dim(a))),
            entry("log_softmax", (x, a) -> x[0].logSoftmax(dim(a))),
            entry("logsumexp", (x, a) -> x[0].logsumexp(dim(a))),
            entry("unsqueeze", (x, a) -> x[0].unsqueeze(dim(a))),
            entry("flip", (x, a) -> x[0].flip(dim(a))),
            entry("sum_dims", (x, a) -> x[0].sum(Golden.ints(a.get("dims")))),
            entry("dot", (x, a) -> x[0].dot(x[1])),
            entry("mv", (x, a) -> x[0].mv(x[1])),
            entry("mm", (x, a) -> x[0].mm(x[1])),
            entry("matmul_1d_2d", (x, a) -> x[0].matmul(x[1])),
            entry("matmul_batched", (x, a) -> x[0].matmul(x[1])),
            entry("matmul_broadcast", (x, a) -> x[0].matmul(x[1])),
            entry("bmm", (x, a) -> x[0].bmm(x[1])),
            entry("outer", (x, a) -> x[0].outer(x[1])),
            entry("t", (x, a) -> x[0].T()),
            entry("transpose", (x, a) -> x[0].transpose(0, 2)),
            entry("permute", (x, a) -> x[0].permute(Golden.ints(a.get("dims")))),
            entry("reshape", (x, a) -> x[0].reshape(Golden.ints(a.get("shape")))),
            entry("flatten", (x, a) -> x[0].flatten()),
            entry("squeeze", (x, a) -> x[0].squeeze()),
            entry("expand", (x, a) -> x[0].expand(Golden.ints(a.get("shape")))),
            entry("diag", (x, a) -> x[0].diag()),
            entry("trace", (x, a) -> x[0].trace()),
            entry("tril", (x, a) -> x[0].tril()),
            entry("triu", (x, a) -> x[0].triu()),
            entry("cat0", (x, a) -> cat(List.of(x), 0)),
            entry("cat1", (x, a) -> cat(List.of(x), 1)),
            entry("stack0", (x, a) -> stack(List.of(x), 0)),
            entry("stack1", (x, a) -> stack(List.of(x), 1)),
            entry("index_row", RecordedOperationsTest::index),
            entry("slice", RecordedOperationsTest::index),
            entry("slice2", RecordedOperationsTest::index),
            entry("step", RecordedOperationsTest::index),
            entry("column", RecordedOperationsTest::index),
            entry("gather_rows", (x, a) -> x[0].get(Golden.ints(a.get("rows")))),
            entry("masked_fill", (x, a) -> x[0].maskedFill(x[0].gt(0), 0)),
            entry("where", (x, a) -> x[0].where(x[0].gt(0), x[1])),
            entry(
                    "clamp",
                    (x, a) ->
                            x[0].clamp(a.get("min").numberValue(), a.get("max").numberValue())),
            entry("composite_tangent", (x, a) -> x[0].pow(2).mul(3).sub(x[0].mul(4))),
            entry("composite_2dot", (x, a) -> dot(x[0], x[0]).mul(2)),
            entry(
                    "composite_lstsq",
                    (x, a) -> x[0].matmul(x[1]).sub(x[2]).pow(2).sum()),
            entry("composite_mlp", (x, a) -> x[0].mm(x[1]).add(x[2]).tanh().mm(x[3])));

    private static int dim(JsonNode args) {
        return args.get("dim").asInt();
    }

    private static boolean keepdim(JsonNode args) {
        return args.get("keepdim").asBoolean();
    }

    private static Tensor index(Tensor[] x, JsonNode args) {
        return x[0].get(args.get("index").asText());
    }

    @TestFactory
    Stream<DynamicTest> valueAndGradients() {
        return StreamSupport.stream(Golden.ALL.get("ops").spliterator(), false)
                .filter(op -> !ELSEWHERE.contains(op.get("op").asText()))
                .map(op -> DynamicTest.dynamicTest(name(op), () -> agrees(op)));
    }

    private static String name(JsonNode op) {
        StringBuilder name =
                new StringBuilder(op.get("op").asText()).append(' ').append(op.get("args"));
        for (JsonNode input : op.get("inputs")) {
            name.append(' ').append(input.get("shape"));
        }
        return name.toString();
    }

    private static void agrees(JsonNode op) {
        Tensor[] inputs = new Tensor[op.get("inputs").size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Golden.tensor(op.get("inputs").get(i), float64).requiresGrad_(true);
        }
        Tensor out = OPS.get(op.get("op").asText()).of(inputs, op.get("args"));
        assertThat(out.gradFn().name()).isEqualTo(op.get("grad_fn").asText());
        near(out.detach(), Golden.tensor(op.get("out"), float64));
        Tensor weight = Tensors.tensor(doubles(op.get("weight")), float64).reshape(out.shape());
        out.backward(weight);
        for (int i = 0; i < inputs.length; i++) {
            Tensor expected = Tensors.tensor(doubles(op.get("grads").get(i)), float64);
            near(inputs[i].grad(), expected.reshape(inputs[i].shape()));
        }
    }

    private static double[] doubles(JsonNode numbers) {
        if (!numbers.isArray()) {
            return new double[] {Golden.number(numbers)};
        }
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Golden.number(numbers.get(i));
        }
        return values;
    }

    private static void near(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double[] a = actual.toDoubleArray(), e = expected.toDoubleArray();
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).isCloseTo(e[i], Offset.offset(1e-9 * Math.max(1, Math.abs(e[i]))));
        }
    }
}
