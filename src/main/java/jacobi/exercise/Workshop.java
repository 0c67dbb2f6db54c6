package jacobi.exercise;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What checks need of the place cells run in; the kernel's own is handed to {@link Exercises#workshop}. */
public interface Workshop {

    /** The running cell in plain Java, for checks that ask how an answer is written; empty where unknown. */
    String cellSource();

    /** The running cell as typed. */
    default String typedSource() {
        return cellSource();
    }

    /**
     * Calls student's code, and stops it after {@code limit}.
     *
     * @throws TimeoutException if it had to be stopped
     * @throws Exception what the code threw
     */
    <T> T limited(Duration limit, Callable<T> code) throws Exception;

    /** Outside a kernel: no source, and a thread that is interrupted when its time is up. */
    static Workshop plain() {
        return new Workshop() {
            @Override
            public String cellSource() {
                return "";
            }

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
