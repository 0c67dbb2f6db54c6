package jacobi.exercise.answer;

import java.util.List;
import java.util.Set;

/** What came back for one {@link Question}. */
public sealed interface Reply {

    /**
     * A value.
     *
     * @param printed what it prints; cut if very long
     * @param arguments of a call: the arguments' values after it
     * @param alias of a call: which argument the result is the same object as, or -1
     * @param gradient of a call that asked for it: the gradient found; null where the result does not depend on the
     *     argument
     * @param ran the watched constructs that ran; null where that is not known
     */
    record Given(
            Plain value,
            String printed,
            List<Plain.Numbers> arguments,
            int alias,
            Plain.Numbers gradient,
            Set<String> ran)
            implements Reply {
        public Given {
            arguments = List.copyOf(arguments);
            ran = ran == null ? null : Set.copyOf(ran);
        }
    }

    /** The answer is still the stub. */
    record NotAttempted() implements Reply {}

    /**
     * There is no value.
     *
     * @param words what happened, for the student
     */
    record Failed(Kind kind, String words) implements Reply {}

    /** Why there is no value. */
    enum Kind {
        THREW,
        /** It was stopped when its time was up; the questions after it are not asked. */
        TOO_SLOW,
        /** It called itself too deep. */
        TOO_DEEP,
        /** It filled the memory. */
        TOO_LARGE,
        /** A function of another number of arguments. */
        OTHER_ARITY,
        /** A value where a function was asked for. */
        NO_FUNCTION,
        /** A function where a value was asked for. */
        NO_VALUE,
        /** Not asked, since an earlier question of the same answer was {@link #TOO_SLOW}. */
        NOT_ASKED,
        /** The process that held the answer ended. */
        ENDED
    }
}
