package jacobi.kernel;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The evaluator, made on a thread of its own so that the kernel answers before it is there. */
public final class Engine {
    private final CompletableFuture<Evaluator> evaluator = new CompletableFuture<>();

    /** Starts making it at once. */
    public Engine(Supplier<Evaluator> maker) {
        Thread thread = new Thread(null, () -> make(maker), "jacobi-engine");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The evaluator, waiting for it if need be.
     *
     * @throws IllegalStateException if it could not be made
     */
    Evaluator evaluator() {
        try {
            return evaluator.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(say("kernel.engine.not-started", "reason", e.getCause()), e.getCause());
        }
    }

    /**
     * The evaluator, if it is there within some time.
     *
     * @throws IllegalStateException if it could not be made
     */
    Optional<Evaluator> evaluatorWithin(long millis) {
        try {
            evaluator.get(millis, TimeUnit.MILLISECONDS);
            return Optional.of(evaluator());
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(evaluator());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The release of the cells' language; while the evaluator is not there, that of this Java. */
    String languageVersion() {
        return ready() ? evaluator.join().languageVersion() : System.getProperty("java.version");
    }

    void interrupt() {
        if (ready()) {
            evaluator.join().interrupt();
        }
    }

    List<String> makeRoom() {
        return ready() ? evaluator.join().makeRoom() : List.of();
    }

    void close() {
        if (ready()) {
            evaluator.join().close();
        }
    }

    private boolean ready() {
        return evaluator.isDone() && !evaluator.isCompletedExceptionally();
    }

    private void make(Supplier<Evaluator> maker) {
        try {
            evaluator.complete(maker.get());
        } catch (RuntimeException | Error e) {
            evaluator.completeExceptionally(e);
        }
    }
}
