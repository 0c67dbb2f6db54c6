package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.exercise.answer.Fetching;
import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import jacobi.exercise.answer.Workshop;
import jacobi.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The functions a notebook's exercises use.
 *
 * <pre>{@code
 * Tensor answer = todo();          // the stub a student replaces
 * check("data-1", answer);
 *
 * Tensor f(Tensor x) { return todo(); }
 * check("calculus-4", x -> f(x));
 * }</pre>
 *
 * <p>Exercises are read from the folder {@code exercises} beside the notebook. Checks never show a solution. Tries are
 * counted for the session. Not thread-safe: cells run one at a time.
 */
public final class Exercises {
    private static final Attempts ATTEMPTS = new Attempts();
    private static Workshop workshop = Workshop.plain();
    private static Bookshelf shelf;
    private static Chapter current;

    private Exercises() {}

    /** Stands where an answer is to be written: null, of any type but a primitive one. */
    public static <T> T todo() {
        return null;
    }

    /**
     * Checks a value and shows a card.
     *
     * @throws ExerciseException if there is no such exercise; the message lists the known ones
     */
    public static void check(String id, Object answer) {
        judge(id, answer);
    }

    /** Checks a function of one tensor and shows a card. */
    public static void check(String id, Function<Tensor, ?> answer) {
        judge(id, (Object) answer);
    }

    /** Checks a function of two tensors and shows a card. */
    public static void check(String id, BiFunction<Tensor, Tensor, ?> answer) {
        judge(id, (Object) answer);
    }

    /** Shows the exercises of the chapter worked at, and which of them pass; of every chapter before the first check. */
    public static void progress() {
        if (HandIn.isGrading()) {
            return;
        }
        if (current != null) {
            show(current);
        } else {
            shelf().chapters().forEach(Exercises::show);
        }
    }

    /**
     * Shows the exercises of a chapter.
     *
     * @param chapter its name or the beginning of it, such as {@code 04}
     */
    public static void progress(String chapter) {
        if (HandIn.isGrading()) {
            return;
        }
        show(shelf().chapters().stream()
                .filter(c -> c.name().startsWith(chapter))
                .findFirst()
                .orElseThrow(() -> new ExerciseException(say(
                        "exercise.exercises.there-no-chapter-known",
                        "chapter",
                        chapter,
                        "map",
                        shelf().chapters().stream().map(Chapter::name).toList()))));
    }

    /** Reads the exercises of another folder than the one beside the notebook. */
    public static void exercisesFrom(String folder) {
        shelf = Bookshelf.read(Path.of(folder));
        current = null;
    }

    /** The ids there are with their titles, in order, for editors to offer; none where there are no exercises to be read. */
    public static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        try {
            shelf().chapters().forEach(chapter -> chapter.exercises().forEach(e -> titles.put(e.id(), e.title())));
        } catch (ExerciseException e) {
            // A check will say what is missing.
            return Map.of();
        }
        return titles;
    }

    /** Hands in the place cells run in; called once by what starts a kernel. */
    public static void workshop(Workshop place) {
        workshop = place;
    }

    /** The place cells run in. */
    static Workshop workshop() {
        return workshop;
    }

    private static void judge(String id, Object answer) {
        if (HandIn.isGrading()) {
            // The grader asks for itself; what would be right is not in this process.
            return;
        }
        Fetching fetching = new Fetching(answer, workshop);
        Exercise exercise = shelf().exercise(id);
        current = shelf().chapterOf(id).orElseThrow();
        Trial trial = Trial.formative(exercise, Exercises::reference);
        show(ATTEMPTS.count(trial.judge(fetching.replies(trial.questions()))));
    }

    /** Shows the card; what came of the try is in the message's metadata, for programs that run notebooks. */
    private static void show(Result result) {
        MimeBundle card = Displays.render(new Card(result));
        Map<String, Object> metadata = new LinkedHashMap<>(card.metadata());
        metadata.put(
                "jacobi",
                Map.of(
                        "exercise",
                        result.exercise().id(),
                        "title",
                        result.exercise().title(),
                        "attempted",
                        result.attempted(),
                        "passed",
                        result.passed(),
                        "points",
                        result.points(),
                        "of",
                        result.exercise().points()));
        Displays.display(new MimeBundle(card.data(), metadata));
    }

    private static List<Reply> reference(String source, List<Question> questions) {
        return new Fetching(workshop.solution(source), workshop).replies(questions);
    }

    private static void show(Chapter chapter) {
        Displays.display(new Standing(chapter, ATTEMPTS.passed()));
    }

    private static Bookshelf shelf() {
        if (shelf == null) {
            shelf = Bookshelf.nearest(Path.of(""));
        }
        return shelf;
    }
}
