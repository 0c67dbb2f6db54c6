package jacobi.repl;

import jacobi.repl.failure.CompileReport;
import jacobi.repl.failure.PlainWords;
import jacobi.repl.failure.Traceback;
import jacobi.repl.javac.Javac;
import jacobi.repl.session.CellAnalysis;
import jacobi.repl.session.Session;
import jacobi.repl.source.Cell;
import jacobi.repl.weaving.CellInterruption;
import jacobi.repl.weaving.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Evaluates Java cells in this very process, each compiled once and as a whole. */
public final class JavaEvaluator implements Evaluator {
    private final List<String> imports;
    /** Guards the compilers and the session's names; not held while a cell runs. */
    private final ReentrantLock compiling = new ReentrantLock();

    private final Map<Integer, Cell> cells = new HashMap<>();
    private final Traceback traceback = new Traceback(cells::get);
    private final Stop stop = new Stop();
    private final Javac javac;
    private Session session;

    /**
     * @param imports the import lines every cell starts with
     */
    public JavaEvaluator(List<String> imports) {
        this.imports = List.copyOf(imports);
        javac = new Javac(false);
        session = new Session(javac, this.imports, getClass().getClassLoader());
    }

    @Override
    public Evaluation evaluate(String source, int number) {
        stop.begin();
        try {
            Cell cell = Cell.of(number, Cell.normalize(source));
            cells.put(number, cell);
            return evaluate(cell);
        } finally {
            stop.end();
        }
    }

    private Evaluation evaluate(Cell cell) {
        if (cell.parts().isEmpty()) {
            return new Evaluation.Done();
        }
        Session.Installed installed;
        compiling.lock();
        try {
            CellAnalysis analysis = session.analyze(cell);
            if (!analysis.diagnostics().isEmpty()) {
                return CompileReport.of(cell, analysis.diagnostics(), words());
            }
            installed = session.install(analysis);
            if (!installed.errors().isEmpty()) {
                return CompileReport.of(cell, installed.errors(), words());
            }
        } finally {
            compiling.unlock();
        }
        installed.notes().forEach(System.out::println);
        return run(installed);
    }

    private Evaluation run(Session.Installed installed) {
        try {
            Run run = Run.here();
            stop.run(run);
            run.execute(installed::run);
            return installed.hasValue() ? new Evaluation.Value(installed.value()) : new Evaluation.Done();
        } catch (CellInterruption e) {
            return new Evaluation.Failure(
                    "KeyboardInterrupt",
                    "",
                    List.of("KeyboardInterrupt: the cell was stopped; variables keep their values."));
        } catch (Throwable e) {
            return traceback.of(e);
        }
    }

    private PlainWords words() {
        return new PlainWords(
                () -> {
                    List<String> names = new ArrayList<>();
                    session.names().variables().forEach(variable -> names.add(variable.name()));
                    session.names().methods().forEach(method -> names.add(method.name()));
                    session.names().types().forEach(type -> names.add(type.name()));
                    return names;
                },
                name -> session.names().waitingFor(name));
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
        javac.close();
    }

    /** Who is to be stopped: nobody between cells, the cell before it runs while it compiles, else its run. */
    private static final class Stop {
        private boolean evaluating;
        private boolean requested;
        private Run run;

        synchronized void begin() {
            evaluating = true;
            requested = false;
            run = null;
        }

        synchronized void run(Run started) {
            run = started;
            if (requested) {
                throw Run.stopped();
            }
        }

        synchronized void request() {
            if (run != null) {
                run.stop();
            } else {
                requested = evaluating;
            }
        }

        synchronized void end() {
            evaluating = false;
            run = null;
        }
    }
}
