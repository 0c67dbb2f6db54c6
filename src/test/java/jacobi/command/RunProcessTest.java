package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jacobi run} as a process of its own, which can be killed and given a temporary folder. */
@Tag("slow")
class RunProcessTest {
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void aKilledRunnerLeavesNothingAmongTheTemporaryFiles() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path started = folder.resolve("started");
        notebook("a.ipynb", "Files.writeString(Path.of(\\\"started\\\"), \\\"\\\"); Thread.sleep(600_000);");
        Process runner = start(temporary, "a.ipynb", "--inplace");
        List<ProcessHandle> all = new ArrayList<>();
        try {
            for (int i = 0; !Files.exists(started) && runner.isAlive() && i < 10 * PATIENCE_SECONDS; i++) {
                Thread.sleep(100);
            }
            assertThat(started).exists();
            runner.descendants().forEach(all::add);
            runner.destroyForcibly().waitFor();
            assertThat(temporary.toFile().list((at, name) -> name.startsWith("jacobi")))
                    .isEmpty();
            assertThat(folder.resolve("a.ipynb")).content().contains("Thread.sleep");
        } finally {
            runner.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aMissingTemporaryFolderIsALineANotebookAndTheReportIsWritten() throws Exception {
        notebook("a.ipynb", "1");
        notebook("b.ipynb", "2");
        Process runner = start(folder.resolve("none"), "a.ipynb", "b.ipynb", "--report", "report.xml");
        assertThat(runner.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(runner.exitValue()).isEqualTo(ExitCode.KERNEL_DIED);
        assertThat(Files.readAllLines(folder.resolve("printed")))
                .filteredOn(line -> line.startsWith("jacobi: "))
                .hasSize(2)
                .allMatch(line -> line.contains("temporary folder " + folder.resolve("none"))
                        && line.contains("-Djava.io.tmpdir=DIR"));
        assertThat(folder.resolve("printed")).content().doesNotContain("\tat ").contains("no kernel");
        assertThat(folder.resolve("report.xml"))
                .content()
                .containsSubsequence("a.ipynb", "<error", "b.ipynb", "<error");
    }

    private Process start(Path temporary, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                OwnKernel.ofThisProcess().program(),
                "-Djava.io.tmpdir=" + temporary,
                "jacobi.Main",
                "run"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        return builder.start();
    }

    private void notebook(String name, String source) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "{\"nbformat\": 4, \"nbformat_minor\": 4, \"metadata\": {}, \"cells\": [{\"cell_type\": \"code\","
                        + " \"source\": \"" + source + "\", \"metadata\": {}, \"outputs\": []}]}");
    }
}
