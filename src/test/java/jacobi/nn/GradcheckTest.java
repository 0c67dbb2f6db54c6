package jacobi.nn;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.randn;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jacobi.tensor.Autograd;
import jacobi.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Gradients of layers to their input and to their parameters, beside differences, in float64. */
class GradcheckTest {
    private static final double STEP = 1e-6;

    private record Case(Module layer, UnaryOperator<Tensor> forward, int... input) {}

    private static Map<String, Case> cases() {
        manualSeed(11);
        Map<String, Case> all = new LinkedHashMap<>();
        add(all, new Linear(4, 3), 2, 4);
        add(all, new Conv1d(2, 3, 3, 1, 1), 2, 2, 5);
        add(all, new Conv2d(2, 3, 3, 2, 1), 2, 2, 5, 5);
        add(all, new Conv3d(1, 2, 2), 1, 1, 3, 3, 3);
        add(all, new ConvTranspose1d(2, 3, 3), 2, 2, 4);
        add(all, new ConvTranspose2d(2, 2, 3, 2, 1), 1, 2, 3, 3);
        add(all, new ConvTranspose3d(2, 2, 2, 2, 1), 1, 2, 2, 2, 2);
        add(all, new BatchNorm1d(3), 4, 3);
        add(all, new BatchNorm2d(2), 2, 2, 3, 3);
        add(all, new LayerNorm(4), 3, 4);
        add(all, new GroupNorm(2, 4), 2, 4, 3);
        add(all, new InstanceNorm1d(2), 2, 2, 4);
        add(all, new InstanceNorm2d(2, 1e-5, 0.1, true, false), 2, 2, 2, 2);
        add(all, new InstanceNorm3d(1, 1e-5, 0.1, true, false), 2, 1, 2, 2, 2);
        add(all, new MaxPool2d(2), 1, 2, 4, 4);
        add(all, new MaxPool3d(new int[] {2}, null, new int[] {1}, new int[] {1}, true), 1, 1, 3, 3, 3);
        add(all, new AvgPool3d(new int[] {2}, null, new int[] {1}, true, false), 1, 1, 3, 3, 3);
        add(all, new AdaptiveAvgPool3d(2), 1, 1, 3, 3, 3);
        add(all, new AdaptiveMaxPool3d(2), 1, 1, 3, 3, 3);
        add(all, new AvgPool2d(2), 1, 2, 4, 4);
        add(all, new AdaptiveAvgPool2d(2), 1, 2, 5, 5);
        add(all, new GELU(), 3, 4);
        add(all, new SiLU(), 3, 4);
        add(all, new Softplus(), 3, 4);
        add(all, new ELU(), 3, 4);
        add(all, new LeakyReLU(), 3, 4);
        add(all, new Tanh(), 3, 4);
        add(all, new Sigmoid(), 3, 4);
        add(all, new Softmax(-1), 3, 4);
        add(all, new LogSoftmax(-1), 3, 4);
        add(all, new PReLU(), 3, 4);
        RNN rnn = new RNN(3, 4);
        all.put("RNN", new Case(rnn, x -> rnn.forward(x).output(), 3, 2, 3));
        GRU gru = new GRU(3, 4);
        all.put("GRU", new Case(gru, x -> gru.forward(x).output(), 3, 2, 3));
        LSTM lstm = new LSTM(3, 4);
        all.put("LSTM", new Case(lstm, x -> lstm.forward(x).output(), 3, 2, 3));
        MultiheadAttention attention = new MultiheadAttention(4, 2);
        all.put(
                "MultiheadAttention",
                new Case(attention, x -> attention.forward(x, x, x).output(), 3, 2, 4));
        TransformerEncoderLayer encoder = new TransformerEncoderLayer(4, 2, 5, 0, "gelu", 1e-5, true, false);
        all.put("TransformerEncoderLayer", new Case(encoder, encoder::forward, 2, 3, 4));
        CTCLoss ctc = new CTCLoss();
        Tensor targets = tensor(new int[][] {{1, 1}, {2, 0}});
        all.put("CTCLoss", new Case(ctc, x -> ctc.forward(x, targets, new int[] {5, 4}, new int[] {2, 1}), 5, 2, 3));
        return all;
    }

    private static void add(Map<String, Case> all, Module layer, int... input) {
        all.put(layer.getClass().getSimpleName(), new Case(layer, layer::call, input));
    }

    @TestFactory
    Stream<DynamicTest> gradients_are_those_of_differences() {
        return cases().entrySet().stream()
                .map(e -> dynamicTest(e.getKey(), () -> {
                    Case each = e.getValue();
                    each.layer.to(float64);
                    Tensor x = randn(each.input).to(float64);
                    assertThat(Autograd.gradcheck(each.forward, x)).isTrue();
                    assertThat(Autograd.gradgradcheck(each.forward, x)).isTrue();
                    if (!each.layer.parameters().isEmpty()) {
                        parameters(each, x);
                    }
                }));
    }

    /** Of a weighted sum of the outputs, so that errors in different ones do not cancel. */
    private static void parameters(Case each, Tensor x) {
        Tensor weights = randn(each.forward.apply(x).shape()).to(float64);
        each.forward.apply(x).mul(weights).sum().backward();
        for (Tensor p : each.layer.parameters()) {
            Tensor flat = p.detach().flatten();
            double[] gradient = p.grad().flatten().toDoubleArray();
            for (int j = 0; j < gradient.length; j++) {
                double before = flat.get(j).toDouble(), above, below;
                flat.set(before + STEP, j);
                above = each.forward.apply(x).mul(weights).sum().toDouble();
                flat.set(before - STEP, j);
                below = each.forward.apply(x).mul(weights).sum().toDouble();
                flat.set(before, j);
                assertThat(gradient[j]).isCloseTo((above - below) / (2 * STEP), within(1e-5));
            }
        }
    }
}
