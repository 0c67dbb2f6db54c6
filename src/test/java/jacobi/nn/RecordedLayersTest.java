package jacobi.nn;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.tensor;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Print, output and gradients of every layer and loss as PyTorch has them, in float64; {@code record_networks.py}
 * recorded them.
 */
class RecordedLayersTest {
    /** PyTorch computes their slopes in float32 whatever the input is. */
    private static final java.util.Set<String> SINGLE = java.util.Set.of("CELU", "Hardsigmoid");

    private static final Tensor W3 = tensor(new double[] {0.5, 2.0, 1.5}, float64);
    private static final int[] ONE = {1}, ZERO = {0};

    private static int[] of(int... numbers) {
        return numbers;
    }

    private static final Map<String, Supplier<Module>> MADE = Map.ofEntries(
            entry("Linear", () -> new Linear(4, 3)),
            entry("Linear.bare", () -> new Linear(4, 3, false)),
            entry("LazyLinear", () -> new LazyLinear(3)),
            entry("Bilinear", () -> new Bilinear(3, 4, 2)),
            entry("Identity", () -> new Identity()),
            entry("Flatten", () -> new Flatten()),
            entry("Flatten.all", () -> new Flatten(0, 1)),
            entry("Unflatten", () -> new Unflatten(1, of(2, 3))),
            entry("Conv1d", () -> new Conv1d(3, 4, 3, 2, 1)),
            entry("Conv1d.circular", () -> new Conv1d(2, 4, of(3), ONE, of(2), ONE, 2, true, "circular")),
            entry("Conv2d", () -> new Conv2d(2, 3, 3)),
            entry("Conv2d.more", () -> new Conv2d(4, 6, of(3, 2), of(2, 1), of(1, 2), of(1, 2), 2, false, "zeros")),
            entry("Conv2d.same", () -> new Conv2d(2, 3, of(4, 3), ONE, "same", ONE, 1, true, "zeros")),
            entry("Conv2d.reflect", () -> new Conv2d(2, 3, of(3), ONE, of(2), ONE, 1, true, "reflect")),
            entry("Conv2d.replicate", () -> new Conv2d(2, 3, of(3), ONE, of(2), ONE, 1, true, "replicate")),
            entry("LazyConv2d", () -> new LazyConv2d(3, 3, 2, 1)),
            entry("Conv3d", () -> new Conv3d(2, 3, of(2, 3, 2), of(2, 1, 1), of(1, 0, 1), ONE, 1, true, "zeros")),
            entry("ConvTranspose1d", () -> new ConvTranspose1d(3, 2, 4, 2, 1)),
            entry("ConvTranspose2d", () -> new ConvTranspose2d(3, 4, of(3), of(2), ONE, ONE, 1, true, ONE, "zeros")),
            entry(
                    "ConvTranspose2d.groups",
                    () -> new ConvTranspose2d(4, 6, of(2, 3), of(1, 2), ZERO, ZERO, 2, false, of(2), "zeros")),
            entry("MaxPool1d", () -> new MaxPool1d(2)),
            entry("AvgPool1d", () -> new AvgPool1d(3, 2, 1)),
            entry("MaxPool2d", () -> new MaxPool2d(2)),
            entry("MaxPool2d.more", () -> new MaxPool2d(of(3, 2), of(2), of(1, 0))),
            entry("AvgPool2d", () -> new AvgPool2d(2, 2)),
            entry("AvgPool2d.pad", () -> new AvgPool2d(3, 1, 1)),
            entry("AdaptiveAvgPool2d", () -> new AdaptiveAvgPool2d(of(3, 2))),
            entry("AdaptiveAvgPool2d.one", () -> new AdaptiveAvgPool2d(1)),
            entry("AdaptiveMaxPool2d", () -> new AdaptiveMaxPool2d(of(3, 2))),
            entry("AdaptiveAvgPool1d", () -> new AdaptiveAvgPool1d(3)),
            entry("BatchNorm1d", () -> new BatchNorm1d(3)),
            entry("BatchNorm1d.sequence", () -> new BatchNorm1d(3, 1e-3, 0.2, true, true)),
            entry("BatchNorm1d.eval", () -> new BatchNorm1d(3)),
            entry("BatchNorm2d", () -> new BatchNorm2d(3)),
            entry("BatchNorm2d.bare", () -> new BatchNorm2d(3, 1e-5, 0.1, false, false)),
            entry("LazyBatchNorm2d", () -> new LazyBatchNorm2d()),
            entry("LayerNorm", () -> new LayerNorm(4)),
            entry("LayerNorm.two", () -> new LayerNorm(of(3, 4), 1e-3, true)),
            entry("LayerNorm.bare", () -> new LayerNorm(of(4), 1e-5, false)),
            entry("GroupNorm", () -> new GroupNorm(2, 4)),
            entry("Embedding", () -> new Embedding(7, 3)),
            entry("Embedding.padding", () -> new Embedding(7, 3, 2)),
            entry("Dropout.eval", () -> new Dropout(0.3)),
            entry("Dropout2d.eval", () -> new Dropout2d(0.3)),
            entry("AlphaDropout.eval", () -> new AlphaDropout(0.3)),
            entry("Upsample", () -> new Upsample(2)),
            entry("Upsample.bilinear", () -> new Upsample(2, "bilinear", false)),
            entry("Upsample.corners", () -> new Upsample(2, "bilinear", true)),
            entry("PixelShuffle", () -> new PixelShuffle(2)),
            entry("ZeroPad2d", () -> new ZeroPad2d(1)),
            entry("ReflectionPad2d", () -> new ReflectionPad2d(of(1, 2, 0, 1))),
            entry("ReplicationPad2d", () -> new ReplicationPad2d(2)),
            entry("CosineSimilarity", () -> new CosineSimilarity()),
            entry("PairwiseDistance", () -> new PairwiseDistance()),
            entry(
                    "Sequential",
                    () -> new Sequential(
                            new Linear(4, 3), new ReLU(), new Sequential(new Linear(3, 2), new Dropout(0.0)))),
            entry("ReLU", () -> new ReLU()),
            entry("ReLU6", () -> new ReLU6()),
            entry("Sigmoid", () -> new Sigmoid()),
            entry("Tanh", () -> new Tanh()),
            entry("GELU", () -> new GELU()),
            entry("GELU.tanh", () -> new GELU("tanh")),
            entry("SiLU", () -> new SiLU()),
            entry("Mish", () -> new Mish()),
            entry("Softplus", () -> new Softplus()),
            entry("Softplus.sharp", () -> new Softplus(2, 3)),
            entry("Softsign", () -> new Softsign()),
            entry("Tanhshrink", () -> new Tanhshrink()),
            entry("LogSigmoid", () -> new LogSigmoid()),
            entry("LeakyReLU", () -> new LeakyReLU()),
            entry("LeakyReLU.steep", () -> new LeakyReLU(0.2)),
            entry("ELU", () -> new ELU(0.7)),
            entry("CELU", () -> new CELU(0.7)),
            entry("SELU", () -> new SELU()),
            entry("Hardswish", () -> new Hardswish()),
            entry("Hardsigmoid", () -> new Hardsigmoid()),
            entry("Hardtanh", () -> new Hardtanh()),
            entry("Hardshrink", () -> new Hardshrink()),
            entry("Softshrink", () -> new Softshrink(0.3)),
            entry("Threshold", () -> new Threshold(0.5, 2)),
            entry("Softmax", () -> new Softmax(1)),
            entry("LogSoftmax", () -> new LogSoftmax(0)),
            entry("Softmin", () -> new Softmin(1)),
            entry("GLU", () -> new GLU()),
            entry("PReLU", () -> new PReLU()),
            entry("PReLU.many", () -> new PReLU(4, 0.25)),
            entry("RReLU.eval", () -> new RReLU()),
            entry("CrossEntropyLoss", () -> new CrossEntropyLoss()),
            entry("CrossEntropyLoss.none", () -> new CrossEntropyLoss("none")),
            entry("CrossEntropyLoss.weight", () -> new CrossEntropyLoss(W3, -100, "mean", 0)),
            entry("CrossEntropyLoss.ignore", () -> new CrossEntropyLoss(W3, 1, "mean", 0)),
            entry("CrossEntropyLoss.ignore.sum", () -> new CrossEntropyLoss(null, -1, "sum", 0)),
            entry("CrossEntropyLoss.smooth", () -> new CrossEntropyLoss(null, -100, "mean", 0.1)),
            entry("CrossEntropyLoss.smooth.weight", () -> new CrossEntropyLoss(W3, -100, "mean", 0.2)),
            entry("CrossEntropyLoss.probabilities", () -> new CrossEntropyLoss(W3, -100, "mean", 0.1)),
            entry("NLLLoss", () -> new NLLLoss(W3, -100, "mean")),
            entry("BCELoss", () -> new BCELoss()),
            entry("BCELoss.weight", () -> new BCELoss(W3, "sum")),
            entry("BCEWithLogitsLoss", () -> new BCEWithLogitsLoss()),
            entry("BCEWithLogitsLoss.pos", () -> new BCEWithLogitsLoss(null, "mean", W3)),
            entry("MSELoss", () -> new MSELoss()),
            entry("MSELoss.none", () -> new MSELoss("none")),
            entry("L1Loss", () -> new L1Loss("sum")),
            entry("SmoothL1Loss", () -> new SmoothL1Loss("mean", 0.5)),
            entry("HuberLoss", () -> new HuberLoss("mean", 0.5)),
            entry("KLDivLoss", () -> new KLDivLoss("batchmean")),
            entry("KLDivLoss.log", () -> new KLDivLoss("mean", true)),
            entry("SoftMarginLoss", () -> new SoftMarginLoss()),
            entry("HingeEmbeddingLoss", () -> new HingeEmbeddingLoss()),
            entry("MarginRankingLoss", () -> new MarginRankingLoss(0.5, "mean")),
            entry("CosineEmbeddingLoss", () -> new CosineEmbeddingLoss(0.1, "mean")),
            entry("TripletMarginLoss", () -> new TripletMarginLoss()),
            entry(
                    "ConvTranspose3d",
                    () -> new ConvTranspose3d(2, 3, of(2, 3, 2), of(2), of(1, 0, 1), ONE, 1, true, ONE, "zeros")),
            entry(
                    "ConvTranspose3d.groups",
                    () -> new ConvTranspose3d(
                            4, 2, of(3, 1, 2), of(1, 2, 3), ZERO, ZERO, 2, false, of(2, 1, 2), "zeros")),
            entry("ConvTranspose3d.one", () -> new ConvTranspose3d(2, 2, 2)),
            entry("LazyConvTranspose3d", () -> new LazyConvTranspose3d(2, 3, 3, 1)),
            entry("MaxPool3d", () -> new MaxPool3d(2)),
            entry("MaxPool3d.more", () -> new MaxPool3d(of(3, 2, 3), of(2, 1, 2), of(1, 0, 1), ONE, true)),
            entry("MaxPool3d.gaps", () -> new MaxPool3d(of(2), ONE, ONE, of(2), false)),
            entry("MaxPool3d.ties", () -> new MaxPool3d(3, 1, 1)),
            entry("AvgPool3d", () -> new AvgPool3d(2)),
            entry("AvgPool3d.more", () -> new AvgPool3d(of(3, 2, 3), of(2), of(1, 0, 1), true, true)),
            entry("AvgPool3d.inside", () -> new AvgPool3d(of(3), of(2), ONE, true, false)),
            entry("AdaptiveAvgPool3d", () -> new AdaptiveAvgPool3d(of(2, 3, 2))),
            entry("AdaptiveAvgPool3d.one", () -> new AdaptiveAvgPool3d(1)),
            entry("AdaptiveMaxPool3d", () -> new AdaptiveMaxPool3d(of(2, 3, 2))),
            entry("MaxPool1d.ceil", () -> new MaxPool1d(of(3), of(2), ONE, of(2), true)),
            entry("AvgPool1d.ceil", () -> new AvgPool1d(of(3), of(2), ONE, true, true)),
            entry("AvgPool1d.inside", () -> new AvgPool1d(of(3), of(2), ONE, false, false)),
            entry("MaxPool2d.ceil", () -> new MaxPool2d(of(2), null, ZERO, ONE, true)),
            entry("MaxPool2d.beyond", () -> new MaxPool2d(of(2), of(3), ONE, ONE, true)),
            entry("MaxPool2d.gaps", () -> new MaxPool2d(of(2, 3), of(2), of(1, 1), of(3, 2), true)),
            entry("AvgPool2d.ceil", () -> new AvgPool2d(of(2), null, ZERO, true, true)),
            entry("AvgPool2d.ceil.pad", () -> new AvgPool2d(of(3), of(2), ONE, true, true)),
            entry("AvgPool2d.inside", () -> new AvgPool2d(of(3, 2), of(2), ONE, true, false)),
            entry("InstanceNorm1d", () -> new InstanceNorm1d(3)),
            entry("InstanceNorm1d.one", () -> new InstanceNorm1d(3, 1e-5, 0.1, true, false)),
            entry("InstanceNorm2d", () -> new InstanceNorm2d(3, 1e-3, 0.2, true, true)),
            entry("InstanceNorm2d.eval", () -> new InstanceNorm2d(3, 1e-5, 0.1, true, true)),
            entry("InstanceNorm2d.bare.eval", () -> new InstanceNorm2d(3)),
            entry("InstanceNorm3d", () -> new InstanceNorm3d(2, 1e-5, 0.1, true, false)),
            entry("LazyInstanceNorm1d", () -> new LazyInstanceNorm1d()),
            entry("LazyInstanceNorm2d", () -> new LazyInstanceNorm2d(1e-5, 0.1, false, true)),
            entry("LazyInstanceNorm3d", () -> new LazyInstanceNorm3d()),
            entry("CTCLoss", () -> heard(new CTCLoss())),
            entry("CTCLoss.row", () -> heard(new CTCLoss(3, "none", false))),
            entry("CTCLoss.infinite", () -> heard(new CTCLoss(0, "sum", true))),
            entry("CTCLoss.one", () -> heard(new CTCLoss())));

    /** A loss whose first input are scores. */
    private static Module heard(CTCLoss loss) {
        loss.registerForwardPreHook((module, scores) -> scores.logSoftmax(-1));
        return loss;
    }

    @TestFactory
    Stream<DynamicTest> layers() {
        JsonNode all = Recorded.read(RecordedLayersTest.class, "layers.json.gz");
        assertThat(StreamSupport.stream(all.spliterator(), false)
                        .map(c -> c.get("name").asText()))
                .containsExactlyInAnyOrderElementsOf(MADE.keySet());
        return StreamSupport.stream(all.spliterator(), false)
                .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> check(c)));
    }

    private static void check(JsonNode c) {
        String name = c.get("name").asText();
        Module module = MADE.get(name).get();
        double tolerance = SINGLE.contains(name) ? 1e-8 : 1e-10;
        assertThat(module).hasToString(c.get("repr").asText());
        if (name.endsWith(".eval")) {
            module.eval();
        }
        Tensor[] inputs = StreamSupport.stream(c.get("inputs").spliterator(), false)
                .map(Recorded::tensor)
                .toArray(Tensor[]::new);
        Map<String, Tensor> state = new LinkedHashMap<>();
        c.get("state").fields().forEachRemaining(e -> state.put(e.getKey(), Recorded.tensor(e.getValue())));
        if (name.startsWith("Lazy")) {
            module.call(inputs[0].to(jacobi.tensor.DType.float32));
        }
        module.to(float64);
        assertThat(module.stateDict().keySet()).containsExactlyElementsOf(state.keySet());
        module.loadStateDict(state);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i].requiresGrad_(!c.get("inputGrads").get(i).isNull());
        }
        Tensor y = module.call(inputs);
        assertThat(module).hasToString(c.get("after").asText());
        assertNear("output", y, c.get("output"), tolerance);
        y.backward(arange(y.numel(), float64).cos().reshape(y.shape()));
        for (int i = 0; i < inputs.length; i++) {
            JsonNode grad = c.get("inputGrads").get(i);
            if (!grad.isNull()) {
                assertNear("gradient of input " + i, inputs[i].grad(), grad, tolerance);
            }
        }
        c.get("grads")
                .fields()
                .forEachRemaining(e -> assertNear(
                        "gradient of " + e.getKey(),
                        module.getParameter(e.getKey()).grad(),
                        e.getValue(),
                        tolerance));
        c.get("buffers")
                .fields()
                .forEachRemaining(
                        e -> assertNear(e.getKey(), module.getParameter(e.getKey()), e.getValue(), tolerance));
    }

    private static void assertNear(String what, Tensor found, JsonNode recorded, double tolerance) {
        Tensor expected = Recorded.tensor(recorded);
        assertThat(found.shape()).as(what).isEqualTo(expected.shape());
        assertThat(found.toDoubleArray()).as(what).containsExactly(expected.toDoubleArray(), Offset.offset(tolerance));
    }
}
