package jacobi.repl.running;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * For how long the collector has had the process to itself and found next to nothing. A heap filled with small objects
 * does not end in an {@code OutOfMemoryError} soon: Java 17's collector was seen to make 9,400 full collections in five
 * minutes, each for a few bytes, while nothing else ran.
 *
 * <p>Once prepared it allocates nothing and waits for nobody. One thread looks, as often as it can.
 */
final class WastedCollecting {
    /** A heap with more than this part of it left after a collection has room. */
    static final double CRAMPED = 0.3;
    /** With less than this part of it left, a heap is exhausted. */
    static final double EXHAUSTED = 0.08;
    /**
     * Collecting for this part of the time is doing little else. On a machine busy with other things, those wait
     * between two collections as long as the processor is late.
     */
    private static final double SHARE = 0.6;
    /** And where some of the heap is left, as by a list that cannot grow though it is asked to again and again. */
    private static final double SHARE_CRAMPED = 0.85;
    /** After as long without a collection nothing is wasted: what was held may have been let go of. */
    private static final long LULL_NANOS = 1_500_000_000;
    /** Of a shorter time no share is told: a collection is counted when it has ended. */
    private static final long TOLD_MILLIS = 1_000;

    private static volatile GarbageCollectorMXBean[] collectors;

    /** When it began, by the clock and by what collections had taken; 0 while it has not. */
    private long began;

    private long collectedBefore;
    private long collectedAtLook;
    private long lastCollection;
    private boolean hasCollected;

    /** Loads what a look needs while there is memory for it, which a kernel's start is not to wait for. */
    void prepare() {
        collected();
    }

    /** Looks once more: for how many milliseconds now, the latest collection being the last that counts. */
    long look() {
        double left = left();
        if (left > CRAMPED) {
            began = 0;
            return 0;
        }
        return look(System.nanoTime(), left, collected());
    }

    /** A look at a heap without room: with so much of it left, and so many milliseconds of collections so far. */
    long look(long now, double left, long collected) {
        hasCollected = collected != collectedAtLook;
        collectedAtLook = collected;
        boolean lull = !hasCollected && now - lastCollection > LULL_NANOS;
        lastCollection = hasCollected ? now : lastCollection;
        if (began == 0 || lull) {
            began = now;
            collectedBefore = collected;
            return 0;
        }
        // Garbage may lie there until it is collected: a heap that was collected for nothing once and is not collected
        // now is not.
        long passed = Math.max(0, (lastCollection - began) / 1_000_000);
        if (passed >= TOLD_MILLIS
                && collected - collectedBefore < (left > EXHAUSTED ? SHARE_CRAMPED : SHARE) * passed) {
            began = now;
            collectedBefore = collected;
            return 0;
        }
        return passed;
    }

    /** Begins again: something was done about it. */
    void reset() {
        began = 0;
    }

    /** Whether there was a collection between the last two looks at a heap without room. */
    boolean hasCollected() {
        return hasCollected;
    }

    /** Which part of the heap is left. */
    static double left() {
        Runtime memory = Runtime.getRuntime();
        return (memory.maxMemory() - memory.totalMemory() + memory.freeMemory()) / (double) memory.maxMemory();
    }

    /** Milliseconds of all collections so far. */
    private long collected() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : collectors()) {
            millis += collector.getCollectionTime();
        }
        return millis;
    }

    /** Those of this JVM. No class holds them from its start: without memory then, it would never be one. */
    private static GarbageCollectorMXBean[] collectors() {
        GarbageCollectorMXBean[] found = collectors;
        if (found == null) {
            found = ManagementFactory.getGarbageCollectorMXBeans().toArray(new GarbageCollectorMXBean[0]);
            collectors = found;
        }
        return found;
    }
}
