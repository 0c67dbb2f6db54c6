package jacobi.widget;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows what running code has gathered while it runs, a few times a second, and all of it when it is closed. */
final class Streaming implements AutoCloseable {
    private static final int PAUSE_MILLIS = 150;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(null, work, "jacobi-widgets");
        thread.setDaemon(true);
        return thread;
    });

    private final Runnable show;
    private final Gathered gathered;
    private final Future<?> ticking;
    private long shown;
    private boolean closed;

    /** @param show shows all that is gathered */
    Streaming(Runnable show, Gathered gathered) {
        this.show = show;
        this.gathered = gathered;
        shown = gathered.version();
        ticking = CLOCK.scheduleWithFixedDelay(this::tick, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void tick() {
        long version = gathered.version();
        if (!closed && version != shown) {
            shown = version;
            show.run();
        }
    }

    @Override
    public synchronized void close() {
        ticking.cancel(false);
        closed = true;
        show.run();
    }
}
