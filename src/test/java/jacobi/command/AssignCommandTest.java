package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jacobi.course.NotebookText;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** From a teacher's notebook to what a student hands in, in kernels of their own. */
@Tag("soak")
class AssignCommandTest {
    private static final String EXERCISES = """
        chapter: week1
        exercises:
          - id: w-1
            title: Twelve
            points: 1
            task: Twelve numbers.
            expect: [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
          - id: w-2
            title: Center
            points: 2
            task: Center rows.
            cases:
              - given: [[[1.0, 2, 3], [4, 5, 9]]]
                expect: [[-1, 0, 1], [-2, -1, 3]]
            hidden:
              - given: [[[20.0, 42]]]
            random: {shapes: [[n, m]], seed: 3, properties: [same-shape]}
            reference: |
              Tensor center(Tensor X) {
                  return X - X.mean(axis=1, keepdims=true);
              }
          - id: w-3
            title: Why
            points: 4
            task: Explain.
            manual: true
        """;
    private static final String CENTER = "Tensor center(Tensor X) {\n"
            + "    // BEGIN SOLUTION\n"
            + "    return X - X.mean(1, true);\n"
            + "    // END SOLUTION\n"
            + "}\n"
            + "check(\"w-2\", X -> center(X));";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aReleaseHoldsNothingOfTheTeachersAndCanBeSolved() throws IOException {
        teacher(
                "var answer = arange(1.0, 13).reshape(3, 4);",
                CENTER + "\n// BEGIN HIDDEN TESTS\nSystem.out.println(\"hush\");\n// END HIDDEN TESTS");

        assertThat(run("course", "assign", "teacher", "-o", "release"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("week1.ipynb: 3 exercises, 7 points");
        Path release = folder.resolve("release");
        assertThat(Files.readString(release.resolve("exercises/week1.yaml")))
                .contains("w-1", "w-2", "sealed")
                .doesNotContain("expect", "reference", "hidden", "20.0", "mean");
        String notebook = Files.readString(release.resolve("week1.ipynb"));
        assertThat(notebook).doesNotContain("SOLUTION", "hush", "arange", "mean", "because", "old output");
        List<NotebookCell> cells = Notebook.read(release.resolve("week1.ipynb")).cells();
        assertThat(cells.stream().map(NotebookCell::source))
                .containsExactly(
                        "// exercise w-1\nvar answer = todo();",
                        "check(\"w-1\", answer)",
                        "// exercise w-2\nTensor center(Tensor X) {\n    return todo();\n}",
                        "check(\"w-2\", X -> center(X));",
                        "Why?\n\nWrite your answer here.");

        solve(release.resolve("week1.ipynb"), "double mean = todo();\n    return X - mean;");
        Notebook unanswered = Notebook.read(release.resolve("week1.ipynb"));
        unanswered.cells().get(0).source("// exercise w-1\nint answer = todo();");
        unanswered.cells().get(4).source("Why?\n\nWrite your answer here.");
        unanswered.write(release.resolve("week1.ipynb"));
        assertThat(run("course", "validate", "release/week1.ipynb")).isEqualTo(ExitCode.CELL_FAILED);
        assertThat(out.toString())
                .containsSubsequence("cell 2: w-1 is not", "cell 4: w-2 is not", "cell 5: w-3 is not", "0 of 3 points")
                .doesNotContain("fails", "NullPointerException");

        solve(release.resolve("week1.ipynb"), "return X - X.mean(1, true);");
        assertThat(run("course", "validate", "release/week1.ipynb"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("3 of 3 points").contains("ready to be handed in");

        solve(release.resolve("week1.ipynb"), "return X;");
        assertThat(run("course", "validate", "release/week1.ipynb")).isEqualTo(ExitCode.CELL_FAILED);
        assertThat(out.toString()).contains("cell 4: w-2 does not pass yet").contains("1 of 3 points");
    }

    @Test
    void aReleaseThatIsNotProvenIsNotWritten() throws IOException {
        teacher("var answer = arange(1.0, 13).reshape(3, 4);", CENTER.replace("mean(1, true)", "mean(0, true)"));
        assertThat(run("course", "assign", "teacher", "-o", "release")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("week1.ipynb, cell 2: the teacher’s answer to w-2 does not pass");

        teacher("var answer = arange(1.0, 13).reshape(3, 4);", CENTER.replaceAll("// (BEGIN|END) SOLUTION", ""));
        assertThat(run("course", "assign", "teacher", "-o", "release")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("cell 4: the student’s version is not empty");

        teacher(
                "Tensor answer = arange(1.0, 13).reshape(3, 4);\n// END SOLUTION\nanswer.sum();\n// BEGIN SOLUTION",
                CENTER);
        assertThat(run("course", "assign", "teacher", "-o", "release")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("cell 1: the students’ cell needs a value for todo()");
        assertThat(folder.resolve("release")).doesNotExist();
    }

    static Stream<Path> chapters() throws IOException {
        return Stream.of("notebooks", "notebooks/zh").flatMap(folder -> {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** With its own reference solutions it earns every point, and with its stubs none. */
    @ParameterizedTest
    @MethodSource("chapters")
    @Tag("soak")
    void everyChapterOfThisProjectCanBeHandedOut(Path chapter) throws IOException {
        String name = chapter.getFileName().toString().replace(".ipynb", "");
        JsonNode exercises = new YAMLMapper()
                .readTree(Path.of("notebooks/exercises", name + ".yaml").toFile())
                .get("exercises");
        int points = 0;
        for (JsonNode exercise : exercises) {
            points += exercise.get("points").asInt();
        }
        assertThat(run("course", "assign", chapter.toString(), "-o", "release"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains(exercises.size() + " exercises, " + points + " points");
        assertThat(Files.readString(folder.resolve("release/exercises/" + name + ".yaml")))
                .contains("sealed")
                .doesNotContain("reference:", "expect:", "hidden:", "cases:", "hints:");
        assertThat(Files.readString(folder.resolve("release/" + name + ".ipynb")))
                .contains("todo()")
                .doesNotContain("BEGIN SOLUTION", "BEGIN HIDDEN TESTS");
    }

    private void solve(Path notebook, String center) throws IOException {
        Notebook read = Notebook.read(notebook);
        List<NotebookCell> cells = read.cells();
        cells.get(0).source("// exercise w-1\nvar answer = arange(1.0, 13).reshape(3, 4);");
        cells.get(2).source("// exercise w-2\nTensor center(Tensor X) {\n    " + center + "\n}");
        cells.get(4).source("Why?\n\nOf each row its mean is gone.");
        read.write(notebook);
    }

    private void teacher(String answer, String function) throws IOException {
        Files.createDirectories(folder.resolve("teacher/exercises"));
        Files.writeString(folder.resolve("teacher/exercises/week1.yaml"), EXERCISES);
        Files.writeString(
                folder.resolve("teacher/week1.ipynb"),
                NotebookText.of(
                        NotebookText.code(
                                "c1",
                                "// BEGIN SOLUTION\n" + answer + "\n// END SOLUTION\ncheck(\"w-1\", answer)",
                                "{}"),
                        NotebookText.code("c2", function, "{}"),
                        NotebookText.markdown(
                                "why",
                                "Why?\n\nBEGIN SOLUTION\nIt is because.\nEND SOLUTION",
                                NotebookText.exercise("w-3"))));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] absolute = Arrays.stream(arguments)
                .map(word -> word.matches("(teacher|release).*")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        CommandLine commands = Commands.line(() -> null);
        return commands.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(absolute);
    }
}
