package jacobi.repl.failure;

import static jacobi.language.Say.say;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a value of another type than its place asks for. */
final class TypeWords {
    private static final Pattern CONVERTED =
            Pattern.compile("incompatible types: (.+) cannot be converted to (.+)", Pattern.DOTALL);
    private static final Pattern LOSSY = Pattern.compile("possible lossy conversion from (\\w+) to (\\w+)");

    private TypeWords() {}

    static String incompatible(ErrorInSource c) {
        if (c.message().contains("invalid method reference") && c.message().matches("(?s).* has \\w+ access in .*")) {
            return access(c);
        }
        Matcher lossy = LOSSY.matcher(c.message());
        if (lossy.find()) {
            return say("compile.lossy", "found", lossy.group(1), "wanted", lossy.group(2));
        }
        Matcher converted = CONVERTED.matcher(c.message());
        if (converted.find()) {
            String found = converted.group(1);
            String wanted = converted.group(2).lines().findFirst().orElse("");
            String text = say("compile.wanted", "wanted", wanted, "found", found);
            if (found.equals(wanted)) {
                return text + "\n" + say("compile.wanted.earlier-class", "type", found);
            }
            if (found.equals("<nulltype>") || found.equals("<null>")) {
                return say("compile.null-no-object", "type", wanted, "class", boxed(wanted));
            }
            if (found.equals("Tensor") && wanted.matches("int|double|long|float|Number|Integer|Double|Long|Float")) {
                return text + "\n" + ErrorInSource.capital(say("notation.tensor-to-number")) + ".";
            }
            if (wanted.equals("char") && found.equals("String")) {
                return text + "\n" + say("compile.wanted.char");
            }
            if (wanted.equals("Throwable")) {
                return text + "\n" + say("compile.wanted.exception");
            }
            if (wanted.equals("boolean") && c.line().matches(".*[^=!<>]=[^=].*")) {
                return text + "\n" + say("compile.wanted.comparison");
            }
            if (wanted.equals("Tensor") && found.matches("(Array)?List\\b.*")) {
                return text + "\n" + say("compile.way.tensor");
            }
            if (wanted.equals("String") && c.span().matches("'.*'")) {
                return text + "\n" + say("compile.way.quoted", "quoted", SyntaxWords.quoted(c.span()));
            }
            if (wanted.equals("String")) {
                return text + "\n" + say("compile.wanted.text");
            }
            if (found.equals("String") && wanted.matches("int|double|long")) {
                String parse = wanted.equals("int")
                        ? "Integer.parseInt"
                        : wanted.equals("long") ? "Long.parseLong" : "Double.parseDouble";
                return text + "\n" + say("compile.wanted.number", "method", parse);
            }
            return text;
        }
        if (c.message().matches("(?s).*conforms to Tensor\\b.*")) {
            return say("compile.wanted.tensor-of-list") + "\n" + say("compile.way.tensor");
        }
        if (c.message().contains("missing return value")) {
            return say("compile.return-value");
        }
        if (c.message().contains("incompatible bounds")) {
            String asked = c.matched("equality constraints: +(.+)");
            String given = c.matched("lower bounds: +(.+)");
            return say("compile.wanted.elements", "wanted", asked, "found", given) + MethodWords.ways("", given, asked);
        }
        if (c.message().contains("unexpected return value") && !c.isInMethod()) {
            return say("compile.cell-return");
        }
        if (c.message().contains("unexpected return value")) {
            return say("compile.void-return");
        }
        return c.sentence();
    }

    static String operator(ErrorInSource c) {
        String operator = c.matched("operator '(.+?)'");
        List<String> types = c.message()
                .lines()
                .filter(line -> line.contains("type:"))
                .map(line -> line.replaceAll(".*type: +", ""))
                .toList();
        if (types.size() == 2) {
            String text = say("compile.operator", "operator", operator, "left", types.get(0), "right", types.get(1));
            boolean words = types.contains("String");
            return operator.matches("[<>]=?") && words
                    ? text + "\n" + say("compile.operator.text-order")
                    : operator.equals("*") && words
                            ? text + "\n" + say("compile.operator.text-repeat")
                            : operator.equals("%") && types.get(0).equals("String")
                                    ? text + "\n" + say("compile.operator.text-format")
                                    : text;
        }
        Matcher alone = Pattern.compile("bad operand type (\\S+) for unary operator '(.+?)'")
                .matcher(c.message());
        return alone.find()
                ? say("compile.operator.alone", "operator", alone.group(2), "type", alone.group(1))
                : c.sentence();
    }

    static String inferred(ErrorInSource c) {
        if (c.message().contains("'null'")) {
            return say("compile.var-null");
        }
        if (c.message().contains("lambda") || c.message().contains("method reference")) {
            return say("compile.var-lambda");
        }
        if (c.message().contains("array initializer")) {
            return say("compile.var-braces");
        }
        if (c.message().contains("without initializer")) {
            return say("compile.var-no-value");
        }
        if (c.message().contains("self-referencing")) {
            return say("compile.var-self");
        }
        if (c.message().contains("'void'")) {
            return say("compile.void-variable");
        }
        return c.message().contains("no initializer") ? say("compile.var-no-value") : c.sentence();
    }

    static String boxed(String primitive) {
        return switch (primitive) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> primitive.isEmpty() ? "" : Character.toUpperCase(primitive.charAt(0)) + primitive.substring(1);
        };
    }

    static String access(ErrorInSource c) {
        return say(
                "compile.private",
                "name",
                c.matched("(?m)^\\s*(.+?) has \\w+ access in "),
                "access",
                c.matched(" has (\\w+) access in "),
                "type",
                c.matched(" access in (.+)"));
    }
}
