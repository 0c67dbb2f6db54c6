package jacobi.repl;

import jacobi.TestText;
import jacobi.language.Ansi;
import jacobi.repl.engine.JavaEvaluator;

/** A session whose cells find all that the cells of a notebook find. */
final class PreludeCells implements AutoCloseable {
    private final JavaEvaluator java = new JavaEvaluator(TestText.prelude());
    private int cell;

    /**
     * @param first cells it begins with
     */
    PreludeCells(String... first) {
        for (String source : first) {
            run(source);
        }
    }

    JavaEvaluator java() {
        return java;
    }

    /** The number of the last cell. */
    int cell() {
        return cell;
    }

    /** The value of a cell as text, or what is told of its failure; empty where it has neither. */
    String run(String source) {
        Evaluation evaluation = java.evaluate(source, ++cell);
        if (evaluation instanceof Evaluation.Value value) {
            return String.valueOf(value.value());
        }
        return evaluation instanceof Evaluation.Failure failure
                ? Ansi.removed(String.join("\n", failure.traceback()))
                : "";
    }

    @Override
    public void close() {
        java.close();
    }
}
