package jacobi.exercise.answer;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What checks need of the place cells run in; the kernel's own is handed to {@code Exercises.workshop}. */
public interface Workshop {

    /**
     * Calls student's code, and stops it after {@code limit}.
     *
     * @throws TimeoutException if it had to be stopped
     * @throws Exception what the code threw; an error of the virtual machine is the cause of an ExecutionException
     */
    <T> T limited(Duration limit, Callable<T> code) throws Exception;

    /**
     * The constructs that ran in the cell so far: {@code loop}, {@code notation}, names of methods; null if not known.
     */
    default Set<String> ranInCell() {
        return null;
    }

    /**
     * Does something and watches what runs meanwhile.
     *
     * @return as {@link #ranInCell}; null if not known
     */
    default Set<String> watching(Action action) throws Exception {
        action.act();
        return null;
    }

    /** Something that may fail. */
    interface Action {
        void act() throws Exception;
    }

    /**
     * Runs the source of a reference solution, away from the names of the cells.
     *
     * @return what it hands in: a value, or a function
     */
    default Object solution(String source) {
        throw new UnsupportedOperationException(source);
    }

    /** Outside a kernel: nothing is watched, and a thread is interrupted when its time is up. */
    static Workshop plain() {
        return new Workshop() {
            @Override
            public <T> T limited(Duration limit, Callable<T> code) throws Exception {
                FutureTask<T> task = new FutureTask<>(code);
                Thread thread = new Thread(task, "exercise");
                thread.setDaemon(true);
                thread.start();
                try {
                    return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                } finally {
                    task.cancel(true);
                }
            }
        };
    }
}
