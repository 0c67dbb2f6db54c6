package jacobi.repl.engine;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluation;
import jacobi.repl.running.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Stops cells that run longer than the environment allows. */
final class TimeLimit {
    private final Duration limit;
    private final Stop stop;
    private ScheduledThreadPoolExecutor clock;

    /**
     * @param limit zero for none
     */
    TimeLimit(Duration limit, Stop stop) {
        this.limit = limit;
        this.stop = stop;
    }

    Evaluation within(Supplier<Evaluation> cell) {
        if (limit.isZero()) {
            return cell.get();
        }
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = clock().schedule(
                        () -> {
                            late.set(true);
                            stop.request();
                        },
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            Evaluation evaluation = cell.get();
            boolean stopped = evaluation instanceof Evaluation.Failure failure
                    && failure.ename().equals("KeyboardInterrupt");
            return stopped && late.get() ? told((Evaluation.Failure) evaluation) : evaluation;
        } finally {
            alarm.cancel(false);
        }
    }

    private Evaluation told(Evaluation.Failure failure) {
        String message = say("engine.timeLimit.cell-ran-longer-than", "toMillis", limit.toMillis());
        List<String> lines = new ArrayList<>(failure.traceback());
        lines.set(0, "TimeoutException: " + message);
        return new Evaluation.Failure("TimeoutException", message, lines);
    }

    private synchronized ScheduledThreadPoolExecutor clock() {
        if (clock == null) {
            clock = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "jacobi-time-limit");
                thread.setDaemon(true);
                return thread;
            });
            clock.setRemoveOnCancelPolicy(true);
        }
        return clock;
    }
}
