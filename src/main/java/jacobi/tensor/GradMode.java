package jacobi.tensor;

/**
 * A stretch of work whose operations are not recorded for gradients; it ends when closed.
 *
 * <pre>{@code
 * try (var off = noGrad()) {
 *     w.sub_(w.grad().mul(0.1));
 * }
 * }</pre>
 *
 * <p>Recording is switched for the current thread only.
 */
public final class GradMode implements AutoCloseable {
    private static final ThreadLocal<boolean[]> ENABLED = ThreadLocal.withInitial(() -> new boolean[] {true});

    private final boolean before;

    private GradMode(boolean enabled) {
        boolean[] state = ENABLED.get();
        before = state[0];
        state[0] = enabled;
    }

    /** Whether operations of this thread are recorded. */
    public static boolean isEnabled() {
        return ENABLED.get()[0];
    }

    /** Switches recording on or off until closed. */
    public static GradMode set(boolean enabled) {
        return new GradMode(enabled);
    }

    /** Puts recording back as it was. */
    @Override
    public void close() {
        ENABLED.get()[0] = before;
    }
}
