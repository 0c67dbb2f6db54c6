package jacobi.repl.failure;

import static jacobi.language.Say.say;

import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for what Java does not read: brackets, statements and declarations that stand where they may not. */
final class SyntaxWords {
    private SyntaxWords() {}

    static String expected(ErrorInSource c) {
        String what = c.message().replace(" expected", "");
        return switch (what) {
            case "';'" -> say("compile.semicolon-missing");
            case "')'" -> say("compile.parenthesis-missing");
            case "']'" -> say("compile.bracket-missing");
            case "'('" -> say("compile.opening-parenthesis-missing");
            case "'}'" -> say("compile.brace-missing");
            case "<identifier>" ->
                c.keyword().isEmpty()
                        ? say("compile.name-missing")
                        : say("compile.keyword-no-name", "word", c.keyword());
            default ->
                what.startsWith("'")
                        ? say("compile.sign-expected", "sign", expectation(what))
                        : say("compile.expected", "what", expectation(what));
        };
    }

    /** What the parsers call by a name of their own. */
    private static String expectation(String what) {
        if (what.startsWith("no more than ")) {
            return say("compile.expected.fewer-lists", "most", what.replaceAll("\\D", ""));
        }
        return switch (what) {
            case "a type" -> say("compile.expected.type");
            case "a name" -> say("compile.expected.name");
            case "an index" -> say("compile.expected.index");
            case "a parameter" -> say("compile.expected.parameter");
            case "a closed bracket" -> say("compile.expected.closed-bracket");
            case "the end of the cell" -> say("compile.expected.end");
            default -> what.replace(" or ", say("words.or")).replace("<identifier>", say("compile.expected.name"));
        };
    }

    static String missingBracket(String source) {
        return switch (openBracket(source)) {
            case '(' -> say("compile.missing.parenthesis");
            case '[' -> say("compile.missing.bracket");
            case '{' -> say("compile.missing.brace");
            default -> say("compile.missing.something");
        };
    }

    /** The innermost bracket that is still open at the end, or 0. */
    static char openBracket(String source) {
        List<Token> open = Brackets.of(Lexer.tokens(source)).open();
        return open.isEmpty() ? 0 : open.get(open.size() - 1).text().charAt(0);
    }

    static String notStatement(ErrorInSource c) {
        if (c.span().matches("int|long|double|float|boolean|char|byte|short|String|var")
                && c.rest().matches("(?s)\\w+\\s+\\d.*")) {
            return say("compile.name-digit");
        }
        int start = Math.min(c.error().start(), c.source().length());
        if (c.source().substring(0, start).matches("(?s).*\\d,\\s*") && c.span().matches("\\d+")) {
            return say("compile.decimal-point");
        }
        if (c.span().contains("==") || c.line().contains("==")) {
            return say("compile.comparison-unused");
        }
        return say(c.isInMethod() ? "compile.value-unused-method" : "compile.value-unused");
    }

    static String bareTry(ErrorInSource c) {
        return say("compile.try-alone");
    }

    static String twice(ErrorInSource c) {
        // Of variables of cells, only those one declaration names twice are an error.
        String name = c.matched("^\\w+ (.+?) is already defined");
        String home = c.matched("already defined in (?:\\w+ )?(.+)$");
        if (c.message().startsWith("method ")) {
            return say("compile.twice.method", "name", name);
        }
        return home.equals("$run()") || home.equals("this cell") || home.equals("cell")
                ? say("compile.twice.cell", "name", name)
                : say("compile.twice", "name", name, "home", home);
    }

    static String preview(ErrorInSource c) {
        return say(
                "compile.preview",
                "feature",
                ErrorInSource.capital(c.matched("^(.+?) (?:is|are) (?:a )?preview feature")));
    }

    static String notExhaustive(ErrorInSource c) {
        return say("compile.switch-incomplete");
    }

    /** A text in single quotes as Java writes it. */
    static String quoted(String rest) {
        Matcher text = Pattern.compile("'([^'\n]*)'").matcher(rest);
        return text.lookingAt() ? '"' + text.group(1) + '"' : "\"text\"";
    }

    static String character(ErrorInSource c) {
        String character = c.matched("'(.+)'");
        if (character.matches("[\u201c\u201d\u201e]|\\\\u201[cdeCDE]")) {
            return say("compile.typographic-quotes");
        }
        if (character.equals("#")) {
            return say("compile.comment-slashes");
        }
        return say("compile.character", "character", character);
    }
}
