package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.wire.content.CompleteRequest;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.InspectRequest;
import jacobi.wire.content.IsCompleteRequest;
import jacobi.wire.content.KernelInfoRequest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class IntrospectionTest {

    @Test
    void editorsAreAnswered() throws Exception {
        try (RunningKernel kernel = new RunningKernel()) {
            assertThat(isComplete(kernel, "for (;;) {")).isEqualTo("incomplete:    ");
            assertThat(isComplete(kernel, "int x = ;")).isEqualTo("invalid:");
            assertThat(isComplete(kernel, "1")).isEqualTo("complete:");
            for (String question : List.of("Math?", "?Math", "Math.abs??", "Math?\n")) {
                assertThat(isComplete(kernel, question)).as(question).isEqualTo("complete:");
            }

            JsonNode inspected = kernel.ask(new InspectRequest("Math", 4, 1));
            assertThat(inspected.path("found").asBoolean()).isTrue();
            assertThat(inspected.at("/data/text~1plain").asText()).isEqualTo("class Math, detail 1 at 4");
            assertThat(inspected.at("/data/text~1html").asText()).isEqualTo("<b>Math</b>");
            JsonNode unknown = kernel.ask(new InspectRequest("zzz", 3, 0));
            assertThat(unknown.path("found").asBoolean()).isFalse();
            assertThat(unknown.path("data")).isEmpty();
        }
    }

    /** 😀 is one code point and two UTF-16 units. */
    @Test
    void cursorsAreCountedInCodePoints() throws Exception {
        try (RunningKernel kernel = new RunningKernel()) {
            JsonNode completed = kernel.ask(new CompleteRequest("\"😀😀\".le", 7));
            assertThat(completed.path("cursor_start").asInt()).isEqualTo(5);
            assertThat(completed.path("cursor_end").asInt()).isEqualTo(7);
            assertThat(completed.at("/matches/0").asText()).isEqualTo("length");
            JsonNode type = completed.at("/metadata/_jupyter_types_experimental/0");
            assertThat(type.path("type").asText()).isEqualTo("function");
            assertThat(type.path("signature").asText()).isEqualTo("() int");
            assertThat(type.path("start").asInt()).isEqualTo(5);
            assertThat(kernel.ask(new CompleteRequest("a.", 99))
                            .path("cursor_end")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void theKernelIntroducesItselfBeforeTheEngineIsReady() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        ScriptedEvaluator slow = new ScriptedEvaluator();
        try (RunningKernel kernel = new RunningKernel(() -> {
            await(gate);
            return slow;
        })) {
            JsonNode info = kernel.ask(new KernelInfoRequest());
            assertThat(info.path("status").asText()).isEqualTo("ok");
            assertThat(info.path("protocol_version").asText()).isEqualTo("5.5");
            assertThat(info.path("banner").asText()).contains("Jacobi");
            assertThat(info.at("/language_info/name").asText()).isEqualTo("java");
            assertThat(info.at("/language_info/file_extension").asText()).isEqualTo(".java");
            JsonNode mode = info.at("/language_info/codemirror_mode");
            assertThat(mode.path("name").asText()).isEqualTo("clike");
            assertThat(mode.path("mime").asText()).isEqualTo("text/x-java");
            assertThat(mode.path("multiLineStrings").asBoolean()).isTrue();
            assertThat(mode.at("/keywords/record").asBoolean()).isTrue();
            assertThat(info.at("/help_links/0/url").asText()).startsWith("https://");
            var cell = kernel.client.execute(ExecuteRequest.of("1"), m -> {});
            assertThat(cell.reply()).isNotDone();
            gate.countDown();
            assertThat(cell.done().get().content().path("status").asText()).isEqualTo("ok");
            assertThat(kernel.ask(new KernelInfoRequest())
                            .at("/language_info/version")
                            .asText())
                    .isEqualTo("17.0.1");
        }
    }

    /** jupyter-console gives up asking for good if it waits a second. */
    @Test
    void whetherACellIsCompleteIsAnsweredBeforeTheEngineIsReady() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        ScriptedEvaluator slow = new ScriptedEvaluator();
        try (RunningKernel kernel = new RunningKernel(() -> {
            await(gate);
            return slow;
        })) {
            assertThat(isComplete(kernel, "1")).isEqualTo("unknown:");
            assertThat(isComplete(kernel, "Math?")).isEqualTo("complete:");
            gate.countDown();
            assertThat(kernel.run("1").status()).isEqualTo("ok");
            assertThat(isComplete(kernel, "for (;;) {")).isEqualTo("incomplete:    ");
        }
    }

    @Test
    void anEngineThatCannotStartIsTheErrorOfEachCell() throws Exception {
        try (RunningKernel kernel = new RunningKernel(() -> {
            throw new IllegalStateException("no compiler: this is a JRE");
        })) {
            RunningKernel.Outcome cell = kernel.run("1");
            assertThat(cell.output("error").path("evalue").asText()).contains("no compiler: this is a JRE");
        }
    }

    private static String isComplete(RunningKernel kernel, String code) throws Exception {
        JsonNode reply = kernel.ask(new IsCompleteRequest(code));
        return reply.path("status").asText() + ":" + reply.path("indent").asText();
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
