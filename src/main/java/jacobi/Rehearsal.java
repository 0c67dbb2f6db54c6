package jacobi;

import jacobi.display.Displays;
import jacobi.plot.Gallery;
import jacobi.tensor.WarmUp;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets the JIT meet the loops of a training while the student reads: once, after a cell that made the parameters for
 * one, and only while no cell runs.
 *
 * <p>Switched off and on in one run on a busy computer (17, ten epochs of the book's perceptron over 2,560 images,
 * eight seconds after its parameters were made): the first training takes 11.5 s of processor time without it and 7.9 s
 * with it, which itself takes 1.6 s of the pause; a session that trains nothing is spared them.
 *
 * <p>After the first cell of all, a figure is drawn and rendered for nobody: Java's fonts and what else the first
 * figure waits for, 0.2 s of processor time where an archive of classes is installed and 0.4 s without
 * (FigureBenchmark).
 */
final class Rehearsal {
    /** How long no cell must have run: cells that are sent one after the other leave no such pause. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private boolean busy = true;
    private boolean worthwhile;
    private long ended;

    /** Starts waiting for a pause, on a thread of its own. */
    void start() {
        WarmUp.whenWorthwhile(this::becomesWorthwhile);
        Thread thread = new Thread(null, this::run, "jacobi-rehearsal");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    synchronized void cellBegins() {
        busy = true;
    }

    synchronized void cellEnded() {
        busy = false;
        ended = System.nanoTime();
        notifyAll();
    }

    private synchronized void becomesWorthwhile() {
        worthwhile = true;
        notifyAll();
    }

    private synchronized boolean isIdle() {
        return !busy;
    }

    private void run() {
        try {
            awaitPause(() -> true);
            Displays.render(Gallery.sample());
            do {
                awaitPause(() -> worthwhile);
            } while (!WarmUp.train(this::isIdle));
        } catch (InterruptedException e) {
            // Nobody interrupts it; if so, it ends.
        }
    }

    private synchronized void awaitPause(BooleanSupplier worthwhile) throws InterruptedException {
        while (true) {
            long left = ended + PAUSE_NANOS - System.nanoTime();
            if (busy || !worthwhile.getAsBoolean()) {
                wait();
            } else if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                return;
            }
        }
    }
}
