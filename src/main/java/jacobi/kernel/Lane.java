package jacobi.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One thread that does what is queued for it, in order: requests of the shell are such a queue, those of control another. */
final class Lane implements AutoCloseable {
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    Lane(String name) {
        thread = new Thread(null, this::run, "jacobi-" + name + "-lane", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    /** Recursion in a cell goes as deep as on a main thread of a usual desktop. */
    private static final long STACK_BYTES = 8L << 20;

    void add(Runnable work) {
        queue.add(work);
    }

    /** Lets what runs now end and does nothing further; does not wait. */
    @Override
    public void close() {
        closed = true;
        queue.add(() -> {});
    }

    private void run() {
        while (!closed) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                // An interrupt meant for a cell that has just ended.
            }
        }
    }
}
