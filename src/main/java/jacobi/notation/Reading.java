package jacobi.notation;

import java.util.List;

/**
 * A cell as Java sees it.
 *
 * @param source the cell as typed
 * @param plain the plain Java it means; the very same text for a cell Java accepts, and for one with forms that could
 *     not be read
 * @param map between positions of both
 * @param errors what keeps it from compiling, in positions of {@code source}; empty when {@code plain} compiles
 * @param notes lines to show below the cell's value, or an empty list
 */
public record Reading(String source, String plain, PositionMap map, List<Diagnostic> errors, List<String> notes) {
    public Reading {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** Whether the cell was written in notation. */
    public boolean changed() {
        return !plain.equals(source);
    }
}
