package jacobi.repl.failure;

import jacobi.notation.Diagnostic;
import jacobi.repl.javac.CompileError;
import jacobi.source.Brackets;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Of the errors of a cell those with a reason of their own; the rest are their consequences. */
final class Reasons {
    private static final String NOT_STATEMENT = "compiler.err.not.stmt";
    /** Where a declaration is cut short, javac reads its type as the beginning of {@code int.class}. */
    private static final String NO_CLASS_LITERAL = "compiler.err.dot.class.expected";

    private final Cell cell;
    private final boolean others;
    /** Names nobody knows, which need saying once. */
    private final Set<String> unknown = new HashSet<>();
    /** The lines of errors that are not of the parser's guess at a type. */
    private final Set<Integer> told = new HashSet<>();
    /** The latest line whose class lacks its body: the parser takes what follows for anything. */
    private int bodiless;
    /** The latest line of Python: its first error says it all. */
    private int python;
    /** That line, if what is indented below belongs to it. */
    private String opening;

    private Reasons(Cell cell, Collection<Diagnostic> errors) {
        this.cell = cell;
        others = errors.stream().anyMatch(error -> !error.code().equals(NOT_STATEMENT));
        errors.stream()
                .filter(error -> !error.code().equals(NO_CLASS_LITERAL))
                .forEach(error -> told.add(cell.line(error.position())));
    }

    /** The errors to show, in their order. */
    static List<Diagnostic> of(Cell cell, Collection<Diagnostic> errors) {
        for (Diagnostic error : errors) {
            if (error.code().endsWith(".char.lit")) {
                // Which other texts begin and end where, nobody can say then.
                return List.of(error);
            }
        }
        Reasons reasons = new Reasons(cell, errors);
        List<Diagnostic> kept = new ArrayList<>();
        for (Diagnostic error : errors) {
            if (!reasons.isConsequence(error)) {
                kept.add(error);
            }
        }
        return kept;
    }

    private boolean isConsequence(Diagnostic error) {
        int number = cell.line(error.position());
        String line = cell.lineText(number);
        boolean inside = opening != null && (line.isBlank() || indent(line) > indent(opening));
        if (number == python
                || inside
                || others && isValue(error)
                || number == bodiless && CompileError.isSyntax(error.code())
                || error.code().equals(NO_CLASS_LITERAL) && told.contains(number)
                || error.code().startsWith("compiler.err.cant.resolve") && !unknown.add(saying(error))) {
            return true;
        }
        opening = null;
        if (error.message().startsWith("'{' expected")) {
            bodiless = number;
        }
        if (PythonHabits.line(line, error).isPresent()) {
            python = number;
            opening = PythonHabits.opensBlock(line) ? line : null;
        }
        return false;
    }

    /** What is at fault and what is said of it: a name may be a variable's and a method's. */
    private String saying(Diagnostic error) {
        int end = Math.min(error.end(), cell.source().length());
        return cell.source().substring(Math.min(error.start(), end), end) + error.message();
    }

    /**
     * Whether javac takes a cell's value for a statement, as it does where the line before it has no semicolon: nothing
     * ends it before the cell does.
     */
    private boolean isValue(Diagnostic error) {
        if (!error.code().equals(NOT_STATEMENT)) {
            return false;
        }
        List<Token> tokens = Lexer.tokens(cell.source().substring(error.start()));
        Brackets brackets = Brackets.of(tokens);
        return IntStream.range(0, tokens.size())
                .noneMatch(i -> tokens.get(i).closes() && brackets.partner(i) < 0
                        || tokens.get(i).is(";") && brackets.depth(i) == 0);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
