package jacobi.repl.running;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps a session able to answer when cells have used up the heap: ends what fills it, then lets go of what holds it, and
 * ends the process with a last word if that was not enough. A kernel that lives and does not answer is worst: no front
 * end starts it anew.
 *
 * <p>A heap filled with small objects does not end in an {@code OutOfMemoryError} soon: Java 17's collector was seen to
 * make 9,400 full collections in five minutes, each for a few bytes, while nothing else ran.
 */
public final class MemoryGuard {
    private static final int LOOK_MILLIS = 500;
    /** Between cells, where only threads that cells left behind can fill the heap. */
    private static final int IDLE_LOOK_MILLIS = 2_000;
    /** What runs is ended when the machine has collected garbage, and done little else, for this long. */
    private static final int PATIENCE_MILLIS = 3_000;
    /** For how much longer after each step until the next is taken. */
    private static final int NEXT_MILLIS = 2_000;
    /** A heap with more than this part of it left is not exhausted. */
    private static final double EXHAUSTED = 0.05;
    /** From here on there may soon be no memory to prepare in, and none for an error to say where it was thrown. */
    private static final double FILLING = 0.25;

    private static final double IN_VAIN = 0.9;
    private static final byte[] LAST_WORD =
            ("[jacobi] the heap is used up and what cells hold could not be let go of: the"
                            + " kernel ends, so that it can be started anew\n")
                    .getBytes(StandardCharsets.UTF_8);

    /** Made in time: a stream takes memory. */
    private static final FileOutputStream LOG = new FileOutputStream(FileDescriptor.err);

    private final Stop stop;
    private final Holders holders;
    /** For how long the collector has been seen at work alone. */
    private double inVain;
    /** How many steps have been taken since there was room last. */
    private int steps;

    private GarbageCollectorMXBean[] collectors;

    /** What the session's cells hold. */
    public interface Holders {
        /** Does what {@link #letGo} does, without letting go of anything. */
        void prepare();

        /** Lets go of what holds most of the heap, or of all; returns what to tell of it. */
        List<String> letGo();
    }

    private MemoryGuard(Stop stop, Holders holders) {
        this.stop = stop;
        this.holders = holders;
    }

    /** Watches until {@link Stop#close}. */
    public static void start(Stop stop, Holders holders) {
        Thread watch = new Thread(null, new MemoryGuard(stop, holders)::watch, "jacobi-memory", 0, false);
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        SpareMemory.keep();
        long began = System.nanoTime();
        while (!stop.isClosed()) {
            try {
                stop.awaitCell(IDLE_LOOK_MILLIS);
                began = System.nanoTime();
                look();
            } catch (OutOfMemoryError e) {
                // What runs may meet one too, or leave room again; this thread must be there for either. Before the
                // error is thrown, the collector has looked for memory more than once.
                inVain += (System.nanoTime() - began) / 1e6;
                takeStepAnyway();
            } catch (InterruptedException e) {
                // Of a cell that interrupts all threads it finds.
            }
        }
    }

    private void look() throws InterruptedException {
        double left = left();
        if (left < FILLING) {
            if (collectors == null) {
                collectors = ManagementFactory.getGarbageCollectorMXBeans().toArray(new GarbageCollectorMXBean[0]);
                // What is done for the first time loads classes and links calls; later there may be no memory for that.
                Interruption.prepare();
                holders.prepare();
            }
            if (left > EXHAUSTED) {
                stop.noteWhere();
            }
        }
        if (left > EXHAUSTED) {
            inVain = 0;
            steps = 0;
            SpareMemory.keep();
            if (stop.isEvaluating()) {
                Thread.sleep(LOOK_MILLIS);
            }
            return;
        }
        inVain += collectingInVain();
        takeStep();
    }

    /** A step that finds no memory either is followed by the next one, and the last one needs none. */
    private void takeStepAnyway() {
        try {
            takeStep();
        } catch (OutOfMemoryError e) {
            inVain += NEXT_MILLIS;
        }
    }

    private void takeStep() {
        if (inVain < PATIENCE_MILLIS + steps * NEXT_MILLIS) {
            return;
        }
        steps++;
        // Each step takes some.
        if (steps == 1) {
            SpareMemory.releaseForStopping();
            stop.outOfMemory();
            Interruption.stopAll();
        } else if (steps == 2) {
            SpareMemory.releaseForLettingGo();
            List<String> told = holders.letGo();
            // A cell that runs ends with an error, which tells it.
            if (!stop.isEvaluating()) {
                told.forEach(System.err::println);
            }
        } else {
            end();
        }
    }

    /** Ends the process; allocates nothing. */
    public static void end() {
        try {
            LOG.write(LAST_WORD);
        } catch (IOException | OutOfMemoryError e) {
            // Then without.
        } finally {
            Runtime.getRuntime().halt(1);
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
