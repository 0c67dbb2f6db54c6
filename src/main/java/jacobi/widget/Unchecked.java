package jacobi.widget;

import java.util.concurrent.Callable;

/** Calls whose exceptions go on as they are: functions of a reader's declare what they like. */
final class Unchecked {
    private Unchecked() {}

    static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw Unchecked.<RuntimeException>as(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E as(Exception thrown) throws E {
        throw (E) thrown;
    }
}
