package jacobi.repl.failure;

import jacobi.repl.running.CellInterruption;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an exception says of itself. Its methods may be a cell's own, and may throw, even the exception itself: whoever
 * tells of it must get to the end.
 */
final class ExceptionAnswers {
    private ExceptionAnswers() {}

    /**
     * The result of one of the exception's methods, or what {@code failed} makes of what that method threw.
     *
     * @throws CellInterruption if the cell is stopped meanwhile, for the method may have no end
     */
    static <T> T of(Supplier<T> method, Function<Throwable, T> failed) {
        try {
            return method.get();
        } catch (CellInterruption | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return failed.apply(e);
        }
    }
}
