package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
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
        List<NotebookCell> cells =
                Notebook.read(folder.resolve("done/微 积分.ipynb")).cells();
        assertThat(cells).extracting(NotebookCell::executionCount).containsExactly(1, 2, 3, 0, 0, 4);
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
        List<NotebookCell> cells = Notebook.read(notebook).cells();
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
    void aWrongAnswerIsAFailureWhereExercisesAreAskedFor() throws IOException {
        Files.createDirectory(folder.resolve("exercises"));
        Files.writeString(folder.resolve("exercises/sums.yaml"), """
            chapter: sums
            exercises:
              - id: sums-1
                title: Six
                task: Two times three.
                expect: 6
                points: 1
            """);
        Path notebook = notebook("s.ipynb", code("int answer = 5;"), code("check(\\\"sums-1\\\", answer)"));
        assertThat(run(notebook.toString(), "--inplace")).as(err.toString()).isEqualTo(ExitCode.OK);
        assertThat(run(notebook.toString(), "--inplace", "--exercises")).isEqualTo(ExitCode.CELL_FAILED);
        assertThat(err.toString()).contains("s.ipynb, cell 2: sums-1", "got 5");
        Path right = notebook("r.ipynb", code("int answer = 6;"), code("check(\\\"sums-1\\\", answer)"));
        assertThat(run(right.toString(), "--inplace", "--exercises"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("1 of 1");
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

    @Test
    void aCellThatPrintsWithoutEndIsStoppedAndItsOutputIsCut() throws IOException {
        Path much =
                notebook("much.ipynb", code("for (int i = 0; i < 200; i++) System.out.println(\\\"on and on\\\");"));
        assertThat(run(much.toString(), "--inplace", "--max-output", "0.001"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains("much.ipynb, cell 1: its outputs were cut");
        assertThat(Notebook.read(much).cells().get(0).outputs().toString())
                .contains("on and on", "Output cut here: a cell may show 1000 characters")
                .hasSizeLessThan(4000);
        Path endless = notebook("p.ipynb", code("while (true) System.out.println(\\\"without end\\\");"), code("2"));
        assertThat(run(endless.toString(), "--inplace", "--timeout", "3", "--max-output", "0.001"))
                .as(err.toString())
                .isEqualTo(ExitCode.TIMEOUT);
        assertThat(err.toString()).contains("p.ipynb, cell 1: still running after 3 s");
        assertThat(Notebook.read(endless).cells().get(0).outputs().toString())
                .contains("CellTimeoutError")
                .hasSizeLessThan(4000);
    }

    @Test
    void damagedNotebooksAndThoseThatCannotBeSavedAreNamedAndTheOthersAreDone() throws IOException {
        notebook("good.ipynb", code("2"), code("3", "skip-execution"));
        Files.writeString(folder.resolve("damaged.ipynb"), "{\"nbformat\": 4, \"metadata\": \"x\", \"cells\": []}");
        notebook("unsaved.ipynb", code("3"));
        // As with a full disk, what cannot be written is known only when it is written.
        Files.createDirectories(folder.resolve("out/unsaved.ipynb/in the way"));
        Path report = folder.resolve("report.xml");
        String output = folder.resolve("out").toString();
        assertThat(run(
                        folder.toString(),
                        "--jobs",
                        "2",
                        "--compare",
                        "--output",
                        output,
                        "--report",
                        report.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .containsOnlyOnce("damaged.ipynb: \"metadata\" must be an object")
                .containsOnlyOnce("out/unsaved.ipynb: cannot be written")
                .doesNotContain("\tat ");
        assertThat(out.toString())
                .containsPattern("damaged.ipynb +0 +0.0 +not read +0")
                .containsPattern("good.ipynb +1 +[0-9.]+ +1 +1")
                .containsPattern("unsaved.ipynb +1 +[0-9.]+ +1, not saved +0");
        assertThat(Notebook.read(folder.resolve("out/good.ipynb"))
                        .cells()
                        .get(0)
                        .executionCount())
                .isEqualTo(1);
        assertThat(report)
                .content()
                .contains("name=\"not read\"", "name=\"not saved\"", "name=\"cell 1: 2\"", "not compared");
    }

    private Path notebook(String name, String... cells) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {\"kernelspec\": {\"name\": \"jacobi\"}}, "
                        + "\"cells\": ["
                        + String.join(",", cells) + "]}");
    }

    private static String code(String source, String... tags) {
        return "{\"cell_type\": \"code\", \"source\": \"" + source + "\", \"metadata\": {\"tags\": ["
                + (tags.length == 0 ? "" : "\"" + String.join("\", \"", tags) + "\"")
                + "]}, \"execution_count\": null, \"outputs\": ["
                + "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"stale\"}]}";
    }

    private int run(String... arguments) {
        CommandLine commands = Commands.line(() -> {
            throw new AssertionError("a kernel is a process of its own");
        });
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commands.execute(all);
    }
}
