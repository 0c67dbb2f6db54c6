package jacobi.tensor.cpu;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * The moment a family of vector loops takes over from plain ones with the same results.
 *
 * <p>Until the JVM has compiled them, vector loops are hundreds of times slower than plain ones, and a JVM that cannot
 * compile them leaves them so. Without any, the third of three trainings of the book's perceptron takes four times as
 * long (30.4 s, 7.6 s with them, one run on a busy computer, 17). The first use of a family starts a race in the
 * background on small data; callers go on with plain loops until the vectors have won. Without the vector module, or on
 * a JVM that cannot compile it well, they never do. Races are timed by what their thread had of a processor, so that
 * they end alike on a machine that does much else. Where none is won in ten seconds, there are two more, each after a
 * pause.
 */
final class Takeover {
    private static final int VICTORIES = 3, TURNS = 32;
    private static final long GIVE_UP_NANOS = 10_000_000_000L;
    private static final int RACES = 3;
    private static final long PAUSE_MILLIS = 30_000;
    private static final Queue<Takeover> WAITING = new ArrayDeque<>();
    /** Those that have lost and may race again after the pause. */
    private static final Queue<Takeover> RESTING = new ArrayDeque<>();

    private static Thread judging;

    private final Runnable plain;
    private final Runnable vectors;
    private final LongSupplier clock;
    private volatile boolean done;
    /** Whether it has waited for its race; written under the lock of {@link #WAITING}. */
    private volatile boolean started;

    private int races;

    /** A family, with a plain and a vector loop over the same few microseconds of work. */
    Takeover(Runnable plain, Runnable vectors) {
        this(plain, vectors, Takeover::worked);
    }

    /** Nanoseconds this thread had of a processor, or of the day where the JVM does not know. */
    private static long worked() {
        return Watch.THREADS.isCurrentThreadCpuTimeSupported()
                ? Watch.THREADS.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    /** Made at the first race, in the background. */
    private static final class Watch {
        static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    }

    /**
     * A family whose race is timed by {@code clock}, in nanoseconds.
     */
    Takeover(Runnable plain, Runnable vectors, LongSupplier clock) {
        this.plain = plain;
        this.vectors = vectors;
        this.clock = clock;
    }

    /** Whether vector loops are to be used. */
    boolean done() {
        return done || !started && start();
    }

    private boolean start() {
        synchronized (WAITING) {
            if (started) {
                // Another thread was first.
                return false;
            }
            started = true;
            WAITING.add(this);
            WAITING.notifyAll();
            if (judging == null) {
                judging = new Thread(() -> Poll.quietly(Takeover::judge), "jacobi-takeover");
                judging.setDaemon(true);
                judging.start();
            }
        }
        return false;
    }

    private static void judge() {
        while (true) {
            Takeover next;
            synchronized (WAITING) {
                next = next();
                if (next == null) {
                    judging = null;
                    return;
                }
            }
            try {
                // Classes that use the module are loaded only where it is there.
                if (VectorModule.load()) {
                    next.race();
                    next.restUnlessDone();
                }
            } catch (RuntimeException | LinkageError e) {
                // Vectors this JVM offers but cannot run: plain loops stay.
            }
        }
    }

    /** Whose turn it is, if need be after the pause of those that rest; null for nobody's. Holds the lock. */
    private static Takeover next() {
        if (WAITING.isEmpty() && !RESTING.isEmpty()) {
            try {
                WAITING.wait(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                // Nobody interrupts the judging thread; the pause is shorter then.
            }
            if (WAITING.isEmpty()) {
                WAITING.addAll(RESTING);
                RESTING.clear();
            }
        }
        return WAITING.poll();
    }

    private void restUnlessDone() {
        races++;
        if (!done && races < RACES) {
            synchronized (WAITING) {
                RESTING.add(this);
            }
        }
    }

    /** Runs both by turns until the vectors have won {@value VICTORIES} times in a row, or the time is up. */
    void race() {
        long end = clock.getAsLong() + GIVE_UP_NANOS;
        int victories = 0;
        while (victories < VICTORIES && clock.getAsLong() < end) {
            long start = clock.getAsLong();
            for (int i = 0; i < TURNS; i++) {
                plain.run();
            }
            long middle = clock.getAsLong();
            for (int i = 0; i < TURNS; i++) {
                vectors.run();
            }
            victories = clock.getAsLong() - middle < middle - start ? victories + 1 : 0;
        }
        done = victories == VICTORIES;
    }
}
