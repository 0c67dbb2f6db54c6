package jacobi.tensor.cpu;

/**
 * The question long loops ask between pieces of work of a millisecond or less: shall I go on?
 *
 * <p>Whoever runs the loops sets the answer once: a hook that returns to go on and throws to stop. Of loops on more
 * than one thread the calling one asks, and the others whether it still goes on.
 */
public final class Poll {
    private static final Runnable NOTHING = () -> {};

    private static volatile Runnable hook = NOTHING;
    /** What a thread asks that does not ask the hook. */
    private static final ThreadLocal<Runnable> INSTEAD = new ThreadLocal<>();

    private Poll() {}

    /** Sets the hook; it must be cheap and may throw an unchecked exception, which leaves the loop. */
    public static void with(Runnable hook) {
        Poll.hook = hook;
    }

    /** Runs the hook, unless this thread helps another one or does what must not end half-way. */
    public static void now() {
        Runnable instead = INSTEAD.get();
        (instead == null ? hook : instead).run();
    }

    /** Runs work that must not end half-way, such as a step of training: what stops it is heard only after it. */
    public static void whole(Runnable work) {
        if (INSTEAD.get() != null) {
            work.run();
            return;
        }
        quietly(work);
        now();
    }

    /** Runs work that nothing stops. */
    static void quietly(Runnable work) {
        asking(NOTHING, work);
    }

    /** Runs work in which {@code question}, which may throw, is asked in place of the hook. */
    static void asking(Runnable question, Runnable work) {
        Runnable before = INSTEAD.get();
        INSTEAD.set(question);
        try {
            work.run();
        } finally {
            INSTEAD.set(before);
        }
    }
}
