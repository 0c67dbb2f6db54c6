package jacobi.exercise;

import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import java.util.List;

/**
 * One thing an answer must satisfy: what is asked of it, and how the replies are judged, perhaps in another process.
 */
interface Check {

    List<Question> questions();

    /**
     * Judges the replies. A stub never comes so far.
     *
     * @param replies one for each question
     * @return a line for each case
     */
    List<Outcome> judge(List<Reply> replies);

    /** What became of an answer that gave no value. */
    static Outcome failed(String given, String expected, Reply.Failed failed) {
        Mistake mistake = switch (failed.kind()) {
            case THREW, TOO_DEEP, TOO_LARGE, ENDED -> Mistake.THREW;
            case TOO_SLOW, NOT_ASKED -> Mistake.TOO_SLOW;
            case OTHER_ARITY, NO_FUNCTION, NO_VALUE -> Mistake.KIND;
        };
        return Outcome.fail(given, expected, "", failed.words(), mistake);
    }
}
