package jacobi.tensor.cpu;

/**
 * The question long loops ask between pieces of work of a millisecond or less: shall I go on?
 *
 * <p>Whoever runs the loops sets the answer once: a hook that returns to go on and throws to stop. Loops on more than
 * one thread ask on the calling thread only.
 */
public final class Poll {
    private static volatile Runnable hook = () -> {};
    private static final ThreadLocal<Boolean> HELPING = ThreadLocal.withInitial(() -> false);

    private Poll() {}

    /** Sets the hook; it must be cheap and may throw an unchecked exception, which leaves the loop. */
    public static void with(Runnable hook) {
        Poll.hook = hook;
    }

    /** Runs the hook, unless this thread only helps another one. */
    public static void now() {
        if (!HELPING.get()) {
            hook.run();
        }
    }

    /** Runs work for another thread, which does the asking. */
    static void helping(Runnable work) {
        HELPING.set(true);
        try {
            work.run();
        } finally {
            HELPING.remove();
        }
    }
}
