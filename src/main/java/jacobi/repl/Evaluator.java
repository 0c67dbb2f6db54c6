package jacobi.repl;

import static jacobi.language.Say.say;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import java.util.List;

/**
 * Evaluates the cells of one session, in one language.
 *
 * <p>This is all the kernel knows of Java. Positions are UTF-16 indices into the given source; the kernel converts
 * from and to the code points of the protocol. All may be called by several threads at once: cells of subshells
 * run beside those of the main one.
 */
public interface Evaluator extends AutoCloseable {

    /**
     * Runs a cell.
     *
     * @param source the cell as typed
     * @param cell the number the cell goes by in errors and as {@code $n}; 0 for a silent one
     * @return how it ended; a failure in the student's code is a result, never an exception
     */
    Evaluation evaluate(String source, int cell);

    /**
     * Renders the value of a cell. That runs code of the student's too, a {@code toString} or a renderer, which may be
     * interrupted or fail.
     *
     * @return an {@link Evaluation.Value} of a {@link MimeBundle}, or the failure
     */
    default Evaluation show(Object value) {
        try {
            return new Evaluation.Value(Displays.render(value));
        } catch (RuntimeException | Error e) {
            return explain(e);
        }
    }

    /** Tells of an exception met outside {@link #evaluate}, as in a thread a cell started, as that would. */
    default Evaluation.Failure explain(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String message = String.valueOf(thrown.getMessage());
        return new Evaluation.Failure(name, message, List.of(name + ": " + message));
    }

    /**
     * Runs what a cell has set to be done when a page asks for it, as the handler of a slider: beside a cell, maybe,
     * and stopped as one.
     *
     * @return how it failed, or null
     */
    default Evaluation.Failure handle(Runnable handler) {
        try {
            handler.run();
            return null;
        } catch (RuntimeException | Error e) {
            return explain(e);
        }
    }

    /** What may stand at {@code cursor}. */
    Completions complete(String source, int cursor);

    /**
     * Describes the name at {@code cursor}.
     *
     * @param detail 0 for signature and documentation, 1 to add the source where it is known
     */
    Inspection inspect(String source, int cursor, int detail);

    /** Whether a console should run {@code source} or ask for another line. */
    Completeness isComplete(String source);

    /**
     * Stops all that is evaluated or handled now, which then ends as {@link Evaluation.Failure}; does nothing between
     * cells.
     */
    void interrupt();

    /**
     * Gives up on what {@code thread} evaluates, completes or inspects, which did not stop when it was told to.
     * Whatever it still does, the next call is made by another thread and finds the session as usable as before.
     *
     * @return how to tell of it
     */
    default Evaluation.Failure leaveBehind(Thread thread) {
        String told = "KeyboardInterrupt: " + say("engine.left-running");
        return new Evaluation.Failure("KeyboardInterrupt", "", List.of(told));
    }

    /**
     * Lets go of memory, for who has met an {@code OutOfMemoryError}: of what is kept aside, then of what cells hold.
     *
     * @return what to tell of the latter
     */
    default List<String> makeRoom() {
        return List.of();
    }

    /** The Java release the cells are compiled for, as {@code 17.0.15}. */
    String languageVersion();

    @Override
    void close();
}
