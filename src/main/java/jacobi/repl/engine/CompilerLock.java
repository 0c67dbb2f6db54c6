package jacobi.repl.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Guards the compilers and names of a session; not held while a cell runs. */
final class CompilerLock {
    private static final int TRY_MILLIS = 100;

    private volatile ReentrantLock current = new ReentrantLock();

    /** The lock, held. */
    ReentrantLock hold() {
        return hold(Long.MAX_VALUE);
    }

    /** The lock, held; null if it was not free within {@code millis}. */
    ReentrantLock hold(long millis) {
        boolean interrupted = false;
        try {
            for (long waited = 0; waited < millis; waited += TRY_MILLIS) {
                ReentrantLock lock = current;
                try {
                    if (lock.tryLock(TRY_MILLIS, TimeUnit.MILLISECONDS)) {
                        if (lock == current) {
                            return lock;
                        }
                        lock.unlock();
                    }
                } catch (InterruptedException e) {
                    // Meant for the cell, which looks when it runs.
                    interrupted = true;
                }
            }
            return null;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isHeld() {
        return current.isLocked();
    }

    /** Takes a new lock in place of one whose holder does not come back. */
    void renew() {
        current = new ReentrantLock();
    }
}
