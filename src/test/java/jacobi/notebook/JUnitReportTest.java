package jacobi.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.notebook.CellResult.State;
import jacobi.notebook.NotebookResult.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class JUnitReportTest {
    @TempDir
    Path folder;

    @Test
    void aSuiteANotebookAndACaseACell() throws Exception {
        NotebookResult result = new NotebookResult(
                Path.of("04.ipynb"),
                List.of(
                        new CellResult(2, "\nint x = 1 < 2;", State.RAN, Duration.ofMillis(1250), "", List.of()),
                        new CellResult(
                                3,
                                "f()",
                                State.FAILED,
                                Duration.ZERO,
                                "E: \u0007bad",
                                List.of("\u001b[31mE\u001b[0m ∇😀")),
                        new CellResult(5, "g()", State.TIMED_OUT, Duration.ZERO, "still running", List.of()),
                        CellResult.skipped(6, "h()")),
                Duration.ofSeconds(3));
        Path file = folder.resolve("reports/run.xml");
        JUnitReport.write(
                file,
                List.of(result, NotebookResult.notRun(Path.of("05.ipynb"), Trouble.NO_KERNEL, "no kernel")),
                false);
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);
        assertThat(List.of("name", "tests", "failures", "errors", "skipped", "time"))
                .extracting(suite::getAttribute)
                .containsExactly("04.ipynb", "4", "1", "1", "1", "3.000");
        Element first = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("cell 2: int x = 1 < 2;");
        assertThat(first.getAttribute("time")).isEqualTo("1.250");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("E: bad");
        assertThat(failure.getTextContent()).isEqualTo("f()\n\nE ∇😀");
        Element second = (Element) suites.getElementsByTagName("testsuite").item(1);
        assertThat(second.getAttribute("errors")).isEqualTo("1");
        assertThat(second.getElementsByTagName("error").item(0).getTextContent())
                .contains("no kernel");
    }

    @Test
    void anExerciseIsACaseOfItsOwnWhereAsked() throws Exception {
        CellResult cell = new CellResult(2, "check", State.RAN, Duration.ZERO, "", List.of())
                .with(List.of(
                        new CheckedExercise("data-1", true, true, 1, 1, "right"),
                        new CheckedExercise("data-2", true, false, 0, 2, "data-2: not yet"),
                        new CheckedExercise("data-3", false, false, 0, 2, "not attempted")));
        List<NotebookResult> results = List.of(new NotebookResult(Path.of("01.ipynb"), List.of(cell), Duration.ZERO));
        Path file = folder.resolve("run.xml");
        JUnitReport.write(file, results, false);
        assertThat(file).content().contains("tests=\"1\"").doesNotContain("data-1");
        JUnitReport.write(file, results, true);
        assertThat(file)
                .content()
                .contains("tests=\"4\" failures=\"2\" errors=\"0\" skipped=\"0\"")
                .containsSubsequence(
                        "exercise data-2", "<failure", "data-2: not yet", "exercise data-3", "NOT_ATTEMPTED");
    }
}
