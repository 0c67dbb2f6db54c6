package jacobi;

import jacobi.exercise.Exercises;
import jacobi.exercise.HandIn;
import jacobi.plot.Gallery;
import jacobi.repl.Completeness;
import jacobi.repl.Completions;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import jacobi.repl.Inspection;
import jacobi.repl.engine.JavaEvaluator;
import jacobi.repl.magic.Help;
import jacobi.tensor.cpu.Poll;
import jacobi.widget.Models;
import java.util.List;
import java.util.Map;

/** Where the two sides meet: an evaluator of Java whose cells find the notebook side's words, values and manners. */
final class JavaSession implements Evaluator {
    /** What a notebook's first cells do: makes tensors, in notation, and shows them. */
    private static final List<String> WARM_UP = List.of(
            "1 + 1",
            "var t = arange(6).reshape(2, 3); (t + t).toString()",
            "var u = tensor([[2.0, 1], [4, 3]], requiresGrad=true);\n(u * u).sum().backward();\nu.grad[0, 1:]");

    private final JavaEvaluator java = new JavaEvaluator(
            Prelude.imports(),
            new Help(HelpPages::all),
            Map.of("check", JavaSession::exercises),
            Environment.settings(System.getenv()));
    private final CellWorkshop workshop = new CellWorkshop(java);

    private final Rehearsal rehearsal = new Rehearsal();
    /** The thread of the cell that runs; one that was left behind has nothing more to say of when a cell ends. */
    private volatile Thread running;

    private JavaSession() {}

    /**
     * An evaluator that warms up, on a thread of its own, until the first cell comes; where nobody waits, it does not.
     */
    static JavaSession start() {
        NotebookLanguage.use(System.getenv("JPY_SESSION_NAME"));
        JavaSession session = new JavaSession();
        Renderers.register();
        Models.register();
        Poll.with(JavaEvaluator::poll);
        Exercises.workshop(session.workshop);
        if (System.getenv("JPY_PARENT_PID") != null && System.getenv("JACOBI_PROGRESS") == null) {
            Exercises.keepProgress();
        }
        if (!HandIn.isGrading()) {
            Thread warming = new Thread(null, () -> session.java.warmUp(WARM_UP), "jacobi-warm-up");
            warming.setDaemon(true);
            warming.start();
            session.rehearsal.start();
        }
        return session;
    }

    /**
     * As {@link #start}, in a process that is there for this session alone: where memory is used up and nothing else
     * helps, it ends.
     */
    static Evaluator ofThisProcess() {
        JavaSession session = start();
        session.java.ownProcess();
        return session;
    }

    private static List<Completions.Match> exercises() {
        return Exercises.titles().entrySet().stream()
                .map(exercise -> new Completions.Match(exercise.getKey(), "instance", exercise.getValue()))
                .toList();
    }

    @Override
    public Evaluation evaluate(String source, int cell) {
        if (!begins()) {
            // In a subshell, beside another cell.
            return Gallery.apart(() -> java.evaluate(source, cell), JavaSession::valueOf);
        }
        Evaluation evaluation = null;
        rehearsal.cellBegins();
        workshop.begin(source);
        try {
            evaluation = workshop.end(source, java.evaluate(source, cell));
            return evaluation;
        } finally {
            if (running == Thread.currentThread()) {
                running = null;
                end(evaluation);
            }
        }
    }

    private synchronized boolean begins() {
        if (running != null) {
            return false;
        }
        running = Thread.currentThread();
        return true;
    }

    private void end(Evaluation evaluation) {
        // Figures made and forgotten show now, and animations send their last frame.
        if (evaluation instanceof Evaluation.Failure failure) {
            Gallery.endFailedCell(failure.thrower());
        } else {
            Gallery.endCell(valueOf(evaluation));
        }
        rehearsal.cellEnded();
    }

    private static Object valueOf(Object evaluation) {
        return evaluation instanceof Evaluation.Value shown ? shown.value() : null;
    }

    @Override
    public Evaluation.Failure leaveBehind(Thread thread) {
        Evaluation.Failure told = java.leaveBehind(thread);
        if (running == thread) {
            running = null;
            end(told);
        }
        return told;
    }

    @Override
    public Evaluation show(Object value) {
        return java.show(value);
    }

    @Override
    public Evaluation.Failure handle(Runnable handler) {
        return java.handle(() -> Gallery.apart(
                () -> {
                    handler.run();
                    return null;
                },
                nothing -> nothing));
    }

    @Override
    public Evaluation.Failure explain(Throwable thrown) {
        return java.explain(thrown);
    }

    @Override
    public Completions complete(String source, int cursor) {
        return java.complete(source, cursor);
    }

    @Override
    public Inspection inspect(String source, int cursor, int detail) {
        return java.inspect(source, cursor, detail);
    }

    @Override
    public Completeness isComplete(String source) {
        return java.isComplete(source);
    }

    @Override
    public void interrupt() {
        java.interrupt();
    }

    @Override
    public List<String> makeRoom() {
        return java.makeRoom();
    }

    @Override
    public String languageVersion() {
        return java.languageVersion();
    }

    @Override
    public void close() {
        java.close();
    }
}
