package jacobi.exercise;

import jacobi.display.MimeBundle;
import jacobi.exercise.answer.AnswerJson;
import jacobi.exercise.answer.Fetching;
import jacobi.exercise.answer.FunctionOf;
import jacobi.exercise.answer.Workshop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What a grader asks a submission's kernel for: answers, as plain data. Nothing is judged here, and nothing here knows
 * what would be right, so that a student's cell that takes the place of it gains nothing.
 */
public final class HandIn {
    private static final String REPLIES = "application/vnd.jacobi.replies";
    /** Set in the environment of a kernel that a grader starts: cards are not made there. */
    private static final boolean GRADING = System.getenv("JACOBI_GRADING") != null;

    private static final Map<String, Set<String>> RAN = new HashMap<>();

    private HandIn() {}

    /** Whether this kernel was started by a grader: nobody looks at it, and nobody waits for a cell. */
    public static boolean isGrading() {
        return GRADING;
    }

    /** Keeps what has run in this cell, at whose end this stands, for when the exercise is asked about. */
    public static void note(String id) {
        Set<String> ran = Exercises.workshop().ranInCell();
        if (ran != null) {
            RAN.put(id, ran);
        }
    }

    /** Asks a value. */
    public static MimeBundle ask(String id, String questions, Object answer) {
        return asked(id, questions, answer);
    }

    /** Asks a function of one tensor. */
    public static MimeBundle ask(String id, String questions, FunctionOf.One answer) {
        return asked(id, questions, answer);
    }

    /** Asks a function of two tensors. */
    public static MimeBundle ask(String id, String questions, FunctionOf.Two answer) {
        return asked(id, questions, answer);
    }

    /** Asks a function of three tensors. */
    public static MimeBundle ask(String id, String questions, FunctionOf.Three answer) {
        return asked(id, questions, answer);
    }

    /** Asks a function of four tensors. */
    public static MimeBundle ask(String id, String questions, FunctionOf.Four answer) {
        return asked(id, questions, answer);
    }

    /** Asks a function of five tensors. */
    public static MimeBundle ask(String id, String questions, FunctionOf.Five answer) {
        return asked(id, questions, answer);
    }

    /** Asks a stub that was left as it is. */
    public static MimeBundle ask(String id, String questions, FunctionOf.Unwritten answer) {
        return asked(id, questions, answer);
    }

    /**
     * Asks a reference solution.
     *
     * @param source of a cell that hands it in
     */
    public static MimeBundle askReference(String questions, String source) {
        return asked("", questions, Exercises.workshop().solution(source));
    }

    private static MimeBundle asked(String id, String questions, Object answer) {
        Workshop workshop = RAN.containsKey(id) ? new Noted(Exercises.workshop(), RAN.get(id)) : Exercises.workshop();
        Fetching fetching = new Fetching(answer, workshop);
        String replies = AnswerJson.ofReplies(fetching.replies(AnswerJson.questions(questions)));
        return new MimeBundle(Map.of(REPLIES, replies), Map.of());
    }

    /** The place cells run in, after the cell that made the answer. */
    private record Noted(Workshop place, Set<String> ranInCell) implements Workshop {
        @Override
        public <T> T limited(Duration limit, Callable<T> code) throws Exception {
            return place.limited(limit, code);
        }

        @Override
        public Set<String> watching(Action action) throws Exception {
            return place.watching(action);
        }

        @Override
        public Object solution(String source) {
            return place.solution(source);
        }
    }
}
