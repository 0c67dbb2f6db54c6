package jacobi.tensor.cpu;

/**
 * The question long loops ask between pieces of work of a millisecond or less: shall I go on?
 *
 * <p>Whoever runs the loops sets the answer once: a hook that returns to go on and throws to stop. Loops on more than
 * one thread ask on the calling thread only.
 */
public final class Poll {
    private static volatile Runnable hook = () -> {};
    /** Threads that do not ask. */
    private static final ThreadLocal<Boolean> QUIET = ThreadLocal.withInitial(() -> false);

    private Poll() {}

    /** Sets the hook; it must be cheap and may throw an unchecked exception, which leaves the loop. */
    public static void with(Runnable hook) {
        Poll.hook = hook;
    }

    /** Runs the hook, unless this thread only helps another one or does what must not end half-way. */
    public static void now() {
        if (!QUIET.get()) {
            hook.run();
        }
    }

    /** Runs work that must not end half-way, such as a step of training: what stops it is heard only after it. */
    public static void whole(Runnable work) {
        if (QUIET.get()) {
            work.run();
            return;
        }
        helping(work);
        now();
    }

    /** Runs work for another thread, which does the asking. */
    static void helping(Runnable work) {
        QUIET.set(true);
        try {
            work.run();
        } finally {
            QUIET.remove();
        }
    }
}
