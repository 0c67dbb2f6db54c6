package jacobi.exercise;

import java.util.List;

/** One thing an answer must satisfy. */
interface Check {

    /**
     * Tries the answer.
     *
     * @return a line for each case
     * @throws NotAttempted, Stopped if the stub was left as it is
     */
    List<Outcome> run(Answer answer, Workshop workshop) throws NotAttempted, Stopped;
}
