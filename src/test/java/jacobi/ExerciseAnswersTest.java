package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import jacobi.exercise.Bookshelf;
import jacobi.exercise.Chapter;
import jacobi.exercise.Exercise;
import jacobi.exercise.Result;
import jacobi.exercise.Trial;
import jacobi.exercise.answer.Fetching;
import jacobi.exercise.answer.Reply;
import jacobi.language.Language;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> answers = references();
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
                assertThat(answers).containsKey(id);
                String check = cell.source().lines().reduce((a, b) -> b).orElseThrow();
                assertThat(run(evaluator, answers.get(id) + check))
                        .contains(id)
                        .contains("passed")
                        .doesNotContain("✗");
            }
        }
    }

    /** The right answers, which stand beside the exercises. */
    private static Map<String, String> references() throws IOException {
        Map<String, String> references = new HashMap<>();
        exercises()
                .forEach(exercise -> references.put(
                        exercise.get("id").asText(), exercise.path("reference").asText()));
        return references;
    }

    private static List<JsonNode> exercises() throws IOException {
        List<JsonNode> exercises = new ArrayList<>();
        try (Stream<Path> files = Files.list(NOTEBOOKS.resolve("exercises"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                new YAMLMapper().readTree(file.toFile()).get("exercises").forEach(exercises::add);
            }
        }
        return exercises;
    }

    /** First, since tries are counted as long as the virtual machine lives. */
    @Order(1)
    @Test
    void aTypicalWrongAnswerFailsAndTheSecondTryBringsTheHintWrittenForIt() throws Exception {
        JsonNode wrong = new YAMLMapper().readTree(getClass().getResource("exercise/wrong.yaml"));
        Language before = Language.current();
        try (Evaluator evaluator = JavaSession.start()) {
            Displays.screen(screen);
            for (String language : List.of("en", "zh")) {
                Language.use(Language.of(language).orElseThrow());
                Bookshelf shelf = Bookshelf.read(NOTEBOOKS.resolve("exercises"));
                run(evaluator, "exercisesFrom(\"notebooks/exercises\");");
                for (NotebookCell cell : cells()) {
                    String id = cell.metadata().path("jacobi").path("exercise").asText();
                    if (cell.id().equals("exercises-table")) {
                        run(evaluator, cell.source());
                    }
                    if (id.isEmpty()) {
                        continue;
                    }
                    assertThat(wrong.has(id)).as("a wrong answer to " + id).isTrue();
                    String check = cell.source().lines().reduce((a, b) -> b).orElseThrow();
                    String card = run(evaluator, wrong.get(id).asText() + check);
                    String label = language.equals("en") ? "Hint: " : "提示： ";
                    if (language.equals("en")) {
                        assertThat(card).contains(id).contains("✗").doesNotContain(label);
                        card = run(evaluator, wrong.get(id).asText() + check);
                    }
                    assertThat(card.lines().map(String::strip))
                            .as(card)
                            .containsAnyElementsOf(shelf.exercise(id).hints().stream()
                                    .filter(hint -> !hint.isForAny())
                                    .map(hint -> label + hint.text())
                                    .toList());
                }
            }
        } finally {
            Language.use(before);
        }
    }

    private static List<NotebookCell> cells() throws IOException {
        List<NotebookCell> cells = new ArrayList<>();
        for (Path file : notebooks().toList()) {
            cells.addAll(Notebook.read(file).cells());
        }
        return cells;
    }

    /** A function that gives what the card expects for the cases on the card, and the first of it for all else. */
    @Test
    void whoKnowsOnlyTheCasesOnTheCardDoesNotPass() throws Exception {
        int functions = 0;
        try (JavaEvaluator java = new JavaEvaluator(Prelude.imports())) {
            CellWorkshop workshop = new CellWorkshop(java);
            Trial.Solution solution =
                    (reference, questions) -> new Fetching(workshop.solution(reference), workshop).replies(questions);
            Map<String, Integer> onTheCard = casesOnTheCard();
            for (Chapter chapter :
                    Bookshelf.read(NOTEBOOKS.resolve("exercises")).chapters()) {
                for (Exercise exercise : chapter.exercises()) {
                    if (!onTheCard.containsKey(exercise.id())) {
                        continue;
                    }
                    functions++;
                    for (Trial trial : List.of(
                            Trial.formative(exercise, solution),
                            Trial.graded(exercise, 1, solution),
                            Trial.graded(exercise, 20, solution))) {
                        List<Reply> right = solution.replies(exercise.reference(), trial.questions());
                        assertThat(trial.judge(right)).as(exercise.id()).matches(Result::passed);
                        List<Reply> known = new ArrayList<>(right.subList(0, onTheCard.get(exercise.id())));
                        while (known.size() < right.size()) {
                            known.add(right.get(0));
                        }
                        assertThat(trial.judge(known)).as(exercise.id()).matches(result -> !result.passed());
                    }
                }
            }
        }
        assertThat(functions).isEqualTo(44);
    }

    private static Map<String, Integer> casesOnTheCard() throws IOException {
        Map<String, Integer> cases = new HashMap<>();
        for (JsonNode exercise : exercises()) {
            if (exercise.has("cases")) {
                cases.put(exercise.get("id").asText(), exercise.get("cases").size());
            }
        }
        return cases;
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
        for (NotebookCell cell : cells()) {
            String id = cell.metadata().path("jacobi").path("exercise").asText();
            if (!id.isEmpty()) {
                inNotebooks.add(id);
            }
        }
        List<String> inFiles = exercises().stream()
                .map(exercise -> exercise.get("id").asText())
                .toList();
        assertThat(inNotebooks).containsExactlyElementsOf(inFiles);
    }

    private String run(Evaluator evaluator, String source) {
        shown.clear();
        Evaluation evaluation = evaluator.evaluate(source, 1);
        assertThat(evaluation).as(source).isNotInstanceOf(Evaluation.Failure.class);
        return String.join("\n", shown);
    }
}
