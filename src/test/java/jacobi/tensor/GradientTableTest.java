package jacobi.tensor;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.nn.Functional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One row for every differentiable operation: its gradient backward and forward, and the gradient of its gradient,
 * against differences of values; on contiguous inputs and on transposed views, which must give the same. A row named
 * after an operation that works element by element may say its value too, and is then all the test that it needs.
 */
class GradientTableTest {

    /** @param value of each element, from those of the inputs, or null where PyTorch's values are recorded */
    private record Row(Function<List<Tensor>, Tensor> f, ToDoubleFunction<double[]> value, Tensor... inputs) {
        Row(Function<List<Tensor>, Tensor> f, Tensor... inputs) {
            this(f, null, inputs);
        }

        Row valued(ToDoubleFunction<double[]> value) {
            return new Row(f, value, inputs);
        }
    }

    private static final Tensor ANY = wave(0.3, 3, 4),
            OTHER = wave(1.1, 3, 4),
            COLUMN = wave(0.7, 3, 1),
            ROW = wave(2.3, 4);
    private static final Tensor POSITIVE = ANY.abs().add(0.4), UNIT = ANY.mul(0.4), CUBE = wave(0.2, 2, 3, 4);

    /** Numbers that are all different, away from 0 and from each other's corners. */
    private static Tensor wave(double phase, int... shape) {
        Tensor t = arange(0, Shape.of(shape).numel(), 1, float64).mul(1.7).add(phase);
        return t.sin().mul(1.3).add(t.mul(0.013)).reshape(shape);
    }

    private static Row of(UnaryOperator<Tensor> f, Tensor x) {
        return new Row(xs -> f.apply(xs.get(0)), x);
    }

    private static Row of(BinaryOperator<Tensor> f, Tensor a, Tensor b) {
        return new Row(xs -> f.apply(xs.get(0), xs.get(1)), a, b);
    }

    /** The operations whose rows say their values. */
    static Set<String> valued() {
        return rows().entrySet().stream()
                .filter(e -> e.getValue().value != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("add", of(Tensor::add, COLUMN, ROW));
        rows.put("sub", of(Tensor::sub, ANY, ROW));
        rows.put("mul", of(Tensor::mul, COLUMN, ROW));
        rows.put("div", of(Tensor::div, ANY, POSITIVE));
        rows.put("number - x", of(x -> sub(2, x), ANY));
        rows.put("number / x", of(x -> div(2, x), POSITIVE));
        rows.put("number ** x", of(x -> pow(2, x), ANY));
        rows.put("pow", of(Tensor::pow, POSITIVE, ROW));
        rows.put("pow number", of(x -> x.pow(2.5), POSITIVE));
        rows.put("pow 3", of(x -> x.pow(3), ANY));
        rows.put("maximum", of(Tensor::maximum, ANY, ROW));
        rows.put("minimum", of(Tensor::minimum, COLUMN, ROW));
        rows.put("atan2", of(Tensor::atan2, ANY, POSITIVE));
        rows.put("hypot", of(Tensor::hypot, ANY, POSITIVE));
        rows.put("remainder", of(Tensor::remainder, ANY, POSITIVE));
        rows.put("fmod", of(Tensor::fmod, ANY, POSITIVE));
        rows.put("neg", of(Tensor::neg, ANY));
        rows.put("abs", of(Tensor::abs, ANY));
        rows.put("square", of(Tensor::square, ANY));
        rows.put("sign", of(Tensor::sign, ANY));
        rows.put("floor", of(Tensor::floor, ANY));
        rows.put("round", of(Tensor::round, ANY));
        rows.put("exp", of(Tensor::exp, ANY));
        rows.put("expm1", of(Tensor::expm1, ANY));
        rows.put("log", of(Tensor::log, POSITIVE));
        rows.put("log1p", of(Tensor::log1p, POSITIVE));
        rows.put("log2", of(Tensor::log2, POSITIVE));
        rows.put("log10", of(Tensor::log10, POSITIVE));
        rows.put("sqrt", of(Tensor::sqrt, POSITIVE));
        rows.put("rsqrt", of(Tensor::rsqrt, POSITIVE));
        rows.put("reciprocal", of(Tensor::reciprocal, POSITIVE));
        rows.put("sin", of(Tensor::sin, ANY));
        rows.put("cos", of(Tensor::cos, ANY));
        rows.put("tan", of(Tensor::tan, UNIT));
        rows.put("asin", of(Tensor::asin, UNIT));
        rows.put("acos", of(Tensor::acos, UNIT));
        rows.put("atan", of(Tensor::atan, ANY));
        rows.put("sinh", of(Tensor::sinh, ANY));
        rows.put("cosh", of(Tensor::cosh, ANY));
        rows.put("tanh", of(Tensor::tanh, ANY));
        rows.put("sigmoid", of(Tensor::sigmoid, ANY));
        rows.put("softplus", of(Tensor::softplus, ANY));
        rows.put("relu", of(Tensor::relu, ANY));
        rows.put("leakyRelu", of(x -> x.leakyRelu(0.1), ANY));
        rows.put("elu", of(x -> x.elu(1.5), ANY));
        rows.put("silu", of(Tensor::silu, ANY));
        rows.put("gelu", of(Tensor::gelu, ANY));
        rows.put(
                "hardswish",
                of(Functional::hardswish, ANY.mul(3)).valued(x -> x[0] * Math.min(Math.max(x[0] + 3, 0), 6) / 6));
        rows.put("erf", of(Tensor::erf, ANY));
        rows.put("erfc", of(Tensor::erfc, ANY));
        rows.put("clamp", of(x -> x.clamp(-0.5, 0.6), ANY));
        rows.put("sum", of(Tensor::sum, ANY));
        rows.put("sum axes", of(x -> x.sum(new int[] {0, 2}), CUBE));
        rows.put("sum keepdim", of(x -> x.sum(1, true), CUBE));
        rows.put("mean", of(Tensor::mean, ANY));
        rows.put("mean axis", of(x -> x.mean(1), CUBE));
        rows.put("prod", of(Tensor::prod, ANY));
        rows.put("prod axis", of(x -> x.prod(1), ANY));
        rows.put("prod with zeros", of(x -> x.prod(1), ANY.mul(tensor(new double[] {1, 0, 1, 1}, float64))));
        rows.put("var", of(Tensor::var, ANY));
        rows.put("var axis", of(x -> x.var(1), CUBE));
        rows.put("std", of(x -> x.std(0), ANY));
        rows.put("logsumexp", of(x -> x.logsumexp(1), CUBE));
        rows.put("max", of(Tensor::max, ANY));
        rows.put("max axis", of(x -> x.max(1).values(), CUBE));
        rows.put("min axis", of(x -> x.min(0, true).values(), ANY));
        rows.put("amax", of(x -> x.amax(0, 2), CUBE));
        rows.put("median", of(x -> x.median(1).values(), ANY));
        rows.put("cumsum", of(x -> x.cumsum(1), CUBE));
        rows.put("cumprod", of(x -> x.cumprod(1), CUBE));
        rows.put("sort", of(x -> x.sort(0, true).values(), ANY));
        rows.put("topk", of(x -> x.topk(2).values(), ANY));
        rows.put("norm", of(Tensor::norm, ANY));
        rows.put("norm 1", of(x -> x.norm(1), ANY));
        rows.put("norm 3 axis", of(x -> x.norm(3, 1, true), CUBE));
        rows.put("norm infinity", of(x -> x.norm(Double.POSITIVE_INFINITY), ANY));
        rows.put("softmax", of(x -> x.softmax(1), CUBE));
        rows.put("logSoftmax", of(x -> x.logSoftmax(0), ANY));
        rows.put("reshape", of(x -> x.T().reshape(2, 6), ANY));
        rows.put("permute", of(x -> x.permute(2, 0, 1), CUBE));
        rows.put("transpose", of(x -> x.transpose(0, 2), CUBE));
        rows.put("movedim", of(x -> x.movedim(0, 2), CUBE));
        rows.put("movedim of two axes", of(x -> x.movedim(new int[] {0, 2}, new int[] {2, 1}), CUBE));
        rows.put("squeeze", of(x -> x.squeeze(), COLUMN));
        rows.put("expand", of(x -> x.expand(2, 3, 4), COLUMN));
        rows.put("repeat", of(x -> x.repeat(2, 1, 2), ANY));
        rows.put("tile", of(x -> x.tile(3), ANY));
        rows.put("frac", of(x -> x.mul(3).frac(), ANY));
        rows.put("lerp", of((a, b) -> a.lerp(b, 0.3), ANY, ROW));
        rows.put("repeatInterleave", of(x -> x.repeatInterleave(2, 1), ANY));
        rows.put("flip", of(x -> x.flip(0, 1), ANY));
        rows.put("roll", of(x -> x.roll(2, 1), ANY));
        rows.put("tril", of(x -> x.tril(1), ANY));
        rows.put("triu", of(x -> x.triu(), CUBE));
        rows.put("diagonal", of(x -> x.diagonal(1, 2, 1), CUBE));
        rows.put("diag of a matrix", of(x -> x.diag(-1), ANY));
        rows.put("diag of a vector", of(x -> x.diag(2), ROW));
        rows.put("trace", of(Tensor::trace, ANY));
        rows.put("pad", of(x -> x.pad(new int[] {1, -1, 2, 0}, 5), ANY));
        rows.put("unfold axis", of(x -> x.unfold(1, 3, 1), ANY));
        rows.put("get", of(x -> x.get("1:, ::2"), ANY));
        rows.put("get list", of(x -> x.get("[0, 2, 2], 1:"), ANY));
        rows.put("get mask", of(x -> x.get(ANY.gt(0)), ANY));
        rows.put("gather", of(x -> x.gather(0, tensor(new int[][] {{0, 2, 0, 1}})), ANY));
        rows.put(
                "scatter",
                of((a, b) -> a.scatter(1, tensor(new int[][] {{1, 0}, {2, 3}, {0, 1}}), b), ANY, wave(4, 3, 2)));
        rows.put(
                "scatterAdd", of((a, b) -> a.scatterAdd(0, tensor(new int[][] {{1, 0, 1, 1}}), b), ANY, wave(4, 1, 4)));
        rows.put("take", of(x -> x.take(tensor(0, 5, 5)), ANY));
        rows.put("where", of((a, b) -> where(ANY.gt(0), a, b), ANY, ROW));
        rows.put("maskedFill", of(x -> x.maskedFill(ANY.gt(0), 3), ANY));
        rows.put("maskedSelect", of(x -> x.maskedSelect(ANY.gt(0)), ANY));
        rows.put("cat", of((a, b) -> cat(List.of(a, b, a), 1), ANY, COLUMN));
        rows.put("stack", of((a, b) -> stack(List.of(a, b), 1), ANY, OTHER));
        rows.put("split", of(x -> x.split(3, 1).get(1), ANY));
        rows.put("dot", of(Tensor::dot, ROW, wave(9, 4)));
        rows.put("mv", of(Tensor::mv, ANY, ROW));
        rows.put("mm", of((a, b) -> a.mm(b.T()), ANY, OTHER));
        rows.put("bmm", of((a, b) -> a.bmm(b), CUBE, wave(5, 2, 4, 2)));
        rows.put("matmul broadcast", of(Tensor::matmul, wave(6, 2, 1, 2, 3), CUBE.get(slice(), slice(), slice(0, 2))));
        rows.put("matmul vector", of(Tensor::matmul, wave(6, 3), ANY));
        rows.put("outer", of(Tensor::outer, ROW, wave(6, 3)));
        rows.put("einsum", of((a, b) -> einsum("bij,ik->bjk", a, b), CUBE, wave(7, 3, 2)));
        rows.put("crossEntropy", of(x -> crossEntropy(x, tensor(0, 3, 1)), ANY));
        rows.put("crossEntropy none", of(x -> crossEntropy(x, tensor(0, 3, 1), "none"), ANY));
        rows.put("crossEntropy probabilities", of(x -> crossEntropy(x, OTHER.softmax(1)), ANY));
        rows.put("mseLoss", of(Functional::mseLoss, ANY, OTHER));
        rows.put("smoothL1Loss", of(Functional::smoothL1Loss, ANY, OTHER));
        rows.put(
                "binaryCrossEntropyWithLogits",
                of(x -> binaryCrossEntropyWithLogits(x, ANY.gt(0).to(float64)), OTHER));
        rows.put(
                "binaryCrossEntropy",
                of(x -> binaryCrossEntropy(x.sigmoid(), ANY.gt(0).to(float64)), OTHER));
        Tensor images = wave(0.1, 2, 2, 5, 4), filters = wave(0.9, 4, 2, 3, 2), bias = wave(3, 4);
        rows.put("conv2d", new Row(xs -> conv2d(xs.get(0), xs.get(1), xs.get(2), 1, 1), images, filters, bias));
        rows.put(
                "conv2d groups",
                new Row(
                        xs -> conv2d(
                                xs.get(0), xs.get(1), null, new int[] {2, 1}, new int[] {1, 0}, new int[] {1, 2}, 2),
                        images,
                        wave(0.9, 4, 1, 3, 2)));
        rows.put("maxPool2d", of(x -> maxPool2d(x, 2, 2, 1), images));
        rows.put("avgPool2d", of(x -> avgPool2d(x, 3, 1, 1), images));
        rows.put("unfold", of(x -> Functional.unfold(x, 2), images));
        rows.put(
                "fold",
                of(
                        x -> fold(x, new int[] {3, 3}, new int[] {2}, new int[] {1}, new int[] {0}, new int[] {1}),
                        wave(2, 1, 4, 4)));
        rows.put("linear", new Row(xs -> linear(xs.get(0), xs.get(1), xs.get(2)), ANY, wave(8, 2, 4), wave(8, 2)));
        rows.put("layerNorm", new Row(xs -> layerNorm(xs.get(0), 1, xs.get(1), null, 1e-5), ANY, ROW));
        rows.put("embedding", of(x -> embedding(tensor(new int[][] {{0, 2}, {2, 1}}), x), ANY));
        rows.put("cosineSimilarity", of((a, b) -> cosineSimilarity(a, b, 1), ANY, OTHER));
        rows.put("lgamma", of(Tensor::lgamma, POSITIVE));
        rows.put("digamma", of(Tensor::digamma, POSITIVE));
        return rows;
    }

    @TestFactory
    @DisplayName("Values of what is not recorded")
    Stream<DynamicTest> values() {
        return valued().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Row row = rows().get(name);
                    Tensor y = row.f.apply(List.of(row.inputs));
                    double[][] inputs = Stream.of(row.inputs)
                            .map(x -> x.expandAs(y).toDoubleArray())
                            .toArray(double[][]::new);
                    double[] expected = IntStream.range(0, y.numel())
                            .mapToDouble(i -> row.value.applyAsDouble(
                                    Stream.of(inputs).mapToDouble(x -> x[i]).toArray()))
                            .toArray();
                    Expect.assertNear(y, tensor(expected, float64).reshape(y.shape()), 1e-12);
                }));
    }

    @TestFactory
    @DisplayName("First derivatives, backward and forward")
    Stream<DynamicTest> first() {
        return rows().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Row row = e.getValue();
                    assertThat(Autograd.gradcheck(row.f, List.of(row.inputs))).isTrue();
                }));
    }

    @TestFactory
    @DisplayName("Second derivatives")
    Stream<DynamicTest> second() {
        return rows().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Row row = e.getValue();
                    for (int i = 0; i < row.inputs.length; i++) {
                        int which = i;
                        assertThat(Autograd.gradcheck(xs -> gradient(row, xs, which), List.of(row.inputs)))
                                .isTrue();
                    }
                }));
    }

    /** The gradient of a weighed sum of the result with respect to one input. */
    private static Tensor gradient(Row row, List<Tensor> inputs, int which) {
        List<Tensor> xs = new ArrayList<>(inputs);
        UnaryOperator<Tensor> f = x -> {
            xs.set(which, x);
            return row.f.apply(xs);
        };
        Tensor y = noGrad(() -> row.f.apply(List.of(row.inputs)));
        Tensor weights = arange(1, y.numel() + 1.0, float64).mul(0.37).sin().reshape(y.shape());
        return Autograd.vjp(f, inputs.get(which), weights).derivative();
    }

    @TestFactory
    @DisplayName("A transposed view gives the value and gradient of its contiguous copy")
    Stream<DynamicTest> views() {
        return rows().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Row row = e.getValue();
                    List<Tensor> plain = new ArrayList<>(), turned = new ArrayList<>();
                    for (Tensor x : row.inputs) {
                        plain.add(x.clone().requiresGrad_());
                        turned.add(x.T().clone().T().requiresGrad_());
                    }
                    Tensor a = row.f.apply(plain), b = row.f.apply(turned);
                    Expect.assertNear(b.detach(), a.detach(), 1e-12);
                    a.backward(onesLike(a));
                    b.backward(onesLike(b));
                    for (int i = 0; i < plain.size(); i++) {
                        Expect.assertNear(turned.get(i).grad(), plain.get(i).grad(), 1e-12);
                    }
                }));
    }
}
