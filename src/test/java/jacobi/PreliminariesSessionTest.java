package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data frames, probability and calculus as the cells of a class write them. */
@Tag("slow")
class PreliminariesSessionTest {
    @TempDir
    static Path folder;

    private static Evaluator session;
    private static int cells;

    @BeforeAll
    static void start() {
        session = JavaSession.start();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    @DisplayName("P1 to P7 in notation")
    void dataFrames() {
        cell("var dir = Path.of(\"" + folder.resolve("data").toString().replace("\\", "\\\\") + "\")");
        cell("""
            Files.createDirectories(dir);
            var file = dir.resolve("house_tiny.csv");
            Files.writeString(file, \
            "NumRooms,Alley,Price\\nNA,Pave,127500\\n2,NA,106000\\n4,NA,178100\\nNA,NA,140000\\n");
            var data = readCsv(file);\
            """);
        shows("data.shape", "(4, 3)");
        cell("var inputs = data.iloc[:, 0:2]; var targets = data.iloc[:, 2];");
        shows("inputs.columns", "Index(['NumRooms', 'Alley'], dtype='object')");
        shows("targets[1]", "106000");
        cell("inputs = getDummies(inputs.fillna(inputs.mean(true)), true);");
        shows("inputs.toTensor(float64)", """
            tensor([[3., 1., 0.],
                    [2., 0., 1.],
                    [4., 0., 1.],
                    [3., 0., 1.]], dtype=torch.float64)\
            """);
        shows("data[\"Price\"].max()", "178100.0");
        shows("data[[\"Price\", \"Alley\"]].shape", "(4, 2)");
        shows("data[(data[\"Price\"] > 120000) & (data[\"Price\"] < 150000)].shape", "(2, 3)");
        shows("(data[\"Price\"] / 1000 - 100).sum()", "151.6");
        cell("data[\"Thousands\"] = data[\"Price\"] / 1000;");
        shows("(1000000 / data[\"Price\"]).max() > 9.4 && (200000 - data[\"Price\"]).min() == 21900", "true");
        shows("data.iloc[-1, 3]", "140.0");
        shows(
                "data.drop(data.isna().sum().idxmax().toString()).columns",
                "Index(['NumRooms', 'Price', 'Thousands'], dtype='object')");
    }

    @Test
    @DisplayName("B1 to B4 in notation")
    void probability() {
        cell("manualSeed(0); var counts = new Multinomial(10, ones(6) / 6).sample(500);");
        shows("counts.shape", "torch.Size([500, 6])");
        shows("counts.sum(1).min()", "tensor(10.)");
        cell("var total = counts.cumsum(0); var estimates = total / total.sum(1, true);");
        cell("""
            var figure = plot(arange(500.0), estimates.unbind(1))
                .axhline(1.0 / 6, "k--").xlabel("Groups of experiments").ylabel("Estimated probability")
                .legend("P(die=1)", "P(die=2)", "P(die=3)", "P(die=4)", "P(die=5)", "P(die=6)");\
            """);
        assertThat(value("figure.toSvg()").toString()).contains("P(die=6)", "stroke-dasharray");
        cell("var die = SampleSpace.uniform(1, 2, 3, 4, 5, 6); var even = die.event(x -> x % 2 == 0);");
        shows("even.union(die.event(1))", "{1, 2, 4, 6}");
        cell("""
            var hiv = Joint.ofProbabilities([0.9985, 0.0015], randomVariable("H", 0, 1))
                .with(randomVariable("D1", 0, 1), [[0.99, 0.01], [0, 1]], "H")
                .with(randomVariable("D2", 0, 1), [[0.97, 0.03], [0.02, 0.98]], "H");\
            """);
        shows("Math.round(hiv.p(\"H=1\", given(\"D1=1\")) * 1e4) / 1e4", "0.1306");
        shows("Math.round(hiv.p(\"H=1 | D1=1, D2=1\") * 1e4) / 1e4", "0.8307");
    }

    @Test
    @DisplayName("C1 to C7 and G8 in notation")
    void calculus() {
        cell("var f = parse(\"4x^3 + x^2 + 3\")");
        shows("f.derivative()", "12x^2 + 2x");
        shows("f.derivative().at(2)", "52.0");
        shows("trace(x -> 4 * x ** 3 + x ** 2 + 3).derivative()", "12x^2 + 2x");
        shows("trace(x -> 1 / (1 + exp(-x))).derivative()", "exp(-x)/(exp(-x) + 1)^2");
        shows("trace(x -> 3 - x * sin(x))", "-x sin(x) + 3");
        cell("var t = arange(0, 3, 0.1); var g = parse(\"3x^2 - 4x\");");
        cell("plot(t, [g.on(t), tangent(g, 1).on(t)]).xlabel(\"x\").legend(\"f(x)\", \"Tangent line (x=1)\")");
        shows("jacobian(x -> x * x, tensor([1.0, 2.0]), Layout.NUMERATOR)", "tensor([[2., 0.],\n        [0., 4.]])");
        cell("var x = arange(4.0).requiresGrad_(true); var y = 2 * dot(x, x);");
        assertThat(value("graph(y, Map.of(\"x\", x))").toString()).contains("MulBackward0 ← DotBackward0");
        assertThat(value("derivative(f, 2)").toString()).contains("reverse accumulation");
        assertThat(value("subderivative(parse(\"|x|\"), 0)").toString()).contains("[-1, 1]");
        shows("new Normal(0, 1).logProb(0)", "tensor(-0.9189)");
    }

    private static void shows(String cell, String expected) {
        assertThat(String.valueOf(value(cell))).as(cell).isEqualTo(expected);
    }

    private static void cell(String code) {
        Evaluation outcome = session.evaluate(code, ++cells);
        assertThat(outcome).as("%s", code).isNotInstanceOf(Evaluation.Failure.class);
    }

    private static Object value(String code) {
        Evaluation outcome = session.evaluate(code, ++cells);
        assertThat(outcome).as("%s", code).isInstanceOf(Evaluation.Value.class);
        return ((Evaluation.Value) outcome).value();
    }
}
