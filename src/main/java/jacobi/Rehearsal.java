package jacobi;

import jacobi.display.Displays;
import jacobi.display.image.SvgImage;
import jacobi.tensor.WarmUp;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets the JIT meet the loops of a training while the student reads: once, after a cell that made the parameters for one,
 * and only while no cell runs.
 *
 * <p>A first training of the book's perceptron, ten epochs over 2,560 images after a pause of five seconds, takes
 * 0.5 s instead of 1.5 s on 17, and 0.5 to 1.2 s on 25. It costs two to four seconds of processor time, which a session that trains nothing is
 * spared.
 *
 * <p>After the first cell of all, Java's fonts and what renders a figure are loaded: 0.6 s of processor time that the first
 * figure is spared (FigureBenchmark).
 */
final class Rehearsal {
    /** How long no cell must have run: cells that are sent one after the other leave no such pause. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final SvgImage FIGURE = new SvgImage(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9pt\" height=\"9pt\" viewBox=\"0 0 9 9\" font-family=\"DejaVu Sans\">"
                    + "<clipPath id=\"c\"><path d=\"M0 0h9v9h-9z\"/></clipPath><g clip-path=\"url(#c)\">"
                    + "<path fill=\"none\" stroke=\"#000\" d=\"M1 1l7 7\"/><text x=\"1\" y=\"8\">0</text></g></svg>",
            "");

    private boolean busy = true;
    private long ended;

    /** Starts waiting for a pause, on a thread of its own. */
    void start() {
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

    private synchronized boolean isIdle() {
        return !busy;
    }

    private void run() {
        try {
            awaitPause(() -> true);
            Displays.render(FIGURE);
            do {
                awaitPause(WarmUp::isWorthwhile);
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
