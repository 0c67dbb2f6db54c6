package jacobi.repl.session;

import jacobi.repl.javac.CompileError;
import jacobi.repl.session.Plan.UnitPlan;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Part.TypeDeclaration;
import jacobi.source.Token;
import jacobi.source.Unit;
import java.util.List;

/**
 * Finds {@code this.x} and {@code this::m} in methods and statements, where a file without a class around it has an
 * object of its own: what they ask for is the cells'.
 */
final class Selves {
    private Selves() {}

    /** Has the plan write what they ask for; returns whether it did not yet. */
    static boolean find(AttributedPlan attributed) {
        boolean found = false;
        for (int i = 0; i < attributed.plan.units.size(); i++) {
            Unit unit = attributed.set.units.get(i);
            UnitPlan planned = attributed.plan.units.get(i);
            for (CompileError error : attributed.attribution.errors()) {
                boolean self = isOfAnObject(error) && unit.name().equals(error.unit()) && unit.isCopied(error.start());
                String member = self ? askedAt(planned.cell, unit.toCell(error.start())) : null;
                boolean known = member != null
                        && (attributed.names.home(member) != null
                                || attributed.plan.units.stream()
                                        .anyMatch(other -> Plan.declared(other).contains(member)));
                found |= known && planned.selves.put(unit.toCell(error.start()), member) == null;
            }
        }
        return found;
    }

    /** Whether an error says that there is no object here. */
    static boolean isOfAnObject(CompileError error) {
        return error.code().equals("compiler.err.non-static.cant.be.ref");
    }

    /**
     * The name asked for in {@code this.x} and {@code this::x}; null where nothing like that stands at a position, or a
     * class around it is what {@code this} would be of.
     */
    static String askedAt(Cell cell, int position) {
        if (cell.parts().stream()
                .anyMatch(part -> part instanceof TypeDeclaration && part.span().contains(position))) {
            return null;
        }
        List<Token> tokens = Lexer.tokens(cell.source().substring(position));
        boolean asks = tokens.size() > 2
                && tokens.get(0).is("this")
                && (tokens.get(1).is(".") || tokens.get(1).is("::"))
                && tokens.get(2).isWord();
        return asks ? tokens.get(2).text() : null;
    }
}
