package jacobi.kernel;

import static jacobi.kernel.ScriptedEvaluator.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.wire.Message;
import java.util.List;
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
}
