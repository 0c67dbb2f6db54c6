package jacobi.notation;

/**
 * Compiles a cell on notation's behalf, with everything earlier cells declared in scope.
 *
 * <p>A name nobody has declared is an error here. An engine that lets a method wait for a name of a later cell does so
 * after the reading: it compiles {@link Reading#plain()} again, its own way, when the reading has errors. Otherwise
 * {@code axis} in {@code A.sum(axis=1)}, and the names beginning with {@code $} that notation puts in to learn types,
 * would be waited for.
 *
 * @param <C> what the engine makes of a cell besides; that of the plain Java comes back with the reading
 */
@FunctionalInterface
public interface Compiler<C extends Compilation> {

    /**
     * Compiles a cell and runs nothing.
     *
     * @param source in plain Java, or in what may be plain Java
     * @param map the way from {@code source} back to the cell as typed, for the lines in stack traces
     */
    C compile(String source, PositionMap map);
}
