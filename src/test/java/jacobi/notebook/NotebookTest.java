package jacobi.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.TestText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookTest {
    private static final String EMPTY = "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": []}";

    @TempDir
    Path folder;

    @Test
    void aFileJupyterWroteComesOutByteForByte() throws IOException {
        String written = TestText.read(NotebookTest.class, "written-by-jupyter.ipynb");
        assertThat(Notebook.parse(written, "it").toJson()).isEqualTo(written);
    }

    @Test
    void keyOrderAndAMissingLastNewlineAreKept() throws IOException {
        String written = "{\n \"nbformat_minor\": 5,\n \"nbformat\": 4,\n \"cells\": [],\n \"metadata\": {}\n}";
        assertThat(Notebook.parse(written, "it").toJson()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00001, 1e-05",
        "1E+16, 1e+16",
        "1E+15, 1000000000000000.0",
        "0.0001, 0.0001",
        "-12.50, -12.5",
        "0.0, 0.0",
        "1.5E-7, 1.5e-07",
        "1E+300, 1e+300"
    })
    void floatsAreSpelledAsPythonSpellsThem(String number, String expected) {
        assertThat(NotebookJson.python(new BigDecimal(number))).isEqualTo(expected);
    }

    @Test
    void theVersionOfTheKernelThatRanItIsNotedBesideWhatElseIsThere() throws IOException {
        Notebook notebook = Notebook.parse("""
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"jacobi": {"rows": 1}, "authors": []}, "cells": []}\
            """, "it");
        notebook.madeBy(NotebookJson.read("""
            {"implementation": "jacobi", "implementation_version": "0.2.0", "language_info": {"name": "java"}}\
            """));
        assertThat(notebook.toJson().replaceAll("\\s", ""))
                .contains("\"metadata\":{\"authors\":[],\"jacobi\":{\"rows\":1,\"version\":\"0.2.0\"},"
                        + "\"language_info\":");
        Notebook other =
                Notebook.parse("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": []}", "it");
        other.madeBy(NotebookJson.read("""
            {"implementation": "ipython", "implementation_version": "9", "language_info": {"name": "python"}}\
            """));
        assertThat(other.toJson()).contains("python").doesNotContain("version");
    }

    @Test
    void cellsGiveSourceTagsAndOutputs() throws IOException {
        Notebook notebook = Notebook.parse("""
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"language_info": {"name": "Java"}}, "cells": [
             {"cell_type": "code", "id": "a", "execution_count": 3, "source": ["int x;\\n", "x"], "outputs": [],
              "metadata": {"tags": ["skip-execution"]}}]}\
            """, "it");
        NotebookCell cell = notebook.cells().get(0);
        assertThat(cell.source()).isEqualTo("int x;\nx");
        assertThat(cell.hasTag("skip-execution")).isTrue();
        assertThat(cell.executionCount()).isEqualTo(3);
        assertThat(notebook.language()).contains("java");
        assertThat(notebook.kernelName()).isEmpty();
    }

    @Test
    void writingReplacesAFileAndKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("微积分 1.ipynb"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Notebook.parse(EMPTY, "it").write(file);
        assertThat(Notebook.read(file).cells()).isEmpty();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        try (var files = Files.list(folder)) {
            assertThat(files).as("no temporary file is left").containsExactly(file);
        }
    }

    @Test
    void writingThroughALinkKeepsTheLink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.ipynb"), EMPTY);
        Path link = Files.createSymbolicLink(folder.resolve("link.ipynb"), file);
        Notebook.read(link).write(link);
        assertThat(link).isSymbolicLink();
        assertThat(file).isRegularFile().content().startsWith("{\n \"nbformat\": 4");
    }

    @Test
    void aCopyReplacesALinkAndNotWhatItLeadsTo() throws IOException {
        Path file = Files.writeString(folder.resolve("real.ipynb"), "untouched");
        Path link = Files.createSymbolicLink(folder.resolve("link.ipynb"), file);
        Notebook.parse(EMPTY, "it").write(link, LinkOption.NOFOLLOW_LINKS);
        assertThat(link).isRegularFile().content().startsWith("{\n \"nbformat\": 4");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(file).hasContent("untouched");
    }

    @Test
    void aLineOfAnyLengthIsReadAgain() throws IOException {
        Path file = folder.resolve("long.ipynb");
        Notebook notebook = Notebook.parse(
                "{\"nbformat\": 4, \"metadata\": {}, \"cells\": [{\"cell_type\": \"raw\", \"source\": \"\"}]}", "it");
        notebook.cells().get(0).source("x".repeat(21_000_000));
        notebook.write(file);
        assertThat(Notebook.read(file).cells().get(0).source()).hasSize(21_000_000);
    }

    @Test
    void anUnwritableFolderIsNamedWithTheFix() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "");
        assertThatThrownBy(() -> Notebook.parse(EMPTY, "it").write(file.resolve("x.ipynb")))
                .isInstanceOf(NotebookException.class)
                .hasMessageContainingAll("x.ipynb", "cannot be written", "--output DIR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | empty",
                "not json                            | not JSON (line 1, column",
                "{'nbformat': 4, 'cells': [          | not JSON (line 1, column",
                "[]                                  | not a notebook (it has no \"nbformat\")",
                "{'cells': []}                       | not a notebook (it has no \"nbformat\")",
                "{'nbformat': 3, 'worksheets': []}   | jupyter nbconvert --to notebook",
                "{'nbformat': 5, 'cells': []}        | newer than Jacobi reads",
                "{'nbformat': 4}                     | no list of \"cells\"",
                "{'nbformat': 4, 'cells': [{'cell_type': 'code'}]} | cell 1 has no \"source\"",
                "{'nbformat': 4, 'cells': [{'cell_type': 'sql', 'source': ''}]} | cell_type \"sql\"",
                "{'nbformat': 4, 'cells': [7]}       | cell 1 has cell_type \"\"",
                "{'nbformat': 4, 'metadata': [], 'cells': []} | \"metadata\" must be an object {…}, but is an empty "
                        + "list",
                "{'nbformat': 4, 'metadata': 'x', 'cells': []} | \"metadata\" must be an object {…}, but is a text",
                "{'nbformat': 4, 'cells': [{'cell_type': 'code', 'source': '', 'metadata': [1]}]} | cell 1, "
                        + "\"metadata\"",
                "{'nbformat': 4, 'cells': [{'cell_type': 'code', 'source': '', 'metadata': {'tags': 'a'}}]} | cell 1, "
                        + "\"tags\"",
                "{'nbformat': 4, 'cells': [{'cell_type': 'code', 'source': '', 'outputs': 'x'}]} | \"outputs\" must "
                        + "be a list of objects, but is a text",
                "{'nbformat': 4, 'cells': [{'cell_type': 'code', 'source': '', 'outputs': [2]}]} | a list with the "
                        + "number 2",
                "{'nbformat': 4, 'cells': [{'cell_type': 'code', 'source': ['a', 7, {}]}]} | \"source\" must be a "
                        + "text or a list of texts, but is a list with a text and the number 7 and an object",
                "{'nbformat': 4, 'cells': [{'cell_type': 'code', 'source': {}}]} | cell 1, \"source\" must be",
                "<<<<<<< HEAD                        | conflict marks",
                "{} trailing                         | not JSON",
            })
    void aFileThatIsNoNotebookIsNamedWithTheFix(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("lesson.ipynb"), content.replace('\'', '"'));
        assertThatThrownBy(() -> Notebook.read(file))
                .isInstanceOf(NotebookException.class)
                .hasMessageContaining("lesson.ipynb: ")
                .hasMessageContaining(message)
                .message()
                .isNotEmpty()
                .doesNotContain("\n");
    }

    @Test
    void missingFoldersAndOtherBytesAreNamed() throws IOException {
        assertThatThrownBy(() -> Notebook.read(folder.resolve("no.ipynb"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> Notebook.read(folder)).hasMessageContaining("a folder, not a notebook");
        Path latin = Files.write(folder.resolve("latin.ipynb"), new byte[] {'"', (byte) 0xe9, '"'});
        assertThatThrownBy(() -> Notebook.read(latin)).hasMessageContaining("not UTF-8");
        Path marked = Files.writeString(folder.resolve("bom.ipynb"), "\ufeff" + EMPTY);
        assertThat(Notebook.read(marked).cells()).isEmpty();
    }
}
