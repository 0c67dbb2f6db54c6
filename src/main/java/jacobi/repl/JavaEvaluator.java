package jacobi.repl;

import jacobi.repl.magic.MagicCell;
import jacobi.repl.magic.MagicException;
import jacobi.repl.magic.Magics;
import jacobi.repl.source.Cell;
import jacobi.repl.weaving.Interruption;
import java.util.List;

/** Evaluates Java cells in this very process, each compiled once and as a whole. */
public final class JavaEvaluator implements Evaluator {
    private final Stop stop = new Stop();
    private final LiveSession session;
    private final Magics magics;

    /**
     * @param imports the import lines every cell starts with
     */
    public JavaEvaluator(List<String> imports) {
        session = new LiveSession(imports, stop);
        magics = new Magics(session);
    }

    /** Throws if the running cell was told to stop; for long loops of libraries, at almost no cost. */
    public static void poll() {
        Interruption.poll();
    }

    @Override
    public Evaluation evaluate(String typed, int number) {
        stop.begin();
        try {
            String source = Cell.normalize(typed);
            return MagicCell.suspected(source) ? evaluatePieces(source, number) : session.evaluate(source, number);
        } finally {
            stop.end();
        }
    }

    private Evaluation evaluatePieces(String source, int number) {
        Evaluation last = new Evaluation.Done();
        for (MagicCell.Piece piece : MagicCell.pieces(source)) {
            last = piece instanceof MagicCell.Code code
                    ? session.evaluate(code.source(), number)
                    : run((MagicCell.Command) piece, number);
            if (last instanceof Evaluation.Failure) {
                return last;
            }
        }
        return last;
    }

    private Evaluation run(MagicCell.Command command, int number) {
        try {
            return magics.run(command, number);
        } catch (MagicException e) {
            return new Evaluation.Failure(
                    "MagicError", e.getMessage(), List.of("\033[1;31mMagicError\033[0m: " + e.getMessage()));
        }
    }

    @Override
    public Evaluation show(Object value) {
        stop.begin();
        try {
            return session.show(value);
        } finally {
            stop.end();
        }
    }

    @Override
    public Evaluation.Failure explain(Throwable thrown) {
        return session.explain(thrown);
    }

    @Override
    public Completions complete(String source, int cursor) {
        return new Completions(cursor, cursor, List.of());
    }

    @Override
    public Inspection inspect(String source, int cursor, int detail) {
        return Inspection.NONE;
    }

    @Override
    public Completeness isComplete(String source) {
        return new Completeness.Complete();
    }

    @Override
    public void interrupt() {
        stop.request();
    }

    @Override
    public String languageVersion() {
        return Runtime.version().toString().replaceAll("[+-].*", "");
    }

    @Override
    public void close() {
        session.close();
    }
}
