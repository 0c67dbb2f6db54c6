package jacobi.notation;

/**
 * Compiles a cell on notation's behalf, with everything earlier cells declared in scope.
 *
 * <p>A name nobody has declared is an error here. An engine that lets a method wait for a name of a later cell does so
 * after the reading: it compiles {@link Reading#plain()} again, its own way, when the reading has errors. Otherwise
 * {@code axis} in {@code A.sum(axis=1)}, and the names beginning with {@code $} that notation puts in to learn types,
 * would be waited for.
 *
 * <p>The source of the last call is the {@link Reading#plain() plain} one whenever the reading has no errors, so that an
 * engine that keeps its last compilation never compiles a cell twice.
 */
@FunctionalInterface
public interface Compiler {

    /**
     * Compiles a cell and runs nothing.
     *
     * @param source in plain Java, or in what may be plain Java
     * @param map the way from {@code source} back to the cell as typed, for the lines in stack traces
     */
    Compilation compile(String source, PositionMap map);
}
