package jacobi.repl;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * Ends a cell for which the garbage collector works in vain.
 *
 * <p>A heap filled with small objects does not end in an {@code OutOfMemoryError} soon: Java 17's collector was seen to
 * make 9,400 full collections in five minutes, each for a few bytes, while nothing else ran.
 */
final class HeapWatch {
    private static final int LOOK_MILLIS = 500;
    /** The cell ends when the machine has collected garbage, and done little else, for this long. */
    private static final int PATIENCE_MILLIS = 3_000;
    /** A heap with more than this part of it left is not exhausted. */
    private static final double EXHAUSTED = 0.05;
    /** From here on there may soon be no memory to prepare in. */
    private static final double FILLING = 0.25;

    private static final double IN_VAIN = 0.9;

    private final Stop stop;
    /** For how long the collector has been seen at work alone. */
    private double inVain;

    private GarbageCollectorMXBean[] collectors;

    private HeapWatch(Stop stop) {
        this.stop = stop;
    }

    /** Watches whatever runs, until {@link Stop#close}. */
    static void start(Stop stop) {
        Thread watch = new Thread(new HeapWatch(stop)::watch, "jacobi-heap");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            while (stop.awaitCell()) {
                try {
                    look();
                } catch (OutOfMemoryError e) {
                    // The cell may meet one too, or leave room again; this thread must be there for either.
                    inVain += LOOK_MILLIS;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        double left = left();
        if (left < FILLING && collectors == null) {
            collectors = ManagementFactory.getGarbageCollectorMXBeans().toArray(new GarbageCollectorMXBean[0]);
        }
        if (left > EXHAUSTED) {
            inVain = 0;
            Thread.sleep(LOOK_MILLIS);
            return;
        }
        inVain += collectingInVain();
        if (inVain >= PATIENCE_MILLIS) {
            stop.outOfMemory();
            inVain = 0;
        }
    }

    /** Which part of the heap is left. */
    private static double left() {
        Runtime memory = Runtime.getRuntime();
        return (memory.maxMemory() - memory.totalMemory() + memory.freeMemory()) / (double) memory.maxMemory();
    }

    /** How long the next look took, or what takes {@link #inVain} to zero where more was done than collecting. */
    private double collectingInVain() throws InterruptedException {
        long before = collecting();
        long began = System.nanoTime();
        Thread.sleep(LOOK_MILLIS);
        double passed = (System.nanoTime() - began) / 1e6;
        return collecting() - before > IN_VAIN * passed ? passed : -inVain;
    }

    /** Milliseconds of all collections so far; allocates nothing. */
    private long collecting() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            millis += collector.getCollectionTime();
        }
        return millis;
    }
}
