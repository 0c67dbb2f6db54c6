package jacobi.repl.session;

import jacobi.repl.source.Cell;
import jacobi.repl.source.Part.TypeDeclaration;

/**
 * A live class, interface, enum or record.
 *
 * @param unit the simple name of the unit it is nested in
 */
public record DeclaredType(TypeDeclaration part, Cell cell, String unit) {
    public String name() {
        return part.name();
    }

    public String text() {
        return part.span().of(cell.source());
    }
}
