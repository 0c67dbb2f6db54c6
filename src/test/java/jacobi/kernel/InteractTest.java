package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.TestText;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.repl.engine.JavaEvaluator;
import jacobi.wire.Channel;
import jacobi.wire.Json;
import jacobi.wire.Message;
import jacobi.wire.content.CommClose;
import jacobi.wire.content.CommMsg;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code interact} as a cell says it and a page moves it. */
@Timeout(300)
@Tag("slow")
class InteractTest {
    private static RunningKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = new RunningKernel(() -> new JavaEvaluator(TestText.prelude()));
        kernel.run("var x = linspace(0, 2, 100); double a = 3; double twice(double v) { return 2 * v; }"
                + " int add(int p, int q) { return p + q; } void tell(double v) { println(\"told \" + v); }");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        interact((a, b) -> plot(x, a * x ** b), a=slider(-2, 2), b=[1, 2, 3])      | interact(a=0, b=1): Figure: \
        line
        interact((a, b) -> a * b, b=slider(0, 4, 1), a=slider(0.0, 10))            | interact(a=5, b=2): 10.0
        interact((n, s, t) -> println(s, n, t), n=(0, 10), s="word", t=true)       | interact(n=5, s=word, \
        t=true): word 5 true
        interact(v -> twice(v ** 2), v=3.0)                                        | interact(v=3): 18.0
        interact(v -> tell(v), v=(0.0, 1.0, 0.25))                                 | interact(v=0.5): told 0.5
        interact(f -> f.length(), f=["sin", "cosine"])                             | interact(f=sin): 3
        interact((v, k) -> { int sum = 0; for (int i = 0; i < k; i++) { sum += v; } return sum; }, v=5, \
        k=fixed(3)) | interact(v=5): 15
        interact((a, b) -> a + b, slider(0, 2), 1)                                 | interact(a=1, b=1): 2.0
        interact(n -> 1 / n, n=0)                                                  | interact(n=0): \
        ArithmeticException
        interact(p -> { plot(x, p * x); println("below"); }, p=slider(0, 2))       | interact(p=1): below
        interact(a -> a * 2, control("a", slider(0, 2)))                           | interact(a=1): 2.0
        interact(twice, v=slider(0, 2))                                            | interact(v=1): 2.0
        Function<Double, Double> half = v -> v / 2; interact(half, v=slider(0, 4)) | interact(v=2): 1.0
        interact(add, p=2, q=[1, 3])                                               | interact(p=2, q=1): 3
        """)
    void cellsSayItAsIpywidgetsDo(String cell, String line) throws Exception {
        List<JsonNode> shown = kernel.run(cell).outputs().stream()
                .filter(output -> output.type().equals("display_data"))
                .map(output -> output.content().path("data"))
                .toList();
        assertThat(shown).hasSize(2);
        assertThat(shown.get(0).path("text/plain").asText()).startsWith(line).doesNotContain("\n");
        assertThat(shown.get(0)
                        .at("/application~1vnd.jupyter.widget-view+json/model_id")
                        .asText())
                .isNotEmpty();
        assertThat(shown.get(1).path("text/html").asText())
                .hasSizeLessThan(300_000)
                .startsWith("<div class=");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        interact((a, b) -> a * b, a=slider(-2, 2))          | nothing is given for the parameter b: add \
        b=slider(0, 1)
        interact(a -> a * 2, c=slider(-2, 2))               | the function has no parameter for c; its parameters \
        are a
        interact(a -> nowhere(a), a=slider(-2, 2))          | nowhere
        slider(2, -2)                                       | not from 2.0 to -2.0
        """)
    void whatIsWrongIsSaid(String cell, String message) throws Exception {
        String told = kernel.run(cell).reply().content().toString();
        assertThat(told).contains(message).doesNotContain("no form takes these");
    }

    @Test
    void movingRedrawsAndAnErrorIsShownInPlace() throws Exception {
        Outcome shown = kernel.run("interact(n -> 12 / n, n=(0, 6))");
        assertThat(outputs(move(shown, "IntSliderModel", 4))).contains("\"3\"");
        assertThat(outputs(move(shown, "IntSliderModel", 0)))
                .contains("\"ename\":\"ArithmeticException\"")
                .doesNotContain("display_data");
        assertThat(outputs(move(shown, "IntSliderModel", 6))).contains("\"2\"").doesNotContain("ArithmeticException");
    }

    @Test
    void aPageThatClosesTheWidgetsAtOnceHasNoneAndShowsTheFrames() throws Exception {
        Outcome shown = kernel.run("interact(n -> 12 * n, n=(0, 6))");
        List<Message> displays = shown.outputs().stream()
                .filter(output -> output.type().equals("display_data"))
                .toList();
        Message close = kernel.client.message(new CommClose(idOf(shown, "VBoxModel"), Json.object()));
        kernel.client.send(Channel.SHELL, close);
        Message update = kernel.awaitPublished(shown.request(), "],true,").stream()
                .filter(message -> message.type().equals("update_display_data"))
                .findFirst()
                .orElseThrow();
        JsonNode frames = displays.get(1).content();
        assertThat(update.content().at("/transient/display_id"))
                .isEqualTo(frames.at("/transient/display_id"))
                .isNotNull();
        assertThat(frames.at("/data/text~1html").asText()).contains("],false,").doesNotContain("],true,");
    }

    @Test
    void oldValuesAreLeftOutWhileAFunctionIsSlow() throws Exception {
        Outcome shown = kernel.run("int pause = 0; var drawn = new CopyOnWriteArrayList<Integer>();"
                + "interact(n -> { Thread.sleep(pause); drawn.add(n); return n; }, n=(0, 50))");
        kernel.run("pause = 300; drawn.clear();");
        Message last = null;
        for (int value = 1; value <= 20; value++) {
            last = message(shown, "IntSliderModel", value);
            kernel.client.send(Channel.SHELL, last);
        }
        kernel.awaitPublished(last.header(), "idle");
        String values = kernel.run("drawn.toString()").output("execute_result").toString();
        assertThat(values).contains("20]");
        assertThat(values.split(",").length).isLessThan(15);
    }

    @Test
    void aHandlerIsInterruptedAsACellIs() throws Exception {
        Outcome shown = kernel.run("interact(n -> { while (n == 3) { } return n; }, n=(0, 2)); \"shown\"");
        Outcome endless = kernel.run("var s = intSlider(0, 5); s.onChange(v -> { while (v == 3) { } }); s");
        Message move = message(endless, "IntSliderModel", 3);
        kernel.client.send(Channel.SHELL, move);
        kernel.awaitPublished(move.header(), "busy");
        Thread.sleep(200);
        kernel.client.interrupt().get(RunningKernel.SECONDS, TimeUnit.SECONDS);
        kernel.awaitPublished(move.header(), "idle");
        kernel.awaitPublished(endless.request(), "KeyboardInterrupt");
        assertThat(outputs(move(shown, "IntSliderModel", 2))).contains("\"2\"");
    }

    private static List<Message> move(Outcome shown, String model, Object value) throws Exception {
        Message message = message(shown, model, value);
        kernel.client.send(Channel.SHELL, message);
        return kernel.awaitPublished(message.header(), "\"outputs\"");
    }

    @Test
    void aPageIsToldThatItMaySendMoreBeforeAValueIsDrawn() throws Exception {
        Outcome shown = kernel.run("interact(n -> \"drawn \" + n, n=(0, 6))");
        List<String> said = move(shown, "IntSliderModel", 4).stream()
                .map(message -> message.content().toString())
                .toList();
        int idle = IntStream.range(0, said.size())
                .filter(i -> said.get(i).contains("idle"))
                .findFirst()
                .orElseThrow();
        assertThat(said.subList(0, idle)).noneMatch(text -> text.contains("drawn 4"));
        assertThat(said.subList(idle, said.size())).anyMatch(text -> text.contains("drawn 4"));
    }

    private static Message message(Outcome shown, String model, Object value) {
        ObjectNode data = Json.object().put("method", "update");
        data.putObject("state").set("value", Json.tree(value));
        return kernel.client.message(new CommMsg(idOf(shown, model), data));
    }

    private static String idOf(Outcome shown, String model) {
        return shown.outputs().stream()
                .filter(output ->
                        output.content().at("/data/state/_model_name").asText().equals(model))
                .findFirst()
                .orElseThrow()
                .content()
                .path("comm_id")
                .asText();
    }

    /** What was shown last in the place below the controls. */
    private static String outputs(List<Message> published) {
        return published.stream()
                .map(message -> message.content().at("/data/state/outputs"))
                .filter(JsonNode::isArray)
                .reduce((first, second) -> second)
                .orElseThrow()
                .toString();
    }
}
