package jacobi.notation;

/**
 * A cell read, and what the compiler made of it.
 *
 * @param analysis of the {@link Reading#plain() plain Java} where the reading has no errors; else of the last draft
 */
public record Translation<C extends Compilation>(Reading reading, C analysis) {}
