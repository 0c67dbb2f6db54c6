package jacobi.course.grading;

import static jacobi.language.Say.say;

import jacobi.notebook.CellResult;
import jacobi.notebook.NotebookSession;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;

/** The kernel that runs teachers' reference solutions; started when the first one is asked. */
final class TrustedKernel implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Start start;
    private NotebookSession session;

    /** Starts a kernel. */
    interface Start {
        NotebookSession start() throws IOException, InterruptedException;
    }

    TrustedKernel(Start start) {
        this.start = start;
    }

    /**
     * Evaluates an expression.
     *
     * @throws UncheckedIOException if the kernel cannot start
     */
    synchronized <T> T ask(String expression, Function<NotebookSession.Value, T> reading) {
        try {
            if (session == null || !session.isAlive()) {
                close();
                session = start.start();
            }
            NotebookSession.Value value = session.evaluate(expression, LIMIT);
            if (value.state() == CellResult.State.TIMED_OUT) {
                close();
            }
            return reading.apply(value);
        } catch (IOException e) {
            throw new UncheckedIOException(say("course.grade.no-trusted-kernel", "reason", e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
