package jacobi.notation;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An operator and the methods that do its work, the first a class has being taken. In place they end in {@code _}. */
record Operator(String symbol, List<String> methods, String mirrored) {

    private static final Map<String, Operator> ALL = new HashMap<>();

    static {
        define("+", "+", "add");
        define("-", "", "sub");
        define("*", "*", "mul");
        define("/", "", "div");
        define("%", "", "remainder");
        define("**", "", "pow");
        define("@", "", "matmul");
        define("<", ">", "lt");
        define("<=", ">=", "le");
        define(">", "<", "gt");
        define(">=", "<=", "ge");
        define("==", "==", "eq");
        define("!=", "!=", "ne");
        define("&", "&", "bitwiseAnd", "and");
        define("|", "|", "bitwiseOr", "or");
        define("^", "^", "bitwiseXor");
    }

    private static void define(String symbol, String mirrored, String... methods) {
        ALL.put(symbol, new Operator(symbol, List.of(methods), mirrored));
    }

    /** The operator of that symbol, {@code +=} giving that of {@code +}; null for one no tensor knows. */
    static Operator of(String symbol) {
        return ALL.get(
                symbol.length() > 1 && symbol.endsWith("=") && !ALL.containsKey(symbol)
                        ? symbol.substring(0, symbol.length() - 1)
                        : symbol);
    }

    /** The same question asked from the other side, as {@code >} for {@code <}; null where the sides cannot change. */
    Operator mirror() {
        return mirrored.isEmpty() ? null : ALL.get(mirrored);
    }

    /** The name of the method of {@code type} for it, or null where it has none. */
    String methodOf(Class<?> type, String suffix) {
        for (String name : methods) {
            List<Method> found = Vocabulary.methods(type, name + suffix);
            if (!found.isEmpty()) {
                return name + suffix;
            }
        }
        return null;
    }

    /** The name of the method of {@code type} that takes the left side, as pandas' {@code rsub}, or null. */
    String reversedOf(Class<?> type) {
        return methods.stream()
                .map(name -> "r" + name)
                .filter(name -> !Vocabulary.methods(type, name).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The name of the function for it that takes a number first, with its class, as {@code Tensors.sub}; or null. */
    String functionOn(Vocabulary vocabulary) {
        for (String name : methods) {
            for (Method method : vocabulary.functions(name)) {
                Class<?>[] parameters = method.getParameterTypes();
                if (parameters.length == 2
                        && parameters[1].getName().equals(Rewriter.TENSOR)
                        && !parameters[0].getName().startsWith("jacobi.")) {
                    return vocabulary.ownerOf(name) + "." + name;
                }
            }
        }
        return null;
    }
}
