package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.notebook.Cell;
import jacobi.notebook.Notebook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs notebooks in kernels of their own, each a process. */
@Tag("slow")
class RunCommandTest {
    private static final String KILL_ITSELF =
            "new ProcessBuilder(\\\"kill\\\", \\\"-9\\\", \\\"\\\" + ProcessHandle.current().pid()).start().waitFor()";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aNotebookRunsWithItsTagsInItsOwnFolderAndIsSaved() throws IOException {
        Files.writeString(folder.resolve("数据.txt"), "42");
        Path notebook = notebook(
                "微 积分.ipynb",
                code("int x = 20 + 1;\\nx"),
                code("x + Integer.parseInt(Files.readString(Path.of(\\\"数据.txt\\\")))"),
                code("throw new IllegalStateException(\\\"no\\\");", "raises-exception"),
                code("nonsense(", "skip-execution"),
                code(" "),
                code("System.out.print(\\\"∇\\\"); System.out.println(x);"));
        Path report = folder.resolve("report.xml");
        assertThat(run(
                        notebook.toString(),
                        "--output",
                        folder.resolve("done").toString(),
                        "--report",
                        report.toString()))
                .as(err.toString())
                .isZero();
        List<Cell> cells = Notebook.read(folder.resolve("done/微 积分.ipynb")).cells();
        assertThat(cells).extracting(Cell::executionCount).containsExactly(1, 2, 3, 0, 0, 4);
        assertThat(cells.get(0).outputs().toString()).contains("\"text/plain\":[\"21\"]");
        assertThat(cells.get(1).outputs().toString()).contains("[\"63\"]");
        assertThat(cells.get(2).outputs().toString()).contains("IllegalStateException");
        assertThat(cells.get(3).outputs().toString())
                .as("a skipped cell keeps what it has")
                .contains("stale");
        assertThat(cells.get(5).outputs().toString())
                .isEqualTo("[{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":[\"∇21\\n\"]}]");
        assertThat(out.toString().lines().skip(1)).singleElement().asString().matches(".*ipynb +4 +\\d+\\.\\d +0");
        assertThat(report).content().contains("tests=\"6\" failures=\"0\" errors=\"0\" skipped=\"2\"");
        assertThat(Notebook.read(notebook).cells().get(0).outputs().toString()).contains("stale");
    }

    @Test
    void aFailedCellIsExplainedAndSavedAndEndsTheRun() throws IOException {
        Path notebook = notebook("f.ipynb", code("int x = 1;"), code("int y = x / 0;"), code("x"));
        assertThat(run(notebook.toString(), "--inplace")).isEqualTo(ExitCode.CELL_FAILED);
        assertThat(err.toString()).contains("f.ipynb, cell 2: ArithmeticException: / by zero", "| int y = x / 0;");
        List<Cell> cells = Notebook.read(notebook).cells();
        assertThat(cells.get(1).outputs().toString()).contains("\"output_type\":\"error\"");
        assertThat(cells.get(2).outputs())
                .as("not run, so nothing of an earlier run")
                .isEmpty();
        assertThat(run(notebook.toString(), "--inplace", "--allow-errors")).isEqualTo(ExitCode.OK);
        assertThat(Notebook.read(notebook).cells().get(2).outputs().toString()).contains("\"1\"");
    }

    @Test
    void aCellThatNeverEndsIsStopped() throws IOException {
        Path notebook = notebook("t.ipynb", code("Thread.sleep(60_000);"), code("2"));
        assertThat(run(notebook.toString(), "--inplace", "--timeout", "1.5")).isEqualTo(ExitCode.TIMEOUT);
        assertThat(err.toString()).contains("cell 1: still running after 1.5 s");
        String outputs = Notebook.read(notebook).cells().get(0).outputs().toString();
        assertThat(outputs).contains("CellTimeoutError");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKernelThatDiesIsToldFromACellThatFails() throws IOException {
        Path dying = notebook("d.ipynb", code("System.out.println(1);"), code(KILL_ITSELF), code("2"));
        Path fine = notebook("e.ipynb", code("2"));
        assertThat(run(dying.toString(), fine.toString(), "--jobs", "2", "--inplace"))
                .isEqualTo(ExitCode.KERNEL_DIED);
        assertThat(err.toString()).contains("d.ipynb, cell 2: the kernel died (exit code 137");
        assertThat(Notebook.read(dying).cells().get(1).outputs().toString()).contains("DeadKernelError");
        assertThat(Notebook.read(fine).cells().get(0).outputs().toString()).contains("[\"2\"]");
    }

    @Test
    void whatIsStoredIsComparedWithWhatComes() throws IOException {
        Path notebook = notebook("c.ipynb", code("2"), code("System.nanoTime()", "nbval-ignore-output"));
        String copies = folder.resolve("copies").toString();
        assertThat(run(notebook.toString(), "--compare", "--output", copies)).isEqualTo(ExitCode.CELL_FAILED);
        assertThat(err.toString()).contains("cell 1: differs from what is stored", "stored stdout 'stale', now");
        Path executed = folder.resolve("copies/c.ipynb");
        assertThat(run(executed.toString(), "--compare", "--output", copies + "2"))
                .isZero();
        assertThat(folder.resolve("copies2/c.ipynb").toFile()).exists();
    }

    private Path notebook(String name, String... cells) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {\"kernelspec\": {\"name\": \"jacobi\"}}, \"cells\": ["
                        + String.join(",", cells) + "]}");
    }

    private static String code(String source, String... tags) {
        return "{\"cell_type\": \"code\", \"source\": \"" + source + "\", \"metadata\": {\"tags\": ["
                + (tags.length == 0 ? "" : "\"" + String.join("\", \"", tags) + "\"")
                + "]}, \"execution_count\": null, \"outputs\": ["
                + "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"stale\"}]}";
    }

    private int run(String... arguments) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commands.execute(all);
    }
}
