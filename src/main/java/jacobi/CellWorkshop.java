package jacobi;

import jacobi.exercise.Workshop;
import jacobi.notation.Reading;
import jacobi.repl.running.Run;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The place where checks run student's code: stopped as a cell is, even in a loop that catches everything. */
final class CellWorkshop implements Workshop {
    private final Supplier<Optional<Reading>> cell;

    /**
     * @param cell the one that runs
     */
    CellWorkshop(Supplier<Optional<Reading>> cell) {
        this.cell = cell;
    }

    @Override
    public String cellSource() {
        return cell.get().map(Reading::plain).orElse("");
    }

    @Override
    public String typedSource() {
        return cell.get().map(Reading::source).orElse("");
    }

    @Override
    public <T> T limited(Duration limit, Callable<T> code) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<Run> running = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        Run run = Run.here();
                        running.complete(run);
                        run.execute(() -> result.complete(code.call()));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "exercise");
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException | InterruptedException e) {
            running.join().stop();
            throw e;
        }
    }
}
