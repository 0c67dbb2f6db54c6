package jacobi.repl.running;

import java.util.concurrent.Callable;

/** Functions declare no exception; whatever one throws all the same goes on unchanged. */
final class Thrown {
    private Thrown() {}

    /** What {@code work} returns, or throws. */
    static <T> T asItIs(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw Thrown.<RuntimeException>unchecked(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E unchecked(Exception thrown) throws E {
        throw (E) thrown;
    }
}
