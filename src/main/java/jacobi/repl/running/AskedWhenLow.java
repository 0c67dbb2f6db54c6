package jacobi.repl.running;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;

/**
 * What the checks in running cells ask while memory is low: whether the collector works for nothing. Whoever fills the
 * heap has the turns in which it does so, and others may have none.
 */
final class AskedWhenLow {
    /** How many checks do not ask after one that has met no collection since the one before. */
    private static final int SKIPPED = 100;
    /** A change costs compiled code; it lasts for as long at least. */
    private static final long LEAST_NANOS = 5_000_000_000L;

    private final WastedCollecting collecting = new WastedCollecting();
    private final ReentrantLock asking = new ReentrantLock();
    private final LongPredicate tooLong;
    private final Runnable inVain;
    private int skipped;
    private boolean asked;
    private long since;

    /**
     * @param tooLong whether so many wasted milliseconds are too many
     * @param inVain done by the check that finds them
     */
    AskedWhenLow(LongPredicate tooLong, Runnable inVain) {
        this.tooLong = tooLong;
        this.inVain = inVain;
    }

    /** Has checks ask from now on, or no longer. For one thread. */
    void update(boolean low) {
        long now = System.nanoTime();
        if (low == asked || !low && now - since < LEAST_NANOS) {
            return;
        }
        asked = low;
        since = now;
        Interruption.asking(low ? this::look : null);
    }

    private void look() {
        // Which of several threads counts does not matter.
        if (skipped > 0) {
            skipped--;
        } else if (asking.tryLock()) {
            try {
                long wasted = collecting.look();
                skipped = collecting.hasCollected() ? 0 : SKIPPED;
                if (tooLong.test(wasted)) {
                    collecting.reset();
                    inVain.run();
                }
            } finally {
                asking.unlock();
            }
        }
    }
}
