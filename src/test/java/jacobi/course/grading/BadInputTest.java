package jacobi.course.grading;

import static jacobi.course.NotebookText.code;
import static jacobi.course.NotebookText.nbgrader;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.course.NotebookText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What students hand in is read as far as it can be, and put together with what the teacher gave. */
class BadInputTest {
    private static final String GIVEN = code("", "int given = 1;", nbgrader("given", 0, "locked"));
    private static final String ANSWER =
            code("", "int twice(int n) { return 2 * n; }", nbgrader("twice", 0, "solution"));
    private static final String TEST = code(
            "",
            "// BEGIN HIDDEN TESTS\nif (twice(2) != 4) throw new AssertionError();\n// END HIDDEN TESTS",
            nbgrader("test", 2, "locked", "grade"));

    @TempDir
    Path folder;

    @Test
    void filesThatAreNoNotebooksAreFlagged() throws IOException {
        assertThat(read("").flags()).containsExactly(Flag.EMPTY);
        assertThat(read("no json").flags()).containsExactly(Flag.DAMAGED);
        assertThat(read("[1, 2]").flags()).containsExactly(Flag.NO_NOTEBOOK);
        assertThat(read("{\"worksheets\": []}").flags()).containsExactly(Flag.NO_NOTEBOOK);
        assertThat(read("{\"cells\": []}").flags()).containsExactly(Flag.EMPTY);
        assertThat(read("{\"cells\": [1, null, {\"source\": 7}, []]}").cells()).hasSize(1);
        assertThat(read("[".repeat(100_000)).flags()).isNotEmpty();
    }

    @Test
    void ofATruncatedFileTheCellsBeforeTheCutAreThere() throws IOException {
        String whole = NotebookText.of(GIVEN, ANSWER, TEST);
        SubmittedNotebook cut = read(whole.substring(0, whole.indexOf("BEGIN HIDDEN")));
        assertThat(cut.flags()).containsExactly(Flag.DAMAGED);
        assertThat(cut.cells())
                .extracting(SubmittedCell::source)
                .hasSize(2)
                .first()
                .isEqualTo("int given = 1;");
    }

    @Test
    void anotherKernelIsFlaggedAndGbkIsRead() throws IOException {
        String python = NotebookText.of(ANSWER).replace("\"java\"", "\"python\"");
        assertThat(read(python).flags()).containsExactly(Flag.OTHER_KERNEL);
        Path file = folder.resolve("gbk.ipynb");
        Files.write(file, NotebookText.of(code("", "// 注释", "{}")).getBytes(Charset.forName("GBK")));
        assertThat(SubmittedNotebook.read(file).cells().get(0).source()).isEqualTo("// 注释");
    }

    @Test
    void fiftyMegabytesOfOutputsArePassedOver() throws IOException {
        Path file = folder.resolve("large.ipynb");
        String output = "{\"output_type\": \"stream\", \"text\": [\"" + "x".repeat(1_000_000) + "\"]}";
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"cells\": [{\"cell_type\": \"code\", \"outputs\": [" + output);
            for (int i = 0; i < 50; i++) {
                out.write("," + output);
            }
            out.write("], \"source\": \"int x = 1;\"}], \"metadata\": {}, \"nbformat\": 4}");
        }
        SubmittedNotebook read = SubmittedNotebook.read(file);
        assertThat(read.flags()).isEmpty();
        assertThat(read.cells()).extracting(SubmittedCell::source).containsExactly("int x = 1;");
    }

    @Test
    void lockedCellsAreTheTeachersAndHiddenTestsComeBack() throws IOException {
        Assembly right = assemble(GIVEN, ANSWER, TEST.replaceAll("// BEGIN.*HIDDEN TESTS", "// tests"));
        assertThat(right.steps())
                .extracting(Assembly.Step::source)
                .last()
                .asString()
                .contains("AssertionError");
        assertThat(right.flags()).containsExactly(Flag.LOCKED_CHANGED);
        Assembly shortened = assemble(GIVEN, ANSWER, code("", "", nbgrader("test", 2, "locked", "grade")));
        assertThat(shortened.flags()).isEmpty();
        assertThat(shortened.steps().get(2).source()).contains("AssertionError");
        assertThat(shortened.steps().get(2).test().points()).isEqualTo(2);
    }

    @Test
    void cellsThatAreGoneAreGivenBackButAnswersAreNot() throws IOException {
        Assembly assembly = assemble(code("", "int own = 3;", "{}"));
        assertThat(assembly.flags()).containsExactly(Flag.CELLS_DELETED);
        assertThat(assembly.steps())
                .extracting(Assembly.Step::source)
                .hasSize(3)
                .first()
                .isEqualTo("int given = 1;");
        assertThat(assembly.steps()).noneMatch(step -> step.source().contains("2 * n"));
    }

    @Test
    void copiedCellsAreFlaggedAndLockedOnesRunOnce() throws IOException {
        Assembly assembly = assemble(GIVEN, ANSWER, ANSWER, TEST, TEST);
        assertThat(assembly.flags()).containsExactly(Flag.CELLS_COPIED);
        assertThat(assembly.steps()).hasSize(4);
        assertThat(assembly.steps())
                .filteredOn(step -> step.answers().equals(Set.of("twice")))
                .hasSize(2);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void aLinkToAnothersWorkIsNotRead() throws IOException {
        Path good = folder.resolve("in/anna/hw.ipynb");
        Files.createDirectories(good.getParent());
        Files.writeString(good, NotebookText.of(ANSWER));
        Files.createDirectories(folder.resolve("in/mal"));
        Files.createSymbolicLink(folder.resolve("in/mal/hw.ipynb"), good);
        List<Submission> all = Submission.in(folder.resolve("in"));
        assertThat(all).extracting(Submission::student).containsExactly("anna", "mal");
        assertThat(all.get(0).answering("hw", true)).isPresent();
        assertThat(all.get(1).answering("hw", true)).isEmpty();
        assertThat(all.get(1).flags()).containsExactly(Flag.UNREADABLE);
    }

    private Assembly assemble(String... cells) throws IOException {
        Path teacher = folder.resolve("teacher.ipynb");
        Files.writeString(teacher, NotebookText.of(GIVEN, ANSWER, TEST));
        return Assembly.of(
                TeacherNotebook.read(teacher, null),
                read(NotebookText.of(cells)).cells());
    }

    private SubmittedNotebook read(String text) throws IOException {
        Path file = folder.resolve("submitted.ipynb");
        Files.writeString(file, text);
        return SubmittedNotebook.read(file);
    }
}
