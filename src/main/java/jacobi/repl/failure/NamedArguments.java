package jacobi.repl.failure;

import jacobi.notation.Diagnostic;
import jacobi.source.Brackets;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Arguments given by name to a function that is not there. Notation knows no such call, so that javac takes the names
 * for variables, and tells of those instead of the function.
 */
final class NamedArguments {
    private static final String UNKNOWN = "compiler.err.cant.resolve";

    private final PlainWords words;
    private final List<Token> tokens;
    private final Brackets brackets;
    private final Collection<Diagnostic> errors;

    private NamedArguments(Cell cell, Collection<Diagnostic> errors, PlainWords words) {
        this.words = words;
        this.errors = errors;
        tokens = Lexer.tokens(cell.source());
        brackets = Brackets.of(tokens);
    }

    /** The errors of a cell, with that of the function in place of each of its arguments. */
    static Collection<Diagnostic> calls(Cell cell, Collection<Diagnostic> errors, PlainWords words) {
        if (errors.stream().noneMatch(error -> error.code().startsWith(UNKNOWN))) {
            return errors;
        }
        NamedArguments arguments = new NamedArguments(cell, errors, words);
        List<Diagnostic> told = new ArrayList<>();
        for (Diagnostic error : errors) {
            Diagnostic call = error.code().startsWith(UNKNOWN) ? arguments.call(error) : error;
            if (call != null
                    && told.stream().noneMatch(one -> one.start() == call.start() && one.end() == call.end())) {
                told.add(call);
            }
        }
        return told;
    }

    /** What is to be told in place of an error; null where what the function is called on is unknown, and told of. */
    private Diagnostic call(Diagnostic error) {
        int name = tokenAt(error.start());
        if (name < 0 || name + 1 >= tokens.size() || !tokens.get(name + 1).is("=")) {
            return error;
        }
        int function = openingOf(name) - 1;
        if (function < 0 || !tokens.get(function).isWord()) {
            return error;
        }
        int first = function;
        while (first > 1
                && tokens.get(first - 1).is(".")
                && tokens.get(first - 2).isWord()) {
            first -= 2;
        }
        Token called = tokens.get(function);
        if (first < function) {
            return isUnknown(tokens.get(first)) ? null : error;
        }
        if (words.isFunction(called.text())) {
            return error;
        }
        String message = "cannot find symbol\n  symbol: method " + called.text() + "(...)";
        return new Diagnostic(UNKNOWN + ".args", called.start(), called.start(), called.end(), message);
    }

    private int tokenAt(int position) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == position) {
                return i;
            }
        }
        return -1;
    }

    /** The parenthesis around a token, or -1. */
    private int openingOf(int token) {
        for (int i = token - 1; i >= 0; i--) {
            if (tokens.get(i).closes() && brackets.partner(i) >= 0) {
                i = brackets.partner(i);
            } else if (tokens.get(i).opens() || tokens.get(i).is(";")) {
                return tokens.get(i).is("(") ? i : -1;
            }
        }
        return -1;
    }

    private boolean isUnknown(Token name) {
        return errors.stream().anyMatch(error -> error.start() == name.start() && error.end() == name.end());
    }
}
