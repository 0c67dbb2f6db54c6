package jacobi.optim;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.tensor;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.nn.LazyLinear;
import jacobi.nn.Recorded;
import jacobi.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** 100 steps of every optimiser and schedule as PyTorch takes them; {@code record_optimizers.py} recorded them. */
class RecordedOptimizersTest {
    private static final JsonNode RECORDED = Recorded.read(RecordedOptimizersTest.class, "steps.json.gz");

    private static final Map<String, Function<List<Tensor>, Optimizer>> OPTIMIZERS = Map.ofEntries(
            entry("SGD", p -> new SGD(p, 0.01)),
            entry("SGD.momentum", p -> new SGD(p, 0.01, 0.9, 0.1, 0.01, false, false)),
            entry("SGD.nesterov", p -> new SGD(p, 0.01, 0.9, 0, 0, true, false)),
            entry("SGD.maximize", p -> new SGD(p, 0.0001, 0, 0, 0, false, true)),
            entry("Adagrad", p -> new Adagrad(p)),
            entry("Adagrad.more", p -> new Adagrad(p, 0.1, 0.01, 0.02, 0.1, 1e-10)),
            entry("RMSprop", p -> new RMSprop(p)),
            entry("RMSprop.more", p -> new RMSprop(p, 0.01, 0.9, 1e-6, 0.01, 0.5, true)),
            entry("Adadelta", p -> new Adadelta(p)),
            entry("Adadelta.more", p -> new Adadelta(p, 0.5, 0.8, 1e-6, 0.01)),
            entry("Adam", p -> new Adam(p, 0.01)),
            entry("Adam.more", p -> new Adam(p, 0.01, new double[] {0.8, 0.99}, 1e-8, 0.01, true)),
            entry("AdamW", p -> new AdamW(p, 0.01)),
            entry("AdamW.amsgrad", p -> new AdamW(p, 0.01, new double[] {0.9, 0.999}, 1e-8, 0.1, true)),
            entry("Adamax", p -> new Adamax(p, 2e-3, new double[] {0.9, 0.999}, 1e-8, 0.01)),
            entry("NAdam", p -> new NAdam(p, 2e-3, new double[] {0.9, 0.999}, 1e-8, 0.01, 4e-3)),
            entry(
                    "groups",
                    p -> new SGD(
                            List.of(
                                    new ParamGroup(p.get(0)).with("weight_decay", 0.1),
                                    new ParamGroup(p.get(1)).with("lr", 0.02)),
                            0.01,
                            0.5)),
            entry("LBFGS", p -> new LBFGS(p, 0.5, 4, 5, 1e-7, 1e-9, 5, null)));

    private static final Map<String, Function<Optimizer, LRScheduler>> SCHEDULES = Map.ofEntries(
            entry("LambdaLR", o -> new LambdaLR(o, e -> Math.pow(0.95, e))),
            entry("MultiplicativeLR", o -> new MultiplicativeLR(o, e -> 1 - 0.01 * e)),
            entry("StepLR", o -> new StepLR(o, 7, 0.5)),
            entry("MultiStepLR", o -> new MultiStepLR(o, new int[] {3, 10, 10, 40}, 0.5)),
            entry("ExponentialLR", o -> new ExponentialLR(o, 0.97)),
            entry("ConstantLR", o -> new ConstantLR(o, 0.5, 4)),
            entry("LinearLR", o -> new LinearLR(o)),
            entry("PolynomialLR", o -> new PolynomialLR(o, 30, 2)),
            entry("CosineAnnealingLR", o -> new CosineAnnealingLR(o, 20, 0.001)),
            entry("CosineAnnealingWarmRestarts", o -> new CosineAnnealingWarmRestarts(o, 5, 2, 0.001)),
            entry("OneCycleLR", o -> new OneCycleLR(o, 0.3, 101)),
            entry("OneCycleLR.linear", o -> new OneCycleLR(o, 0.3, 120, 0.2, "linear", true, 0.8, 0.9, 10, 100)),
            entry(
                    "SequentialLR",
                    o -> new SequentialLR(
                            o, List.of(new LinearLR(o, 0.1, 1, 10), new ExponentialLR(o, 0.9)), new int[] {12})),
            entry(
                    "ChainedScheduler",
                    o -> new ChainedScheduler(List.of(new ConstantLR(o, 0.1, 5), new ExponentialLR(o, 0.9)))));

    private static List<Tensor> start() {
        return List.of(
                arange(6, float64).cos().reshape(2, 3).requiresGrad_(),
                arange(3, float64).sin().requiresGrad_());
    }

    private static Tensor loss(List<Tensor> p) {
        Tensor a = p.get(0), b = p.get(1), scale = tensor(new double[] {1, 2, 5}, float64);
        Tensor fit = a.mul(scale).sub(b).square().sum();
        return fit.add(a.exp().sum().sub(5).square().mul(0.1)).add(b.pow(4).sum());
    }

    private static Tensor computed(Optimizer optimizer, List<Tensor> p) {
        optimizer.zeroGrad();
        Tensor value = loss(p);
        value.backward();
        return value;
    }

    private static double[] values(List<Tensor> p) {
        return cat(p.stream().map(x -> x.detach().flatten()).toList()).toDoubleArray();
    }

    @TestFactory
    Stream<DynamicTest> steps() {
        return each("steps")
                .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> {
                    List<Tensor> p = start();
                    Optimizer optimizer = OPTIMIZERS.get(c.get("name").asText()).apply(p);
                    int next = 0;
                    for (int i = 0; i < 100; i++) {
                        if (optimizer instanceof LBFGS) {
                            optimizer.step(() -> computed(optimizer, p));
                        } else {
                            computed(optimizer, p);
                            optimizer.step();
                        }
                        JsonNode seen = c.get("track").get(next);
                        if (seen.get(0).asInt() == i) {
                            next++;
                            assertThat(values(p))
                                    .as("step %d", i)
                                    .containsExactly(numbers(seen.get(1)), Offset.offset(1e-9));
                        }
                    }
                    assertThat(next).isEqualTo(c.get("track").size());
                }));
    }

    @TestFactory
    Stream<DynamicTest> schedules() {
        return each("schedules")
                .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> {
                    Optimizer optimizer = new SGD(start(), 0.1, 0.9);
                    String name = c.get("name").asText();
                    ReduceLROnPlateau plateau = name.equals("ReduceLROnPlateau")
                            ? new ReduceLROnPlateau(optimizer, "min", 0.5, 3, 1e-4, "rel", 2, 0.001, 1e-8)
                            : null;
                    LRScheduler scheduler =
                            plateau == null ? SCHEDULES.get(name).apply(optimizer) : null;
                    ParamGroup group = optimizer.paramGroups().get(0);
                    for (int i = 0; i < 100; i++) {
                        double[] seen = numbers(c.get("rates").get(i));
                        assertThat(new double[] {group.lr(), ((Number) group.get("momentum")).doubleValue()})
                                .as("epoch %d", i)
                                .containsExactly(seen, Offset.offset(1e-9));
                        if (plateau != null) {
                            plateau.step(1.0 / (1 + i) + 0.3 * Math.sin(i));
                        } else {
                            scheduler.step();
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aStateGoesOnWhereItWas() {
        return OPTIMIZERS.keySet().stream()
                .filter(name -> !name.equals("LBFGS"))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<Tensor> p = start(), q = start();
                    Optimizer one = OPTIMIZERS.get(name).apply(p),
                            other = OPTIMIZERS.get(name).apply(q);
                    for (int i = 0; i < 5; i++) {
                        computed(one, p);
                        one.step();
                    }
                    for (int i = 0; i < 2; i++) {
                        q.get(i).detach().copy_(p.get(i).detach());
                    }
                    other.loadStateDict(one.stateDict());
                    computed(one, p);
                    one.step();
                    computed(other, q);
                    other.step();
                    assertThat(values(q)).containsExactly(values(p));
                }));
    }

    @Test
    void printsAsPyTorchDoes() {
        each("steps").filter(c -> c.get("name").asText().equals("groups")).forEach(c -> {
            String printed = c.get("repr")
                    .asText()
                    .lines()
                    .filter(line -> !line.matches(" *(foreach|differentiable).*"))
                    .collect(java.util.stream.Collectors.joining("\n"));
            assertThat(OPTIMIZERS.get("groups").apply(start())).hasToString(printed);
        });
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new SGD(List.of(), 0.1)).hasMessageContaining("got no parameters");
        assertThatThrownBy(() -> new SGD(new LazyLinear(3).parameters(), 0.1))
                .hasMessageContaining("call the net once");
        assertThatThrownBy(() -> new SGD(List.of(start().get(0).mul(2)), 0.1))
                .hasMessageContaining("only change leaves");
        Tensor x = start().get(0);
        assertThatThrownBy(() -> new SGD(List.of(x, x), 0.1)).hasMessageContaining("given twice");
        assertThatThrownBy(() -> new Adam(List.of(new ParamGroup(x).with("momentum", 0.9))))
                .hasMessageContaining("Adam has no setting \"momentum\"; it has lr, betas");
    }

    private static Stream<JsonNode> each(String kind) {
        return StreamSupport.stream(RECORDED.get(kind).spliterator(), false);
    }

    private static double[] numbers(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asDouble();
        }
        return values;
    }

    @Test
    void a_line_search_takes_the_steps_of_pytorch() {
        Tensor x = tensor(new double[] {-1.2, 1}, float64).requiresGrad_(true);
        LBFGS optimizer = new LBFGS(List.of(x), 1, 5, 6, 1e-7, 1e-9, 4, "strong_wolfe");
        int[] evaluations = {0};
        for (int i = 0; i < 6; i++) {
            optimizer.step(() -> {
                evaluations[0]++;
                optimizer.zeroGrad();
                Tensor a = x.get(0), b = x.get(1);
                Tensor loss =
                        b.sub(a.square()).square().mul(100).add(a.neg().add(1).square());
                loss.backward();
                return loss;
            });
        }
        // PyTorch 1.13's, for Rosenbrock's function.
        assertThat(evaluations[0]).isEqualTo(36);
        assertThat(x.detach().toDoubleArray())
                .containsExactly(new double[] {0.7347562580351399, 0.5278633981961021}, Offset.offset(1e-9));
        assertThatThrownBy(() -> new LBFGS(List.of(x), 1, 5, 6, 1e-7, 1e-9, 4, "armijo"))
                .hasMessageContaining("strong_wolfe");
    }

    @Test
    void small_settings_print_as_in_python() {
        Tensor x = tensor(new double[] {1}, float64).requiresGrad_(true);
        assertThat(new Adam(List.of(x)).toString()).contains("    eps: 1e-08\n");
        assertThat(new RMSprop(List.of(x), 0.01, 0.9, 2.5e-6, 0, 0, false).toString())
                .contains("    eps: 2.5e-06\n");
    }
}
