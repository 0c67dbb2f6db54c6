package jacobi.notation;

/**
 * Compiles a cell on notation's behalf, with everything earlier cells declared in scope.
 *
 * <p>A caller that keeps the classes of its last successful compilation never compiles a cell twice: the source of the
 * last call is the {@link Reading#plain() plain} one whenever the reading has no errors.
 */
@FunctionalInterface
public interface Compiler {

    /** Compiles {@code source}, a cell in plain Java (or in what may be plain Java), and runs nothing. */
    Compilation compile(String source);
}
