package jacobi.repl;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.List;

/** How the evaluation of a cell ended. */
public sealed interface Evaluation {

    /** A value to show; a cell whose last expression is {@code null} shows {@code null}. */
    record Value(Object value) implements Evaluation {}

    /** The cell ran and has no value. */
    record Done() implements Evaluation {}

    /**
     * The cell did not compile, threw, or was stopped. A page shows no more than a few thousand characters of an error,
     * and some hold megabytes: of longer texts the middle is left out.
     *
     * @param ename the simple name of the exception's class, {@code CompilationError} or {@code KeyboardInterrupt}
     * @param evalue its message
     * @param traceback what to show, line by line, with ANSI colours
     * @param thrower the name of the class in whose code it was thrown, or null where there is none or nobody knows
     */
    record Failure(String ename, String evalue, List<String> traceback, String thrower) implements Evaluation {
        private static final int LONGEST = 16_000;
        private static final int KEPT = 4_000;
        /** Of a whole traceback. */
        private static final int LONGEST_OF_ALL = 48_000;

        public Failure(String ename, String evalue, List<String> traceback) {
            this(ename, evalue, traceback, null);
        }

        public Failure {
            ename = Excerpt.of(ename, LONGEST, KEPT);
            evalue = Excerpt.of(evalue, LONGEST, KEPT);
            traceback = shortened(traceback);
        }

        private static List<String> shortened(List<String> lines) {
            List<String> shown = new ArrayList<>();
            int characters = 0;
            for (String line : lines) {
                String fitting = Excerpt.of(line, LONGEST, KEPT);
                characters += fitting.length();
                if (characters > LONGEST_OF_ALL) {
                    shown.add(say("repl.evaluation.more-lines", "lines", lines.size() - shown.size()));
                    break;
                }
                shown.add(fitting);
            }
            return List.copyOf(shown);
        }
    }
}
