package jacobi.exercise.answer;

import java.util.List;
import java.util.Set;

/** One thing a check wants to know of an answer. */
public sealed interface Question {

    /**
     * Constructs a check wants to know of: {@code loop}, {@code notation}, or a method's name such as {@code backward}.
     */
    Set<String> watched();

    /** The answer itself, finished, and which of the watched constructs ran in the cell that made it. */
    record Value(Set<String> watched) implements Question {
        public Value {
            watched = Set.copyOf(watched);
        }
    }

    /**
     * What the answer, a function, gives for copies of these arguments.
     *
     * @param gradient whether to find, by automatic differentiation, the gradient of the sum of the result with respect
     *     to the first argument, which is then float64
     */
    record Call(List<Plain.Numbers> given, boolean gradient, Set<String> watched) implements Question {
        public Call {
            given = List.copyOf(given);
            watched = Set.copyOf(watched);
        }
    }
}
