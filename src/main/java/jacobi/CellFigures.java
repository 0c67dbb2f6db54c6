package jacobi;

import jacobi.plot.Gallery;
import jacobi.repl.Completeness;
import jacobi.repl.Completions;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import jacobi.repl.Inspection;

/** An evaluator whose cells show the figures they made and forgot, and the last frames of what they animated. */
final class CellFigures implements Evaluator {
    private final Evaluator inner;

    CellFigures(Evaluator inner) {
        this.inner = inner;
    }

    @Override
    public Evaluation evaluate(String source, int cell) {
        Evaluation evaluation = null;
        try {
            evaluation = inner.evaluate(source, cell);
            return evaluation;
        } finally {
            Gallery.endCell(evaluation instanceof Evaluation.Value shown ? shown.value() : null);
        }
    }

    @Override
    public Completions complete(String source, int cursor) {
        return inner.complete(source, cursor);
    }

    @Override
    public Inspection inspect(String source, int cursor, int detail) {
        return inner.inspect(source, cursor, detail);
    }

    @Override
    public Completeness isComplete(String source) {
        return inner.isComplete(source);
    }

    @Override
    public void interrupt() {
        inner.interrupt();
    }

    @Override
    public String languageVersion() {
        return inner.languageVersion();
    }

    @Override
    public void close() {
        inner.close();
    }
}
