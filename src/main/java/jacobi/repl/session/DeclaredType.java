package jacobi.repl.session;

import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Part.TypeDeclaration;
import jacobi.source.Token;
import java.util.Map;
import java.util.Set;

/**
 * A live class, interface, enum or record.
 *
 * @param unit the simple name of the unit it is nested in
 * @param uses what it takes from outside, as {@link Uses} finds it
 */
public record DeclaredType(TypeDeclaration part, Cell cell, String unit, Map<String, String> uses) {
    public String name() {
        return part.name();
    }

    /** {@code class}, {@code interface}, {@code enum}, {@code record} or {@code @interface}. */
    public String kind() {
        for (Token token : Lexer.tokens(text())) {
            if (Set.of("class", "interface", "enum", "record").contains(token.text())) {
                return token.text();
            }
        }
        return "type";
    }

    public String text() {
        return part.span().of(cell.source());
    }
}
