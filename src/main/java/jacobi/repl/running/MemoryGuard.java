package jacobi.repl.running;

import java.util.List;

/**
 * Keeps a session able to answer when cells have used up the heap: ends what fills it, then lets go of what holds it.
 * If that was not enough in time, {@link LastResort} ends the process.
 */
public final class MemoryGuard {
    private static final int LOOK_MILLIS = 100;
    /** Between cells, where only threads that cells left behind can fill the heap. */
    private static final int IDLE_LOOK_MILLIS = 2_000;
    /**
     * What runs is ended when the collector has worked for nothing for this long; or for twice as long where it began
     * only meanwhile, and may make the room that another did not.
     */
    private static final int STOPPING_MILLIS = 1_500;
    /** And what cells hold is let go of when it still does so then. */
    private static final int LETTING_GO_MILLIS = 5_000;

    private final Stop stop;
    private final Holders holders;
    private final WastedCollecting collecting = new WastedCollecting();
    private final AskedWhenLow asked = new AskedWhenLow(this::isTooLong, this::stopCells);
    private final long started = System.nanoTime();
    private boolean prepared;
    /** Which part of the heap was left when the largest were noted last. */
    private double noted = 1;
    /** How many steps have been taken since there was room last. */
    private int steps;

    /** What the session's cells hold. */
    public interface Holders {
        /** Does what {@link #letGo} does, without letting go of anything. */
        void prepare();

        /** Notes what holds most of the heap: when it is full there is no memory to look. */
        void note();

        /** Lets go of what holds most of the heap, or of all; returns what to tell of it. */
        List<String> letGo();
    }

    private MemoryGuard(Stop stop, Holders holders) {
        this.stop = stop;
        this.holders = holders;
    }

    /**
     * The share of the heap that is left from which on it is noted where a cell is: one that is quick fills it between
     * two looks.
     */
    private static final double NOTED = 0.6;
    /** Where so much more of it is gone, what holds most of it may be something else. */
    private static final double NOTED_AGAIN = 0.2;

    /** Watches until {@link Stop#close}. */
    public static void start(Stop stop, Holders holders) {
        Thread watch = new Thread(null, () -> new MemoryGuard(stop, holders).watch(), "jacobi-memory", 0, false);
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        if (LastResort.START_MILLIS == 0) {
            SpareMemory.keep();
        }
        while (!stop.isClosed()) {
            try {
                Interruption.endStopAll();
                if (collecting.look() == 0) {
                    // The first time too: of a large heap memory is put aside then, which a start does not wait for.
                    stop.awaitCell(IDLE_LOOK_MILLIS);
                }
                look();
                if (stop.isEvaluating()) {
                    Thread.sleep(LOOK_MILLIS);
                }
            } catch (OutOfMemoryError e) {
                // What runs may meet one too, or leave room again; this thread must be there for either.
            } catch (InterruptedException e) {
                // Of a cell that interrupts all threads it finds.
            }
        }
    }

    private void look() {
        double left = WastedCollecting.left();
        if (left > WastedCollecting.EXHAUSTED) {
            // There may soon be no memory to prepare in, and none for an error to say where it was thrown.
            boolean filling = left < WastedCollecting.CRAMPED;
            if (!prepared && (filling || hasStarted() && !stop.isEvaluating())) {
                prepare();
            }
            if (left < NOTED) {
                stop.noteWhere();
            }
            note(left);
        }
        long wasted = collecting.look();
        asked.update(left <= WastedCollecting.EXHAUSTED || wasted > LOOK_MILLIS);
        if (wasted == 0) {
            steps = 0;
            SpareMemory.keep();
        } else if (steps == 0 && isTooLong(wasted)) {
            stopCells();
            steps++;
        } else if (steps == 1 && wasted > LETTING_GO_MILLIS) {
            List<String> told = holders.letGo();
            steps++;
            // A cell that runs ends with an error, which tells it.
            if (!stop.isEvaluating()) {
                told.forEach(System.err::println);
            }
        }
    }

    private boolean isTooLong(long wasted) {
        return wasted > (stop.hasBegunWithin(STOPPING_MILLIS) ? 2 * STOPPING_MILLIS : STOPPING_MILLIS);
    }

    /** Has the largest noted as the heap fills, once for each part of it. */
    private void note(double left) {
        if (left > NOTED) {
            noted = 1;
        } else if (noted - left > NOTED_AGAIN) {
            noted = left;
            holders.note();
        }
    }

    private boolean hasStarted() {
        return System.nanoTime() - started > LastResort.START_MILLIS * 1_000_000L;
    }

    private void stopCells() {
        // Each step takes some.
        SpareMemory.releaseForStopping();
        Interruption.stopAll();
        stop.outOfMemory();
    }

    /** What is done for the first time loads classes and links calls; later there may be no memory for that. */
    private void prepare() {
        prepared = true;
        collecting.prepare();
        Interruption.prepare();
        holders.prepare();
    }
}
