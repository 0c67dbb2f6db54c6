package jacobi.exercise;

import static jacobi.tensor.Tensors.abs;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.dot;
import static jacobi.tensor.Tensors.slice;
import static jacobi.tensor.Tensors.where;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.exercise.answer.Fetching;
import jacobi.exercise.answer.Workshop;
import jacobi.plot.Plots;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {
    private static final Bookshelf SHELF = Bookshelf.read(Path.of("notebooks/exercises"));
    /** What the reference solutions, which need a kernel, are in plain Java. */
    private static final Map<String, Object> RIGHT = Map.of(
            "data-3", one(X -> X.sub(X.mean(1, true))),
            "data-5", one(X -> X.clamp(0, null)),
            "data-7",
                    one(x -> {
                        x.get(slice(0, null, 2)).mul_(2);
                        return x;
                    }),
            "linalg-8", (BiFunction<Tensor, Tensor, Tensor>) (A, x) -> dot(x, A.matmul(x)),
            "autograd-2", one(x -> x.cos()),
            "autograd-8", one(x -> where(abs(x).le(1), x.pow(2).div(2), abs(x).sub(0.5))));

    private static Function<Tensor, Tensor> one(Function<Tensor, Tensor> function) {
        return function;
    }

    private final Attempts attempts = new Attempts();

    @TempDir
    private Path folder;

    private Set<String> ran;
    /** Short only where a call is to be stopped. */
    private Duration limit = Duration.ofSeconds(10);

    private final Workshop workshop = new Workshop() {
        @Override
        public Set<String> ranInCell() {
            return ran;
        }

        @Override
        public Set<String> watching(Action action) throws Exception {
            action.act();
            return ran == null ? null : new HashSet<>(ran);
        }

        @Override
        public <T> T limited(Duration given, Callable<T> code) throws Exception {
            return Workshop.plain().limited(limit, code);
        }
    };

    private Result value(String id, Object value) {
        return attempt(id, value);
    }

    private Result function(String id, Function<Tensor, ?> function) {
        return attempt(id, function);
    }

    private Result attempt(String id, Object answer) {
        Trial trial = Trial.formative(
                SHELF.exercise(id),
                (reference, questions) -> new Fetching(RIGHT.get(id), Workshop.plain()).replies(questions));
        return attempts.count(trial.judge(new Fetching(answer, workshop).replies(trial.questions())));
    }

    @Test
    void aRightValueEarnsItsPoints() {
        Result result = value("data-1", arange(1.0, 13).reshape(3, 4));
        assertThat(result.passed()).isTrue();
        assertThat(result.points()).isEqualTo(1);
        assertThat(attempts.passed()).containsExactly("data-1");
    }

    @Test
    void theDtypeCounts() {
        assertThat(new Card(value("data-1", arange(1, 13).reshape(3, 4))).toString())
                .contains("not yet, 0 of 1 point")
                .contains("the dtype is int64 instead of float32");
    }

    @Test
    void aWrongValueIsLocatedWithoutSayingWhatIsRight() {
        String card = new Card(value("calculus-7", List.of(-20, 11))).toString();
        assertThat(card).contains("first wrong at [1] where you have 11").doesNotContain("10");
    }

    @Test
    void theStubIsNotAttemptedAndNoTry() {
        for (int i = 0; i < 3; i++) {
            Result result = value("data-1", Exercises.<Object>todo());
            assertThat(result.attempted()).isFalse();
            assertThat(result.passed()).isFalse();
            assertThat(result.failures()).isZero();
        }
        assertThat(function("data-3", x -> Exercises.<Tensor>todo()).attempted())
                .isFalse();
    }

    @Test
    void hintsComeAfterTheSecondAndTheFourthTry() {
        List<String> hints =
                SHELF.exercise("calculus-1").hints().stream().map(Hint::text).toList();
        String[] cards = new String[5];
        for (int i = 0; i < cards.length; i++) {
            cards[i] = new Card(value("calculus-1", 3)).toString();
        }
        assertThat(cards[0]).doesNotContain("Hint");
        assertThat(cards[1]).contains(hints.get(0));
        assertThat(cards[2]).contains(hints.get(0)).doesNotContain(hints.get(1));
        assertThat(cards[3]).contains(hints.get(1));
        assertThat(cards[4]).contains(hints.get(1));
    }

    @Test
    void casesSayInputExpectedGotAndTheFirstDifference() {
        assertThat(new Card(function("data-3", x -> x.sub(x.mean()))).toString())
                .contains("[[1, 2, 3], [4, 5, 9]] → [[-1, 0, 1], [-2, -1, 3]]; got [[-3, -2, -1], [0, 1, 5]]")
                .contains("at [0, 0] expected -1, got -3");
    }

    @Test
    void aThrowingFunctionIsShownAsTheStudents() {
        String card = new Card(function("data-3", x -> {
                    throw new IllegalStateException("mine");
                }))
                .toString();
        assertThat(card).contains("your function threw IllegalStateException: mine");
    }

    @Test
    void anEndlessLoopIsStopped() {
        limit = Duration.ofMillis(300);
        String card = new Card(function("data-3", x -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return x;
                }))
                .toString();
        assertThat(card).contains("does a loop never end?");
    }

    @Test
    void inPlaceMeansTheSameObjectChanged() {
        assertThat(function("data-7", x -> {
                            x.get(slice(0, null, 2)).mul_(2);
                            return x;
                        })
                        .passed())
                .isTrue();
        assertThat(new Card(function("data-7", x -> {
                            Tensor y = x.clone();
                            y.get(slice(0, null, 2)).mul_(2);
                            return y;
                        }))
                        .toString())
                .contains("the result is the argument itself, changed in place");
    }

    @Test
    void anArgumentMustStayWhereTheFileSaysSo() {
        assertThat(function("data-5", x -> x.clamp_(0, null)).passed()).isFalse();
        assertThat(function("data-5", x -> x.clamp(0, null)).passed()).isTrue();
    }

    @Test
    void gradientsMustFlow() {
        Function<Tensor, Tensor> rounded = x -> where(abs(x).le(1), x.pow(2).div(2), abs(x).sub(0.5));
        assertThat(function("autograd-8", rounded).passed()).isTrue();
        assertThat(new Card(function("autograd-8", x -> rounded.apply(x).detach())).toString())
                .contains("does not depend on the argument");
    }

    @Test
    void functionsOfTwoTensors() {
        BiFunction<Tensor, Tensor, Tensor> form = (A, x) -> dot(x, A.matmul(x));
        assertThat(attempt("linalg-8", form).passed()).isTrue();
        Function<Tensor, Tensor> one = A -> A;
        assertThat(attempt("linalg-8", one).text()).contains("the function takes 1 argument, the exercise gives 2");
    }

    @Test
    void aForbiddenLoopCountsWhenItRan() {
        Tensor table = arange(1, 10).reshape(9, 1).mul(arange(1, 10));
        ran = Set.of("reshape", "arange");
        assertThat(value("data-4", table).passed()).isTrue();
        ran = Set.of("loop");
        assertThat(value("data-4", table).text()).contains("✗ your cell → without a loop: it ran");
    }

    @Test
    void aRequiredMethodHasToRun() {
        Function<Tensor, Tensor> slope = x -> {
            Tensor leaf = x.clone().requiresGrad_(true);
            leaf.sin().sum().backward();
            return leaf.grad();
        };
        ran = Set.of("backward", "sin");
        assertThat(function("autograd-2", slope).passed()).isTrue();
        ran = Set.of("cos");
        assertThat(function("autograd-2", slope).text())
                .contains("✗ your cell → uses backward: it did not run")
                .contains("✗ your cell → without cos: it ran");
    }

    @Test
    void aFigureIsJudgedByItsData() {
        double[] x = new double[16];
        double[] f = new double[16];
        double[] tangent = new double[16];
        for (int i = 0; i < 16; i++) {
            x[i] = 0.5 + 0.1 * i;
            f[i] = Math.pow(x[i], 3) - 1 / x[i];
            tangent[i] = 4 * (x[i] - 1);
        }
        assertThat(value("calculus-2", Plots.plot(x, List.of(f, tangent))).passed())
                .isTrue();
        assertThat(new Card(value("calculus-2", Plots.plot(x, f))).toString()).contains("the number of lines differs");
        assertThat(value("calculus-2", Plots.plot(x, List.of(f, f))).passed()).isFalse();
        assertThat(new Card(value("calculus-2", 3)).toString()).contains("a figure");
    }

    @Test
    void printedTablesAreComparedLineByLine() {
        String right = """
               Power  Fuel  Price
            0   75.0   gas   9000
            2  110.0   gas  17800
            3   95.0  volt  21000
            """;
        assertThat(value("frame-6", right).passed()).isTrue();
        assertThat(new Card(value("frame-6", right.replace("110.0", "111.0"))).toString())
                .contains("line 3 differs");
    }

    @Test
    void theStandingCountsWhatPasses() {
        value("data-1", arange(1.0, 13).reshape(3, 4));
        Chapter chapter = SHELF.chapterOf("data-1").orElseThrow();
        assertThat(new Standing(chapter, attempts.passed()).toString())
                .contains("Data manipulation: 1 of 22 points")
                .contains("✓ data-1")
                .contains("· data-2");
        Chapter untitled = new Chapter("week-3", "", chapter.exercises());
        assertThat(new Standing(untitled, attempts.passed()).toString()).startsWith("week-3: 1 of 22 points");
    }

    @Test
    void theCardOnAPageIsSafeHtml() {
        assertThat(html(value("data-1", "<script>"))).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private static String html(Result result) {
        return (String) new Card(result).bundle().data().get("text/html");
    }

    @Test
    void whatWasKeptGoesOnInTheNextSession() throws IOException {
        Path kept = folder.resolve(".jacobi-progress");
        attempts.keepIn(kept);
        value("data-1", arange(1.0, 13).reshape(3, 4));
        value("data-9", 24);
        Attempts next = new Attempts();
        next.keepIn(kept);
        assertThat(next.passed()).containsExactly("data-1");
        Trial trial = Trial.formative(SHELF.exercise("data-9"), (reference, questions) -> List.of());
        Result second = next.count(trial.judge(new Fetching(24, workshop).replies(trial.questions())));
        assertThat(second.failures()).isEqualTo(2);
        assertThat(new Overview(SHELF.chapters(), next.passed()).bundle().plain())
                .contains("7 chapters: 1 of ")
                .contains("Data manipulation: 1 of 22 points, 1 of 14 exercises");
        Files.writeString(kept, "not\tto be read\n\u0000");
        next.keepIn(kept);
        assertThat(next.passed()).isEmpty();
    }
}
