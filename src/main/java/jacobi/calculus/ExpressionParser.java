package jacobi.calculus;

import static jacobi.language.Say.say;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a formula as one writes it: {@code 4x^3 + x^2 + 3}, {@code 2sin(x)cos(x)}, {@code e^(-x^2/2)/sqrt(2pi)}.
 *
 * <p>What stands side by side is multiplied, with the rank of {@code *}: {@code 1/2x} is half of x. Powers bind
 * tighter and to the right, and tighter than a sign: {@code -x^2} is −(x²). A letter, with digits or an underscore
 * after it, is a variable, and so is a Greek letter's name; other runs of letters are products of letters.
 */
final class ExpressionParser {
    private static final Map<Character, String> LIKE =
            Map.of('−', "-", '·', "*", '×', "*", '÷', "/", 'π', "(pi)", '√', "sqrt");
    private static final String POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private int at;

    private ExpressionParser(String text) {
        this.text = text;
    }

    static Expression parse(String formula) {
        StringBuilder plain = new StringBuilder();
        formula.replace("**", "^").chars().forEach(c -> plain.append(ascii((char) c)));
        ExpressionParser parser = new ExpressionParser(plain.toString());
        Expression e = parser.sum();
        if (parser.peek() != 0) {
            throw parser.expected(say("calculus.expressionParser.operator-end"));
        }
        return e;
    }

    private static String ascii(char sign) {
        int power = POWERS.indexOf(sign);
        return power >= 0 ? "^" + power : LIKE.getOrDefault(sign, String.valueOf(sign));
    }

    private Expression sum() {
        List<Expression> terms = new ArrayList<>(List.of(product()));
        while (peek() == '+' || peek() == '-') {
            boolean minus = next() == '-';
            Expression term = product();
            terms.add(minus ? term.neg() : term);
        }
        return terms.size() == 1 ? terms.get(0) : new Expression.Sum(List.copyOf(terms));
    }

    private Expression product() {
        List<Expression> factors = new ArrayList<>(List.of(signed()));
        while (true) {
            char c = peek();
            if (c == '*') {
                next();
                factors.add(signed());
            } else if (c == '/') {
                next();
                factors.add(signed().pow(-1));
            } else if (Character.isLetterOrDigit(c) || c == '(' || c == '.') {
                factors.add(power());
            } else {
                return factors.size() == 1 ? factors.get(0) : new Expression.Product(List.copyOf(factors));
            }
        }
    }

    private Expression signed() {
        if (peek() == '-') {
            next();
            return signed().neg();
        } else if (peek() == '+') {
            next();
            return signed();
        }
        return power();
    }

    private Expression power() {
        Expression base = atom();
        if (peek() == '^') {
            next();
            return base.pow(signed());
        }
        return base;
    }

    private Expression atom() {
        char c = peek();
        if (Character.isDigit(c) || c == '.') {
            return number();
        } else if (Character.isLetter(c)) {
            return word();
        } else if (c == '(') {
            next();
            Expression inside = sum();
            close(')');
            return inside;
        } else if (c == '|') {
            next();
            Expression inside = sum();
            close('|');
            return inside.abs();
        }
        throw expected(say("calculus.expressionParser.number-variable-function"));
    }

    private Expression number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        // 2e3 is a number, 2e and 2e^x are not.
        int exponent = at + 1;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            exponent += exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0 ? 1 : 0;
            boolean digits = exponent < text.length() && Character.isDigit(text.charAt(exponent));
            while (digits && exponent < text.length() && Character.isDigit(text.charAt(exponent))) {
                exponent++;
                at = exponent;
            }
        }
        try {
            return new Expression.Constant(Rational.of(new BigDecimal(text.substring(start, at))));
        } catch (NumberFormatException e) {
            at = start;
            throw expected(say("calculus.expressionParser.number"));
        }
    }

    private Expression word() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String letters = text.substring(start, at);
        // The longest name that is known, from here on: xsin(x) is x times sin(x).
        for (int from = start; from < at; from++) {
            String rest = text.substring(from, at);
            boolean known = Elementary.named(rest) != null || rest.equals("max");
            if (known && peekAfter(at) == '(') {
                return from == start ? function(rest) : first(start);
            }
        }
        if (letters.equals("pi")) {
            return Expression.Named.PI;
        } else if (letters.equals("e")) {
            return Expression.Named.E;
        } else if (ExpressionLatex.GREEK.contains(letters) || letters.length() == 1) {
            return variable(start);
        }
        return first(start);
    }

    /** The first letter of a run as a variable; the others are read as further factors. */
    private Expression first(int start) {
        at = start + 1;
        return text.charAt(start) == 'e' ? Expression.Named.E : variable(start);
    }

    private Expression variable(int start) {
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return new Expression.Variable(text.substring(start, at));
    }

    private Expression function(String name) {
        close('(');
        Expression argument = sum();
        if (name.equals("max")) {
            close(',');
            argument = argument.max(sum());
        } else {
            argument = new Expression.Apply(Elementary.named(name), argument);
        }
        close(')');
        return argument;
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char peekAfter(int position) {
        int i = position;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() ? text.charAt(i) : 0;
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void close(char c) {
        if (peek() != c) {
            throw expected("'" + c + "'");
        }
        at++;
    }

    private IllegalArgumentException expected(String what) {
        String found = peek() == 0 ? say("calculus.expressionParser.end") : "'" + peek() + "'";
        return new IllegalArgumentException(say(
                "calculus.expressionParser.expected-found",
                "what",
                what,
                "found",
                found,
                "text",
                text,
                "repeat",
                " ".repeat(Math.min(at, text.length()))));
    }
}
