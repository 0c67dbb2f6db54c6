package jacobi.kernel;

import jacobi.wire.FaultLog;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One thread that does what is queued for it, in order: requests of the shell are such a queue, those of control another. */
final class Lane implements AutoCloseable {
    /** Recursion in a cell goes as deep as on a main thread of a usual desktop. */
    private static final long STACK_BYTES = 8L << 20;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final FaultLog faults;
    private volatile boolean closed;

    Lane(String name, FaultLog faults) {
        this.faults = faults;
        thread = new Thread(null, this::run, "jacobi-" + name + "-lane", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

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
            } catch (RuntimeException | Error e) {
                // The dispatcher lets nothing out except what an exhausted heap throws; the next request may find room.
                faults.report("failed in " + thread.getName(), e);
            }
        }
    }
}
