package jacobi.kernel;

import java.util.concurrent.CountDownLatch;

/**
 * Ends the process a moment after it was told to end, whatever holds it up then: a cell, a shutdown hook of a cell's,
 * or that no memory is left to close anything with. It has all it needs from the start.
 */
final class ForcedExit extends Thread {
    /** For what is on its way to the front end. */
    private static final int MILLIS = 800;

    private final CountDownLatch ending;

    ForcedExit(CountDownLatch ending) {
        super(null, null, "jacobi-last", 0, false);
        this.ending = ending;
        setDaemon(true);
    }

    /** A cell may interrupt all threads it finds. */
    @Override
    public void interrupt() {}

    @Override
    public void run() {
        try {
            ending.await();
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
