package jacobi.repl.session;

import jacobi.repl.weaving.Slot;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Part.MethodDeclaration;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One live method, beside its overloads.
 *
 * @param key tells it from its overloads
 * @param contract what callers depend on, once it is attributed
 * @param uses what it takes from outside, as {@link Uses} finds it
 */
public record Method(
        MethodDeclaration part, Cell cell, String key, MethodContract contract, Slot slot, Map<String, String> uses) {

    public String name() {
        return part.name();
    }

    /** Result, name and parameters as written, on one line. */
    public String head() {
        return part.head().of(cell.source()).strip().replaceAll("\\s+", " ");
    }

    /**
     * Tells overloads apart before their types are known: the types of the parameters as written, without names and
     * type arguments.
     */
    public static String key(MethodDeclaration part, String source) {
        StringBuilder key = new StringBuilder(part.name()).append('(');
        for (List<Token> parameter : parameters(part, source)) {
            for (Token token : parameter.subList(0, parameter.size() - 1)) {
                if (!token.is("final")) {
                    key.append(token.text());
                }
            }
            key.append(',');
        }
        return key.append(')').toString();
    }

    /** A method of the same signature that calls this one in {@code unit}. */
    String forwarder(String unit) {
        String head = part.head().of(cell.source());
        List<String> names = parameters(part, cell.source()).stream()
                .map(parameter -> parameter.get(parameter.size() - 1).text())
                .toList();
        boolean returns = !isVoid();
        return "static " + head + "{ " + (returns ? "return " : "") + unit + "." + name() + "("
                + String.join(", ", names) + "); }";
    }

    public boolean isVoid() {
        List<Token> head = Lexer.tokens(part.head().of(cell.source()));
        for (int i = 0; i + 1 < head.size(); i++) {
            if (head.get(i + 1).is(name())) {
                return head.get(i).is("void");
            }
        }
        return false;
    }

    /** The tokens of each parameter, type arguments left out, its name last. */
    private static List<List<Token>> parameters(MethodDeclaration part, String source) {
        List<List<Token>> parameters = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (Token token : Lexer.tokens(part.parameters().of(source))) {
            if (token.is("<")) {
                depth++;
            } else if (token.is(">")) {
                depth--;
            } else if (depth == 0 && token.is(",")) {
                parameters.add(current);
                current = new ArrayList<>();
            } else if (depth == 0) {
                current.add(token);
            }
        }
        if (!current.isEmpty()) {
            parameters.add(current);
        }
        return parameters;
    }
}
