package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.language.Language;
import jacobi.wire.ConnectionFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
    private static final int USAGE = 2;
    private static final int KERNEL_DIED = 3;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandItTellsWhatThereIs() {
        assertThat(jacobi()).isZero();
        assertThat(out.toString()).contains("Usage: jacobi", "run ", "install ", "uninstall ", "kernel ");
        assertThat(jacobi("--version")).isZero();
        assertThat(out.toString()).contains("on Java " + Runtime.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu                                  | rnu is not expected here; did you mean run?",
                "run a.ipynb --job 2                  | there is no option --job; did you mean --jobs?",
                "run a.ipynb --bogus                  | there is no option --bogus",
                "run                                  | missing: NOTEBOOK",
                "run a.ipynb --jobs                   | missing: --jobs N",
                "course grade                         | missing: --teacher NOTEBOOK, SUBMISSIONS",
                "run a.ipynb --jobs two               | --jobs is two; give a whole number",
                "run a.ipynb --timeout long           | --timeout is long; give a number",
                "run a.ipynb --jobs 1 --jobs 2        | --jobs is there twice; give it once",
                "run a.ipynb --inplace=yes            | --inplace takes no value",
                "run a.ipynb --jobs 0                 | --jobs is 0; give 1 or more",
                "run a.ipynb --timeout -1             | --timeout is -1.0; give seconds",
                "run a.ipynb --compare --inplace      | stored outputs would be overwritten",
                "run a.ipynb --output x --inplace     | of --output=DIR, --inplace one at most",
                "install --user --sys-prefix          | of --user, --sys-prefix one at most",
                "install --name a/b                   | 'a/b' cannot be a kernel's name",
                "run no-such.ipynb                    | no-such.ipynb: no such file",
            })
    void aWrongCommandLineIsOneLineAndExitCode2(String arguments, String message) {
        assertThat(jacobi(arguments.strip().split(" +"))).isEqualTo(USAGE);
        assertThat(err.toString()).startsWith("jacobi: ").contains(message).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu                          | 这里不应有 rnu；你是不是要用 run？",
                "run a.ipynb --bogus          | 没有 --bogus 这个选项",
                "run                          | 缺少：NOTEBOOK",
                "run a.ipynb --jobs two       | --jobs 是 two；请给出一个整数",
                "install --user --sys-prefix  | --user, --sys-prefix 中至多用一个",
            })
    void aWrongCommandLineIsExplainedInTheReadersLanguage(String arguments, String message) {
        Language before = Language.current();
        Language.use(Language.of("zh").orElseThrow());
        try {
            assertThat(jacobi(arguments.strip().split(" +"))).isEqualTo(USAGE);
        } finally {
            Language.use(before);
        }
        assertThat(err.toString().lines()).first().isEqualTo("jacobi: " + message);
    }

    @Test
    void everyNotebookThatCannotBeReadIsNamedBeforeAnyRuns() throws IOException {
        Files.writeString(folder.resolve("a.ipynb"), "not json");
        Files.writeString(folder.resolve("b.ipynb"), """
            {"nbformat": 4, "cells": [],
             "metadata": {"kernelspec": {"name": "ir", "language": "R", "display_name": "R"}}}\
            """);
        assertThat(jacobi("run", folder.toString())).isEqualTo(USAGE);
        assertThat(err.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("a.ipynb: not JSON"))
                .anyMatch(
                        line -> line.contains("b.ipynb: written in r for kernel 'ir'") && line.contains("--kernel ir"));
    }

    @Test
    void anUnknownKernelIsNamedWithThoseThereAre() throws IOException {
        Path notebook =
                Files.writeString(folder.resolve("a.ipynb"), "{\"nbformat\": 4, \"metadata\": {}, \"cells\": []}");
        assertThat(jacobi("run", notebook.toString(), "--kernel", "jvav")).isEqualTo(USAGE);
        assertThat(err.toString()).startsWith("jacobi: no kernel is named 'jvav'; installed: ");
    }

    private int jacobi(String... arguments) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }

    @ParameterizedTest
    @CsvSource({"'', it is empty", "'{\"shell_port\": 5', it is not JSON", "{}, it has no shell_port"})
    void aConnectionFileThatIsCutShortIsNamed(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("kernel-7.json"), content);
        assertThat(jacobi("kernel", file.toString())).isEqualTo(USAGE);
        assertThat(err.toString()).contains("kernel-7.json", message).hasLineCount(1);
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConnectionFile free = ConnectionFile.onFreePorts("jacobi");
            Path file = folder.resolve("kernel-8.json");
            new ConnectionFile(
                            "tcp",
                            "127.0.0.1",
                            taken.getLocalPort(),
                            free.iopubPort(),
                            free.stdinPort(),
                            free.controlPort(),
                            free.hbPort(),
                            free.key(),
                            free.signatureScheme(),
                            "jacobi")
                    .write(file);
            assertThat(jacobi("kernel", file.toString())).isEqualTo(KERNEL_DIED);
            assertThat(err.toString())
                    .contains("kernel-8.json", ":" + taken.getLocalPort(), "in use")
                    .hasLineCount(1);
        }
    }

    /** In a process of its own, which ends with the kernel. */
    @Test
    void theSessionThatWarmsAStartUpArchiveRunsToItsEnd() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path printed = folder.resolve("printed");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), "jacobi.Main", "warm-up")
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("JUPYTER_DATA_DIR", folder.toString());
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
        // Its cells have run: they are remembered where its user's would be.
        assertThat(folder.resolve("jacobi").resolve("history"))
                .isDirectoryRecursivelyContaining(file -> Files.isRegularFile(file));
    }
}
