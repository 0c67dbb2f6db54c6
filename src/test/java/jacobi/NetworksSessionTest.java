package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nets as the cells of a class write them. */
@Tag("slow")
class NetworksSessionTest {
    private static Evaluator session;
    private static int cells;

    @BeforeAll
    static void start() {
        session = JavaSession.start();
        cell("""
            class MLP extends Module {
                Linear hidden = new Linear(4, 8);
                Linear out = new Linear(8, 2, bias=false);
                Tensor forward(Tensor X) { return out(relu(hidden(X))); }
            }
            var mlp = new MLP();\
            """);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void aClassOfACellIsANet() {
        shows("mlp(ones(2, 4)).shape", "torch.Size([2, 2])");
        shows("mlp", """
            MLP(
              (hidden): Linear(in_features=4, out_features=8, bias=True)
              (out): Linear(in_features=8, out_features=2, bias=False)
            )\
            """);
        shows("mlp.stateDict().keySet()", "[hidden.weight, hidden.bias, out.weight]");
        shows("(mlp.hidden.weight * 2 - 1).shape", "torch.Size([8, 4])");
    }

    @Test
    void aCallRunsTheHooks() {
        cell("var seen = new ArrayList<String>(); "
                + "mlp.registerForwardHook((m, x, y) -> { seen.add(\"net\"); return null; }); "
                + "mlp.hidden.registerForwardHook((m, x, y) -> { seen.add(\"hidden\"); return null; });");
        cell("mlp(ones(1, 4));");
        shows("seen", "[hidden, net]");
    }

    /** What it was trained to is what as many whole steps from the same start give, to the last digit. */
    @Test
    void aTrainingThatIsInterruptedKeepsTheLastState() throws Exception {
        String made = """
            manualSeed(4);
            var %1$s = new Sequential(new Linear(64, 512), new ReLU(), new Linear(512, 512), new ReLU(), new \
            Linear(512, 1));
            var %1$sAdam = new Adam(%1$s.parameters());
            Tensor %1$sX = randn(32, 64), %1$sY = randn(32, 1);
            void %1$sStep() {
                %1$sAdam.zeroGrad();
                mseLoss(%1$s.forward(%1$sX), %1$sY).backward();
                %1$sAdam.step();
            }\
            """;
        cell(made.formatted("stopped"));
        cell(made.formatted("replayed"));
        cell("int before = 1; stoppedStep(); replayedStep();");
        // On a machine with much else to do a cell may end before its first step.
        for (int i = 0; i < 20 && !value("before > 4").equals("true"); i++) {
            CompletableFuture<Evaluation> cell = CompletableFuture.supplyAsync(
                    () -> session.evaluate("while (true) { stoppedStep(); }", ++cells),
                    task -> new Thread(task).start());
            Thread.sleep(300 + 70 * i);
            session.interrupt();
            assertThat(cell.get(60, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Evaluation.Failure.class,
                            failure -> assertThat(failure.ename()).isEqualTo("KeyboardInterrupt"));
            cell("int steps = ((Number) ((Map<?, ?>) ((Map<?, ?>) stoppedAdam.stateDict().get(\"state\"))"
                    + ".values().iterator().next()).get(\"step\")).intValue();"
                    + "for (int i = before; i < steps; i++) replayedStep(); before = steps;");
            shows(
                    "IntStream.range(0, 6)"
                            + ".allMatch(k -> stopped.parameters().get(k).equal(replayed.parameters().get(k)))",
                    "true");
        }
        shows("before > 4", "true");
    }

    @Test
    void poolsSayWhereTheirNumbersStandAndDivideAsTold() {
        cell("var image = arange(16.0).reshape(1, 1, 4, 4);");
        cell("var (largest, places) = maxPool2d(image, 2, return_indices=true);");
        shows("places.flatten()", "tensor([ 5,  7, 13, 15])");
        shows("maxUnpool2d(largest, places, 2).sum()", "tensor(40.)");
        cell("var sums = new AvgPool2d(2, divisorOverride=1);");
        shows("sums(image).flatten()", "tensor([10., 18., 42., 50.])");
        shows("avgPool2d(image, 2, divisorOverride=2).flatten()", "tensor([ 5.,  9., 21., 25.])");
    }

    @Test
    void layersTakeArgumentsByName() {
        cell("var net = new Sequential(new Flatten(), new LazyLinear(8), new ReLU(), new Linear(8, 2, bias=false));");
        cell("var y = net(ones(2, 2, 2)) * 2;");
        shows("net[1].weight.shape", "torch.Size([8, 4])");
        shows("net[2:]", "Sequential(\n  (2): ReLU()\n  (3): Linear(in_features=8, out_features=2, bias=False)\n)");
        shows(
                "new LazyConv2d(96, kernel_size=11, stride=4, padding=1)",
                "LazyConv2d(0, 96, kernel_size=(11, 11), stride=(4, 4), padding=(1, 1))");
        shows(
                "new Conv2d(1, 6, [5, 3], padding=\"same\")",
                "Conv2d(1, 6, kernel_size=(5, 3), stride=(1, 1), padding=same)");
    }

    @Test
    void aNetMayTakeAndGiveSeveral() {
        cell("""
            class Two extends Module {
                Linear a = new Linear(3, 3);
                List<Module> blocks = List.of(new Linear(3, 3), new ReLU());
                Parameter w = new Parameter(ones(3));
                record Out(Tensor y, Tensor h) {}
                Out forward(Tensor X, Tensor state) {
                    var h = this.a(X) * w;
                    for (var b : blocks) h = b(h);
                    return new Out(h, state + 1);
                }
            }
            var two = new Two();
            var (o, h) = two(ones(1, 3), zeros(3));\
            """);
        shows("h", "tensor([1., 1., 1.])");
        shows("two.namedParameters().keySet()", "[w, a.weight, a.bias, blocks.0.weight, blocks.0.bias]");
    }

    @Test
    void lossesAreCalledWithTwo() {
        cell("var loss = new CrossEntropyLoss(reduction=\"none\"); var l = loss(mlp(ones(2, 4)), tensor([0, 1]));");
        shows("l.shape", "torch.Size([2])");
        cell("l.sum().backward();");
        shows("mlp.out.weight.grad.shape", "torch.Size([2, 8])");
        cell("mlp.apply(m -> { if (m instanceof Linear layer) xavierUniform_(layer.weight); });");
    }

    private static void shows(String cell, String expected) {
        assertThat(value(cell)).as(cell).isEqualTo(expected);
    }

    private static String value(String cell) {
        Evaluation outcome = session.evaluate(cell, ++cells);
        assertThat(outcome).as("%s", cell).isInstanceOf(Evaluation.Value.class);
        return String.valueOf(((Evaluation.Value) outcome).value());
    }

    private static void cell(String code) {
        Evaluation outcome = session.evaluate(code, ++cells);
        assertThat(outcome).as("%s", code).isNotInstanceOf(Evaluation.Failure.class);
    }
}
