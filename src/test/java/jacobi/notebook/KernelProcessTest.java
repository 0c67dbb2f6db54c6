package jacobi.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KernelProcessTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKernelThatEndsAtOnceHasItsLastWordsReported() {
        assertThatThrownBy(() -> KernelProcess.start(Launch.plain(
                        spec("sh", "-c", "echo starting; echo \"no module $LESSON\" >&2; echo '  at frame'; exit 5"),
                        folder,
                        folder.resolve("a.ipynb"))))
                .isInstanceOf(KernelDiedException.class)
                .hasMessageContainingAll(
                        "kernel 'broken' ended before it answered",
                        "exit code 5",
                        "the last it printed: no module 04",
                        "kernel.json")
                .message()
                .doesNotContain("\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKernelWhosePortIsTakenIsStartedAgainOnOthers() {
        Path counter = folder.resolve("starts");
        assertThatThrownBy(() -> KernelProcess.start(Launch.plain(
                        spec("sh", "-c", "echo x >>'" + counter + "'; echo 'Address already in use'; exit 1"),
                        folder,
                        folder.resolve("a.ipynb"))))
                .isInstanceOf(KernelDiedException.class)
                .hasMessageContaining("in use");
        assertThat(counter).content().hasLineCount(3);
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatThrownBy(() ->
                        KernelProcess.start(Launch.plain(spec("no-such-program"), folder, folder.resolve("a.ipynb"))))
                .isInstanceOf(KernelDiedException.class)
                .hasMessageContainingAll("cannot be started", "no-such-program", "check \"argv\"");
    }

    @Test
    void aNotebookWhoseKernelCannotStartKeepsWhatItHas() throws NotebookException {
        String stored = """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                 {"cell_type": "code", "id": "a", "source": "1", "metadata": {}, "execution_count": 7,
                  "outputs": [{"output_type": "stream", "name": "stdout", "text": "kept"}]}]}""";
        Notebook notebook = Notebook.parse(stored, "it");
        String before = notebook.toJson();
        NotebookRunner runner = new NotebookRunner(Duration.ZERO, false, Long.MAX_VALUE);
        assertThatThrownBy(() -> runner.run(notebook, Path.of("it"), spec("no-such-program"), folder, null))
                .isInstanceOf(KernelDiedException.class);
        assertThat(notebook.toJson()).isEqualTo(before);
    }

    private KernelSpec spec(String... argv) {
        return new KernelSpec("broken", List.of(argv), "sh", Map.of("LESSON", "04"), true, folder);
    }
}
