package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every notebook the untouched stubs fail and a right answer in the same cell passes. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExerciseAnswersTest {
    private static final Path NOTEBOOKS = Path.of("notebooks");
    private final List<String> shown = new ArrayList<>();

    private final Screen screen = new Screen() {
        @Override
        public void show(MimeBundle bundle, String displayId) {
            shown.add(bundle.plain());
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {}

        @Override
        public void clear(boolean wait) {}
    };

    @AfterEach
    void giveTheScreenBack() {
        Displays.screen(null);
    }

    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void stubsFailAndAnswersPass(Path file) throws Exception {
        JsonNode answers = new YAMLMapper().readTree(getClass().getResource("exercise/answers.yaml"));
        try (Evaluator evaluator = JavaSession.start()) {
            Displays.screen(screen);
            run(evaluator, "exercisesFrom(\"notebooks/exercises\");");
            for (NotebookCell cell : Notebook.read(file).cells()) {
                if (cell.id().equals("exercises-table")) {
                    run(evaluator, cell.source());
                }
                String id = cell.metadata().path("jacobi").path("exercise").asText();
                if (id.isEmpty()) {
                    continue;
                }
                assertThat(run(evaluator, cell.source())).contains(id).contains("not attempted");
                assertThat(answers.has(id)).as("an answer to " + id).isTrue();
                String check = cell.source().lines().reduce((a, b) -> b).orElseThrow();
                assertThat(run(evaluator, answers.get(id).asText() + check))
                        .contains(id)
                        .contains("passed")
                        .doesNotContain("✗");
            }
        }
    }

    /** First, since tries are counted as long as the virtual machine lives. */
    @Order(1)
    @Test
    void typicalWrongAnswersFailAndTheSecondTryBringsTheFirstHint() throws Exception {
        JsonNode wrong = new YAMLMapper().readTree(getClass().getResource("exercise/wrong.yaml"));
        try (Evaluator evaluator = JavaSession.start()) {
            Displays.screen(screen);
            run(evaluator, "exercisesFrom(\"notebooks/exercises\");");
            for (Path file : notebooks().toList()) {
                for (NotebookCell cell : Notebook.read(file).cells()) {
                    String id = cell.metadata().path("jacobi").path("exercise").asText();
                    if (cell.id().equals("exercises-table")) {
                        run(evaluator, cell.source());
                    }
                    if (id.isEmpty()) {
                        continue;
                    }
                    assertThat(wrong.has(id)).as("a wrong answer to " + id).isTrue();
                    String check = cell.source().lines().reduce((a, b) -> b).orElseThrow();
                    String answer = wrong.get(id).asText() + check;
                    assertThat(run(evaluator, answer))
                            .contains(id)
                            .contains("✗")
                            .doesNotContain("Hint:");
                    assertThat(run(evaluator, answer)).contains("✗").contains("Hint:");
                }
            }
        }
    }

    @Test
    void anAnswerInNotationIsNotPlainJava() throws Exception {
        try (Evaluator evaluator = JavaSession.start()) {
            Displays.screen(screen);
            run(evaluator, "exercisesFrom(\"notebooks/exercises\");");
            String check = "\ncheck(\"way-4\", x -> square(x));";

            assertThat(run(evaluator, "Tensor square(Tensor x) {\n    return x ** 2;\n}" + check))
                    .contains("without notation")
                    .contains("✗");
            assertThat(run(evaluator, "Tensor square(Tensor x) {\r\n    return x.pow(2);\r\n}" + check))
                    .contains("passed")
                    .doesNotContain("✗");
        }
    }

    @Test
    void everyExerciseStandsInItsNotebook() throws Exception {
        List<String> inNotebooks = new ArrayList<>();
        for (Path file : notebooks().toList()) {
            for (NotebookCell cell : Notebook.read(file).cells()) {
                String id = cell.metadata().path("jacobi").path("exercise").asText();
                if (!id.isEmpty()) {
                    inNotebooks.add(id);
                }
            }
        }
        List<String> inFiles = new ArrayList<>();
        try (Stream<Path> files = Files.list(NOTEBOOKS.resolve("exercises"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                new YAMLMapper()
                        .readTree(file.toFile())
                        .get("exercises")
                        .forEach(exercise -> inFiles.add(exercise.get("id").asText()));
            }
        }
        assertThat(inNotebooks).containsExactlyElementsOf(inFiles);
    }

    private String run(Evaluator evaluator, String source) {
        shown.clear();
        Evaluation evaluation = evaluator.evaluate(source, 1);
        assertThat(evaluation).as(source).isNotInstanceOf(Evaluation.Failure.class);
        return String.join("\n", shown);
    }
}
