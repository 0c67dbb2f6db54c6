package jacobi.kernel;

import jacobi.wire.FaultLog;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thread that does what is queued for it, in order: requests of the shell are such a queue, those of control
 * another.
 */
final class Lane implements AutoCloseable {
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    /** What is queued or under way. */
    private final AtomicInteger unfinished = new AtomicInteger();

    private final Thread thread;
    private final FaultLog faults;
    private final Runnable ended;
    private volatile boolean closed;

    /** @param ended called when the thread ends though nobody has closed the lane */
    Lane(String name, FaultLog faults, Runnable ended) {
        this.faults = faults;
        this.ended = ended;
        thread = new Thread(null, this::run, "jacobi-" + name + "-lane");
        thread.setDaemon(true);
        thread.start();
    }

    void add(Runnable work) {
        unfinished.incrementAndGet();
        boolean added = false;
        try {
            added = queue.add(work);
        } finally {
            if (!added) {
                unfinished.decrementAndGet();
            }
        }
    }

    /**
     * Does at once, on the calling thread, what the lane would do next anyway; else queues it. For quick work only, and
     * only for the one thread that adds work from outside: on a busy machine each change of thread may cost
     * milliseconds.
     */
    void addOrDo(Runnable work) {
        if (unfinished.get() > 0 || closed) {
            add(work);
        } else {
            work.run();
        }
    }

    /** Counted down when all that is queued now is done; null if nothing is. */
    CountDownLatch passed() {
        if (unfinished.get() == 0 || closed) {
            return null;
        }
        CountDownLatch passed = new CountDownLatch(1);
        add(passed::countDown);
        return passed;
    }

    /** Lets what runs now end and does nothing further; does not wait. */
    @Override
    public void close() {
        closed = true;
        add(() -> {});
    }

    private void run() {
        try {
            runAll();
        } finally {
            if (!closed) {
                ended.run();
            }
        }
    }

    private void runAll() {
        while (!closed) {
            try {
                runNext();
            } catch (InterruptedException e) {
                // An interrupt meant for a cell that has just ended.
            } catch (RuntimeException | Error e) {
                // The dispatcher lets nothing out except what an exhausted heap throws; the next request may find room.
                report(e);
            }
        }
    }

    private void runNext() throws InterruptedException {
        Runnable work = queue.take();
        try {
            work.run();
        } finally {
            unfinished.decrementAndGet();
        }
    }

    /** Where memory is exhausted a report may find none either; the thread must outlive that too. */
    private void report(Throwable thrown) {
        try {
            faults.report("failed in " + thread.getName(), thrown);
        } catch (OutOfMemoryError e) {
            // The request is lost, its lane is not.
        }
    }
}
