package jacobi.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.exercise.answer.Fetching;
import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Workshop;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
    private static final Function<Tensor, Tensor> TWICE = x -> x.mul(2);
    private static final Trial.Solution SOLUTION =
            (reference, questions) -> new Fetching(TWICE, Workshop.plain()).replies(questions);

    @TempDir
    private Path folder;

    private Exercise exercise(String rules) throws IOException {
        String yaml = "chapter: c\nexercises:\n  - id: t-1\n    title: Twice\n    points: 3\n    task: Double it.\n"
                + rules.indent(4);
        return ExerciseFile.read(Files.writeString(folder.resolve("c.yaml"), yaml))
                .exercises()
                .get(0);
    }

    private static Result tried(Trial trial, Function<Tensor, ?> answer) {
        return trial.judge(new Fetching(answer, Workshop.plain()).replies(trial.questions()));
    }

    @Test
    void hiddenCasesCountInGradingAloneAndAreNotTold() throws IOException {
        Exercise exercise = exercise("""
                cases: [{given: [[1.0, 2.0]], expect: [2, 4]}]
                hidden: [{given: [[777.0]], expect: [1554]}]
                """);
        Function<Tensor, Tensor> known = x -> x.numel() == 2 ? x.mul(2) : x;
        assertThat(tried(Trial.formative(exercise, SOLUTION), known).passed()).isTrue();
        Result graded = tried(Trial.graded(exercise, 1, SOLUTION), known);
        assertThat(graded.passed()).isFalse();
        assertThat(graded.text() + graded.html()).contains("a hidden case").doesNotContain("777", "1554");
    }

    @Test
    void whatIsLeftOutIsAskedOfTheReference() throws IOException {
        Exercise exercise = exercise("cases: [{given: [[1.0, 2.0]]}]\nreference: twice");
        assertThat(tried(Trial.formative(exercise, SOLUTION), TWICE).passed()).isTrue();
        assertThat(tried(Trial.formative(exercise, SOLUTION), x -> x.mul(3)).text())
                .contains("[1, 2] → [2, 4]; got [3, 6]");
        assertThatThrownBy(() -> Trial.formative(
                        exercise,
                        (reference, questions) -> new Fetching((Function<Tensor, Tensor>) x -> null, Workshop.plain())
                                .replies(questions)))
                .hasMessageContaining("t-1: the reference solution gives no result");
    }

    @Test
    void randomInputsFollowTheSeedAndLettersTheirLengths() throws IOException {
        Exercise exercise = exercise("random: {shapes: [[n, m], [m]], seed: 5}\nreference: sum");
        Trial.Solution right = (reference, questions) ->
                new Fetching((BiFunction<Tensor, Tensor, Tensor>) Tensor::add, Workshop.plain()).replies(questions);
        List<Question> first = Trial.graded(exercise, 1, right).questions();
        assertThat(first).hasSize(4);
        for (Question question : first) {
            List<Plain.Numbers> given = ((Question.Call) question).given();
            assertThat(given.get(0).shape().get(1))
                    .isEqualTo(given.get(1).shape().get(0));
        }
        assertThat(numbers(Trial.graded(exercise, 1, right))).isEqualTo(numbers(Trial.graded(exercise, 1, right)));
        assertThat(numbers(Trial.graded(exercise, 2, right))).isNotEqualTo(numbers(Trial.graded(exercise, 1, right)));
    }

    private static double[] numbers(Trial trial) {
        return ((Question.Call) trial.questions().get(0)).given().get(0).values();
    }

    @Test
    void mistakesAreToldApartAndChooseTheHint() throws IOException {
        Exercise exercise = exercise("""
                hints: [any, {when: shape, say: keep the shape}, {when: constant, say: use x}]
                random: {shapes: [[n]], seed: 1}
                reference: twice
                """);
        Trial trial = Trial.formative(exercise, SOLUTION);
        assertThat(mistakes(tried(trial, x -> x.mul(3)))).containsExactly(Mistake.VALUE);
        assertThat(mistakes(tried(trial, x -> x.sum()))).containsExactly(Mistake.SHAPE);
        assertThat(mistakes(tried(trial, x -> "x"))).containsExactly(Mistake.KIND);
        assertThat(mistakes(tried(trial, x -> {
                    throw new IllegalStateException();
                })))
                .containsExactly(Mistake.THREW);
        assertThat(tried(trial, x -> x.sum()).after(2).text()).contains("Hint: keep the shape");
        assertThat(tried(trial, x -> x.mul(3)).after(2).text()).contains("Hint: any");
    }

    private static List<Mistake> mistakes(Result result) {
        return result.outcomes().stream()
                .map(Outcome::mistake)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void aHintForAWrongResultComesFirstAndThenThoseForAny() throws IOException {
        Exercise exercise = exercise("""
                hints: [one, two, {got: [3, 6], say: twice and not three times}]
                cases: [{given: [[1.0, 2.0]], expect: [2, 4]}]
                """);
        Trial trial = Trial.formative(exercise, SOLUTION);
        Result threefold = tried(trial, x -> x.mul(3));
        assertThat(Stream.of(1, 2, 3, 4, 6, 8)
                        .map(tries -> threefold.after(tries).hint()))
                .containsExactly("", "twice and not three times", "twice and not three times", "one", "two", "two");
        Result fourfold = tried(trial, x -> x.mul(4));
        assertThat(Stream.of(1, 2, 4, 6).map(tries -> fourfold.after(tries).hint()))
                .containsExactly("", "one", "two", "two");
        assertThat(tried(trial, TWICE).after(8).hint()).isEmpty();
    }

    @Test
    void aCardSaysWhereTheBookTreatsIt() throws IOException {
        Exercise exercise = exercise("section: 2.3 Linear Algebra, 2.3.11 Norms\nexpect: 3");
        Trial trial = Trial.formative(exercise, SOLUTION);
        Result wrong = trial.judge(new Fetching(4, Workshop.plain()).replies(trial.questions()));
        assertThat(wrong.text()).endsWith("\n  In the book: 2.3 Linear Algebra, 2.3.11 Norms");
        assertThat(wrong.html()).contains("<i>In the book:</i> 2.3 Linear Algebra, 2.3.11 Norms");
        Result right = trial.judge(new Fetching(3, Workshop.plain()).replies(trial.questions()));
        assertThat(right.text()).doesNotContain("book");
    }

    @Test
    void theSameResultForDifferentArgumentsIsNoFunctionOfThem() throws IOException {
        Exercise exercise = exercise("cases: [{given: [[1.0]], expect: [2]}, {given: [[2.0]], expect: [4]}]");
        assertThat(tried(Trial.formative(exercise, SOLUTION), x -> Tensors.ones(1))
                        .text())
                .contains("the same result for different arguments");
    }

    @Test
    void pointsInPartAreTheShareOfWhatIsRight() throws IOException {
        String cases =
                "cases: [{given: [[1.0]], expect: [2]}, {given: [[2.0]], expect: [4]}, {given: [[0.0]], expect: [0]}]";
        Function<Tensor, Tensor> square = x -> x.mul(x);
        assertThat(tried(Trial.graded(exercise(cases), 1, SOLUTION), square).points())
                .isZero();
        Result part = tried(Trial.graded(exercise(cases + "\npartial: true"), 1, SOLUTION), square);
        assertThat(part.points()).isEqualTo(2);
        assertThat(part.text()).contains("not yet, 2 of 3 points");
    }

    @Test
    void aHandoutHoldsWhatTheFormativeTrialNeedsAndNothingToRead() throws IOException {
        exercise("""
                cases: [{given: [[1.0, 2.0]], expect: [2, 4]}]
                hidden: [{given: [[777.0]], expect: [1554]}]
                hints: [look]
                tolerance: 0.001
                """);
        Path students = folder.resolve("out/c.yaml");
        Handout.write(folder.resolve("c.yaml"), students);
        assertThat(Files.readString(students)).doesNotContain("expect", "given", "777", "1554", "look");
        Exercise read = ExerciseFile.read(students).exercises().get(0);
        assertThat(read.hints()).extracting(Hint::text).containsExactly("look");
        assertThat(tried(Trial.formative(read, SOLUTION), TWICE).passed()).isTrue();
        assertThat(tried(Trial.formative(read, SOLUTION), x -> x).passed()).isFalse();
        Files.writeString(students, Files.readString(students).replaceFirst("sealed: .....", "sealed: AAAAA"));
        assertThatThrownBy(() -> ExerciseFile.read(students)).hasMessageContaining("\"sealed\" was changed");
    }
}
