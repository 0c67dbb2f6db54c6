package jacobi.notation;

import java.util.List;

/**
 * The book's tensor expressions, read as plain Java.
 *
 * <p>The law: a cell that Java accepts means exactly what Java says. Only what Java rejects is read as notation, and
 * only where a tensor (or, for indices and slices, a list, a string or an array) is involved.
 */
public final class Notation {

    /** Reads with the words of {@code vocabulary}. */
    public Notation(Vocabulary vocabulary) {}

    /**
     * Reads a cell. Compiles it once when Java accepts it, usually twice when it holds notation.
     *
     * @return its plain Java, or the errors that are left, pointing into the cell as typed
     */
    public Reading read(String cell, Compiler compiler) {
        List<Diagnostic> errors = compiler.compile(cell).diagnostics();
        return new Reading(cell, cell, PositionMap.identity(cell), errors, List.of());
    }

    /**
     * The syntax of {@code source} in Java's own forms, types unasked: for judging whether a cell is complete, and for
     * splitting it. The same text where no form of notation is in it. Not meant to compile.
     */
    public Reading outline(String source) {
        return new Reading(source, source, PositionMap.identity(source), List.of(), List.of());
    }

    /**
     * Prepares completion or inspection: reads {@code source}, unfinished as it is, so that what stands before
     * {@code cursor} is plain Java, as {@code x.add(y).} for {@code (x + y).}. The cursor's place in the plain text is
     * {@code reading.map().toPlain(cursor)}. Errors are left out.
     */
    public Reading readTo(String source, int cursor, Compiler compiler) {
        return new Reading(source, source, PositionMap.identity(source), List.of(), List.of());
    }
}
