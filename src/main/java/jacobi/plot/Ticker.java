package jacobi.plot;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Calls for frames of something that changes, at most ten a second: the first change is shown at once, later ones when
 * their time has come, and the last one at the end of the cell or a tenth of a second after it, whichever is first.
 *
 * <p>Thread-safe. A frame is drawn by one thread at a time.
 */
final class Ticker {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final ScheduledExecutorService TIMER = timer();

    private final Runnable frame;
    private final Runnable kept;
    private long last;
    private boolean started;
    private boolean changed;
    private ScheduledFuture<?> due;

    /**
     * @param frame shows the present state; called while this ticker is locked, so that frames keep their order
     */
    Ticker(Runnable frame) {
        this(frame, frame);
    }

    /**
     * @param kept shows the state at the end of a cell, in the form a notebook keeps, also where {@code frame} has
     *     shown it already
     */
    Ticker(Runnable frame, Runnable kept) {
        this.frame = frame;
        this.kept = kept;
    }

    /** The state has changed. */
    synchronized void changed() {
        changed = true;
        Gallery.atEnd(this);
        long now = System.nanoTime();
        if (!started || now - last >= INTERVAL) {
            show(now);
        } else if (due == null) {
            due = TIMER.schedule(this::flush, INTERVAL - (now - last), TimeUnit.NANOSECONDS);
        }
    }

    /** Shows what has changed since the last frame, if anything has. */
    synchronized void flush() {
        if (changed) {
            show(System.nanoTime());
        } else {
            cancel();
        }
    }

    /** The cell has ended. */
    synchronized void end() {
        if (kept == frame) {
            flush();
        } else {
            cancel();
            changed = false;
            kept.run();
        }
    }

    private void show(long now) {
        cancel();
        // Before the frame: should drawing fail, the timer does not try the same again.
        changed = false;
        started = true;
        frame.run();
        last = Math.max(now, System.nanoTime());
    }

    private void cancel() {
        if (due != null) {
            due.cancel(false);
            due = null;
        }
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            // Nothing is inherited from the cell that happened to start the thread: it serves all cells.
            Thread thread = new Thread(null, task, "jacobi-frames", 0, false);
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
