package jacobi.repl;

import java.util.List;
import java.util.Objects;

/** How the evaluation of a cell ended. */
public sealed interface Evaluation {

    /** A value to show; a cell whose last expression is {@code null} shows {@code null}. */
    record Value(Object value) implements Evaluation {}

    /** The cell ran and has no value. */
    record Done() implements Evaluation {}

    /**
     * The cell did not compile, threw, or was stopped.
     *
     * @param ename the simple name of the exception's class, {@code CompilationError} or {@code KeyboardInterrupt}
     * @param evalue its message
     * @param traceback what to show, line by line, with ANSI colours
     */
    record Failure(String ename, String evalue, List<String> traceback) implements Evaluation {
        public Failure {
            Objects.requireNonNull(ename);
            Objects.requireNonNull(evalue);
            traceback = List.copyOf(traceback);
        }
    }
}
