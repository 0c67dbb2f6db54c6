package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.display.Displays;
import jacobi.exercise.answer.Fetching;
import jacobi.exercise.answer.FunctionOf;
import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import jacobi.exercise.answer.Todo;
import jacobi.exercise.answer.Workshop;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * counted for the session, and from session to session where {@link #keepProgress} was called. Not thread-safe: cells
 * run one at a time.
 */
public final class Exercises {
    private static final Attempts ATTEMPTS = new Attempts();
    private static Workshop workshop = Workshop.plain();
    private static Bookshelf shelf;
    private static Chapter current;
    /**
     * The try at the exercise whose answer is in a cell that does not compile, or that fails since nothing is written;
     * null where the last answer ran.
     */
    private static Result broken;

    /** Where nbgrader runs a notebook, a cell has to fail for its points not to be given. */
    private static final boolean FAILS_CELLS = System.getenv("NBGRADER_EXECUTION") != null;

    /** A file beside the notebook, for progress that outlives the session. */
    private static final String PROGRESS = ".jacobi-progress";

    private static boolean keeps;

    private Exercises() {}

    /** Stands where an answer is to be written: null, of any type but a primitive one. */
    public static <T> T todo() {
        return Todo.meet();
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
    public static void check(String id, FunctionOf.One answer) {
        judge(id, (Object) answer);
    }

    /** Checks a function of two tensors and shows a card. */
    public static void check(String id, FunctionOf.Two answer) {
        judge(id, (Object) answer);
    }

    /** Checks a function of three tensors and shows a card. */
    public static void check(String id, FunctionOf.Three answer) {
        judge(id, (Object) answer);
    }

    /** Checks a function of four tensors and shows a card. */
    public static void check(String id, FunctionOf.Four answer) {
        judge(id, (Object) answer);
    }

    /** Checks a function of five tensors and shows a card. */
    public static void check(String id, FunctionOf.Five answer) {
        judge(id, (Object) answer);
    }

    /** Shows on a card that the answer is still to be written: it is {@code todo()} itself. */
    public static void check(String id, FunctionOf.Unwritten answer) {
        judge(id, answer);
    }

    /** Shows all chapters with their points, then the exercises of the chapter worked at, and which of them pass. */
    public static void progress() {
        if (HandIn.isGrading()) {
            return;
        }
        Displays.display(new Overview(shelf().chapters(), ATTEMPTS.passed()).bundle());
        if (current != null) {
            show(current);
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
        use(Bookshelf.read(Path.of(folder)));
        current = null;
    }

    /** From now on, progress is kept beside the folder of exercises, for the next session. */
    public static void keepProgress() {
        keeps = true;
    }

    private static void use(Bookshelf exercises) {
        shelf = exercises;
        if (keeps) {
            ATTEMPTS.keepIn(exercises.folder().toAbsolutePath().resolveSibling(PROGRESS));
        }
    }

    /**
     * The ids there are with their titles, in order, for editors to offer; none where there are no exercises to be
     * read.
     */
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
        Result unmade = broken;
        broken = null;
        if (exercise.manual()) {
            show(new Result(exercise, answer != null, List.of(), 0));
        } else if (unmade != null && id.equals(unmade.exercise().id())) {
            // The answer in the session is an older one, and the try has been counted.
            show(ATTEMPTS.again(unmade));
        } else {
            Trial trial = Trial.formative(exercise, Exercises::reference);
            show(ATTEMPTS.count(trial.judge(fetching.replies(trial.questions()))));
        }
    }

    private static void show(Result result) {
        Displays.display(new Card(result).bundle());
        if (FAILS_CELLS && !result.passed() && !result.exercise().manual()) {
            throw new ExerciseException(result.text());
        }
    }

    /**
     * Tells that a cell with the answer to an exercise, or its check, did not compile: that is a try, too, and may
     * bring a hint.
     *
     * @param checks whether the check stands in that cell; else the one that follows knows of it, which is no other try
     */
    public static void uncompiled(String id, boolean checks) {
        unmade(id, checks, Result::uncompiled);
    }

    /**
     * Tells that a cell failed since the answer to an exercise is not written yet.
     *
     * @param checks as in {@link #uncompiled}
     */
    public static void unwritten(String id, boolean checks) {
        unmade(id, checks, Result::notAttempted);
    }

    private static void unmade(String id, boolean checks, Function<Exercise, Result> outcome) {
        try {
            Result result = ATTEMPTS.count(outcome.apply(shelf().exercise(id)));
            broken = checks ? broken : result;
            if (!HandIn.isGrading() && (!result.hint().isEmpty() || checks && !result.attempted())) {
                Displays.display(new Card(result).bundle());
            }
        } catch (ExerciseException e) {
            // No exercise, or no exercises here: the compiler has said what there is to say.
        }
    }

    /** Tells that a cell with the answer to an exercise ran. */
    public static void made(String id) {
        if (broken != null && id.equals(broken.exercise().id())) {
            broken = null;
        }
    }

    static List<Reply> reference(String source, List<Question> questions) {
        return new Fetching(workshop.solution(source), workshop).replies(questions);
    }

    private static void show(Chapter chapter) {
        Displays.display(new Standing(chapter, ATTEMPTS.passed()));
    }

    private static Bookshelf shelf() {
        if (shelf == null) {
            use(Bookshelf.nearest(Path.of("")));
        }
        return shelf;
    }
}
