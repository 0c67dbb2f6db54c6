package jacobi.kernel;

import jacobi.display.Displays;
import jacobi.repl.Completeness;
import jacobi.repl.Completions;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import jacobi.repl.Inspection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** An evaluator whose cells are names of Java lambdas, so that the kernel is tested without a language. */
final class ScriptedEvaluator implements Evaluator {
    private final Map<String, Callable<Object>> cells = new ConcurrentHashMap<>();
    private volatile Thread running;
    volatile int latestCell = -1;

    /** A value a cell returns to say that it has none. */
    static final Object NOTHING = new Object();

    /** When a cell of this source comes, {@code body} runs; what it returns is its value. */
    void cell(String source, Callable<Object> body) {
        cells.put(source, body);
    }

    @Override
    public Evaluation evaluate(String source, int cell) {
        latestCell = cell;
        return guarded(() -> cells.containsKey(source) ? cells.get(source).call() : source);
    }

    @Override
    public Evaluation show(Object value) {
        return guarded(() -> Displays.render(value));
    }

    private Evaluation guarded(Callable<Object> code) {
        running = Thread.currentThread();
        try {
            Object value = code.call();
            return value == NOTHING ? new Evaluation.Done() : new Evaluation.Value(value);
        } catch (InterruptedException e) {
            return new Evaluation.Failure("KeyboardInterrupt", "", List.of("KeyboardInterrupt"));
        } catch (Throwable e) {
            return explain(e);
        } finally {
            running = null;
            Thread.interrupted();
        }
    }

    @Override
    public Completions complete(String source, int cursor) {
        int start = source.lastIndexOf('.', cursor - 1) + 1;
        return new Completions(start, cursor, List.of(new Completions.Match("length", "function", "() int")));
    }

    @Override
    public Inspection inspect(String source, int cursor, int detail) {
        return source.startsWith("Math")
                ? new Inspection(true, "class Math, detail " + detail + " at " + cursor, "<b>Math</b>")
                : Inspection.NONE;
    }

    @Override
    public Completeness isComplete(String source) {
        return source.endsWith("{")
                ? new Completeness.Incomplete("    ")
                : source.contains("= ;") || source.contains("?")
                        ? new Completeness.Invalid()
                        : new Completeness.Complete();
    }

    @Override
    public void interrupt() {
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public String languageVersion() {
        return "17.0.1";
    }

    @Override
    public void close() {}
}
