package jacobi.kernel;

import static jacobi.kernel.ScriptedEvaluator.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.wire.Channel;
import jacobi.wire.Header;
import jacobi.wire.Message;
import jacobi.wire.content.IsCompleteRequest;
import jacobi.wire.content.KernelInfoRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class DisplayTest {

    @Test
    void aDisplayIsShownUpdatedAndCleared() throws Exception {
        try (RunningKernel kernel = new RunningKernel()) {
            kernel.cells.cell("show", () -> {
                System.out.print("before");
                DisplayHandle handle = Displays.display("<b>1</b>", "text/html");
                System.out.print("between");
                handle.update(Displays.html("<b>2</b>"));
                Displays.clearOutput(true);
                return NOTHING;
            });
            Outcome cell = kernel.run("show");
            assertThat(cell.types())
                    .containsExactly(
                            "status",
                            "execute_input",
                            "stream",
                            "display_data",
                            "stream",
                            "update_display_data",
                            "clear_output",
                            "status");
            assertThat(cell.output("display_data").at("/data/text~1html").asText())
                    .isEqualTo("<b>1</b>");
            assertThat(cell.output("update_display_data").at("/data/text~1html").asText())
                    .isEqualTo("<b>2</b>");
            assertThat(cell.output("display_data").at("/transient/display_id").asText())
                    .isNotEmpty()
                    .isEqualTo(cell.output("update_display_data")
                            .at("/transient/display_id")
                            .asText());
            assertThat(cell.output("clear_output").path("wait").asBoolean()).isTrue();
        }
    }

    @Test
    void aCellThatEndsInDisplayShowsItOnce() throws Exception {
        try (RunningKernel kernel = new RunningKernel()) {
            kernel.cells.cell("show", () -> Displays.display("x"));
            assertThat(kernel.run("show").types()).containsExactly("status", "execute_input", "display_data", "status");
        }
    }

    /** A page may show outputs of the kernel before a restart; updates must not reach them. */
    @Test
    void anotherKernelUsesOtherDisplayIds() throws Exception {
        List<String> ids = new java.util.ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (RunningKernel kernel = new RunningKernel()) {
                kernel.cells.cell("show", () -> Displays.display("x"));
                Message shown = kernel.run("show").outputs().stream()
                        .filter(m -> m.type().equals("display_data"))
                        .findFirst()
                        .orElseThrow();
                ids.add(shown.content().at("/transient/display_id").asText());
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** jupyter-console prints displays and ignores updates. */
    @Test
    void aConsoleSeesUpdatesAsTextWrittenOverTheDisplay() throws Exception {
        try (RunningKernel kernel = new RunningKernel()) {
            kernel.cells.cell("bars", () -> {
                DisplayHandle outer = Displays.display("outer 0%");
                DisplayHandle inner = Displays.display("inner 0%");
                inner.update("inner");
                outer.update("outer 50%");
                return NOTHING;
            });
            kernel.cells.cell("printing", () -> {
                DisplayHandle bar = Displays.display("0%");
                System.out.println("far below");
                bar.update("50%");
                bar.update("100%");
                return NOTHING;
            });
            assertThat(kernel.run("bars").types()).as("a page").doesNotContain("stream");

            ask(kernel, UUID.randomUUID().toString());
            assertThat(kernel.run("bars").types()).as("JupyterLab's console").doesNotContain("stream");

            ask(kernel, kernel.client.message(new KernelInfoRequest()).header().session() + "_4711_1");
            Outcome bars = kernel.run("bars");
            assertThat(bars.stream("stdout"))
                    .isEqualTo("\033[2A\router 0%\ninner   \n" + "\033[2A\router 50%\ninner\n");
            assertThat(bars.types()).contains("update_display_data");
            assertThat(kernel.run("printing").stream("stdout")).isEqualTo("far below\n100%\n");
        }
    }

    private static void ask(RunningKernel kernel, String messageId) throws Exception {
        Message question = kernel.client.message(new IsCompleteRequest("bars"));
        Header header = question.header();
        Header numbered = new Header(
                messageId, header.session(), header.username(), header.date(), header.msgType(), header.version());
        kernel.client.send(
                Channel.SHELL, new Message(List.of(), numbered, null, question.metadata(), question.body(), List.of()));
        kernel.awaitPublished(numbered, "idle");
    }
}
