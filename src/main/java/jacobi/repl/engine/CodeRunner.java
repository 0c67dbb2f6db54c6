package jacobi.repl.engine;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluation;
import jacobi.repl.failure.Traceback;
import jacobi.repl.running.CellInterruption;
import jacobi.repl.running.Interruption;
import jacobi.repl.running.MemoryGuard;
import jacobi.repl.running.Run;
import jacobi.repl.running.SpareMemory;
import jacobi.repl.running.Stop;
import jacobi.repl.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs code of the student's and tells how it ended: with a value, an error, a stop, or all memory used. */
final class CodeRunner implements MemoryGuard.Holders {
    /** How long cells may take to end whose memory somebody else needs. */
    private static final int STOPPING_MILLIS = 2_000;

    private final Supplier<Session> session;
    private final Traceback traceback;
    private final Stop stop;
    private final LargeVariables holdings;
    /** What was let go of and not been told with an error yet. */
    private final List<String> letGo = new ArrayList<>();

    /**
     * @param session the current one, whose variables hold memory
     */
    CodeRunner(Supplier<Session> session, Traceback traceback, Stop stop) {
        this.session = session;
        this.traceback = traceback;
        this.stop = stop;
        holdings = new LargeVariables(stop);
    }

    /** How a cell that was stopped ended. */
    static Evaluation.Failure stopped(List<String> places) {
        List<String> lines = new ArrayList<>();
        lines.add("KeyboardInterrupt: " + say("engine.stopped"));
        lines.addAll(places);
        return new Evaluation.Failure("KeyboardInterrupt", "", lines);
    }

    /** An exception met elsewhere. */
    Evaluation.Failure explain(Throwable thrown) {
        if (!(thrown instanceof OutOfMemoryError error)) {
            return traceback.of(thrown);
        }
        List<String> largest = List.of();
        if (releaseSpare()) {
            largest = holdings.largest(session.get());
        } else {
            letGo();
        }
        Evaluation.Failure failure = traceback.of(stop.placed(error));
        List<String> lines = new ArrayList<>(failure.traceback());
        lines.addAll(largest);
        lines.addAll(toldLetGo());
        return new Evaluation.Failure(failure.ename(), failure.evalue(), lines);
    }

    @Override
    public void prepare() {
        holdings.largest(session.get());
        traceback.of(stop.placed(new OutOfMemoryError("rehearsed")));
    }

    @Override
    public void note() {
        holdings.note(session.get());
    }

    /**
     * Whether letting go of the memory kept aside makes room; it may have been used up before, and not been replaced.
     */
    private boolean releaseSpare() {
        SpareMemory.release();
        return SpareMemory.isRoom();
    }

    /** Makes room for whoever found none: ends what takes it, and only then lets go of what is held. */
    synchronized List<String> makeRoom() {
        if (releaseSpare()) {
            return List.of();
        }
        Interruption.stopAll();
        stop.outOfMemory();
        return SpareMemory.isRoomWithin(STOPPING_MILLIS) ? List.of() : letGo();
    }

    /**
     * Lets go of the variables that hold most of the heap, of all of them if need be; ends the process if that fails.
     */
    @Override
    public List<String> letGo() {
        List<String> told = holdings.letGo(session.get());
        synchronized (letGo) {
            letGo.addAll(told);
        }
        return told;
    }

    /** What was let go of since it was told last, for the cell that is told of it. */
    private List<String> toldLetGo() {
        synchronized (letGo) {
            List<String> told = List.copyOf(letGo);
            letGo.clear();
            return told;
        }
    }

    /** Code of the student's, with its outcome. */
    interface Step {
        Evaluation run() throws Throwable;
    }

    /** Runs code so that a request to stop reaches it, and explains what it throws. */
    Evaluation run(Step step) {
        if (stop.isRunningHere()) {
            return runWithin(step);
        }
        try {
            try {
                return stoppable(step);
            } catch (CellInterruption e) {
                throw e;
            } catch (Throwable e) {
                // What it says of itself may be a method of the student's, which may not end either.
                return explained(e);
            }
        } catch (CellInterruption e) {
            OutOfMemoryError exhaustion = stop.exhaustion();
            if (exhaustion != null) {
                SpareMemory.release();
                return explain(exhaustion);
            }
            return stopped(traceback.places(e.getStackTrace()));
        }
    }

    /** For code that runs already, and that a request to stop reaches. */
    private Evaluation runWithin(Step step) {
        try {
            return step.run();
        } catch (CellInterruption e) {
            throw e;
        } catch (Throwable e) {
            return explain(e);
        }
    }

    private Evaluation explained(Throwable thrown) {
        if (!(thrown instanceof OutOfMemoryError error)) {
            return stoppable(() -> explain(thrown));
        }
        // First of all: what follows takes some.
        SpareMemory.release();
        // The place is of the code that ran, and gone once other code runs here.
        OutOfMemoryError placed = stop.placed(error);
        try {
            return stoppable(() -> explain(placed));
        } catch (OutOfMemoryError e) {
            // What was let go of did not suffice to tell of it.
            letGo();
            return stoppable(() -> explain(placed));
        }
    }

    private Evaluation stoppable(Step step) {
        Evaluation[] outcome = new Evaluation[1];
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        try {
            // As a program's own statements do.
            thread.setName("main");
            execute(() -> outcome[0] = step.run());
        } catch (Throwable e) {
            throw CodeRunner.<RuntimeException>unchecked(e);
        } finally {
            thread.setName(name);
        }
        return outcome[0];
    }

    private void execute(Run.Code code) throws Throwable {
        Run run = Run.here();
        stop.running(run);
        try {
            run.execute(code);
        } finally {
            stop.ran();
        }
    }

    /** A text that methods of the student's may make; empty where they do not end and nobody waits any more. */
    String text(Supplier<String> made) {
        if (stop.isRunningHere()) {
            // A cell's code asks; what stops the cell is for it.
            return made.get();
        }
        String[] text = {""};
        try {
            execute(() -> text[0] = made.get());
        } catch (CellInterruption e) {
            // The page has been answered without it.
        } catch (Throwable e) {
            throw CodeRunner.<RuntimeException>unchecked(e);
        }
        return text[0];
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
