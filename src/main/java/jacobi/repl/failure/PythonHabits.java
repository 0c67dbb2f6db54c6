package jacobi.repl.failure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers of Python books type first, and Java's form of it. Asked only about what did not compile. */
final class PythonHabits {
    /** Names Python programs import, which stand before functions there. */
    private static final List<String> MODULES = List.of("torch", "np", "numpy", "nn", "F", "plt", "pd", "d2l", "math");

    private static final Map<String, String> FUNCTIONS = Map.of(
            "len",
                    "The length of a tensor is x.size(0), of a list x.size(), of a text x.length(), of an array x.length.",
            "range", "Counting is a loop, for (int i = 0; i < n; i++) { ... }, and a tensor of numbers arange(n).",
            "enumerate", "A loop that counts: for (int i = 0; i < list.size(); i++) { ... list.get(i) ... }",
            "type", "The type of an object is x.getClass(), that of a tensor's elements x.dtype().",
            "id",
                    "Whether two names stand for one object is a == b; a number for an object is System.identityHashCode(x).",
            "str", "A text of any value is String.valueOf(x).",
            "isinstance", "x instanceof Tensor asks for the type.");

    private static final Map<String, String> WORDS =
            Map.of("True", "true", "False", "false", "None", "null", "self", "this", "elif", "else if");

    /** Lines that Java's grammar does not know, each with Java's form. */
    private static final List<Habit> LINES = List.of(
            new Habit(
                    "(import|from)\\s+(torch|numpy|pandas|matplotlib|d2l|math|random)\\b.*",
                    "This import is Python's. Nothing is imported here: tensors, figures and data frames are there at once,"
                            + " as in arange(12)."),
            new Habit("print\\s+[\"'\\w].*", "print is a function here: print(\"hello\")"),
            new Habit(
                    "(const|let)\\s+\\w+.*",
                    "Java: var k = 3; declares a variable, final int k = 3; one that keeps its value."),
            new Habit(
                    "def\\s+\\w+\\s*\\(.*:.*",
                    "A method in Java says its types and has braces: double f(double x) { return 2 * x; }"),
            new Habit(
                    "for\\s+[\\w\\s,()]+\\s+in\\b.*:.*",
                    "A loop in Java: for (int i = 0; i < 3; i++) { ... } counts, for (Tensor row : X) { ... } goes through"
                            + " elements."),
            new Habit(
                    "while\\b[^{]*:\\s*", "A loop in Java has its condition in ( ) and braces: while (x < 3) { ... }"),
            new Habit("(if|elif)\\b[^{?]*:\\s*", "Java: if (x > 0) { ... } else if (x < 0) { ... } else { ... }"),
            new Habit("else\\s*:\\s*", "Java: if (x > 0) { ... } else { ... }"),
            new Habit("with\\b.*:\\s*", "What ends by itself in Java: try (var off = noGrad()) { ... }"),
            new Habit("(try|except|finally)\\b.*:\\s*", "Java: try { ... } catch (RuntimeException e) { ... }"),
            new Habit("class\\s+\\w+\\s*(\\(.*\\))?\\s*:\\s*", "A class in Java has braces: class Net { ... }"),
            new Habit(
                    ".*\\blambda\\b.*:.*",
                    "A lambda in Java is x -> 2 * x, and its variable has a type: Function<Tensor, Tensor> f = x -> 2 * x;"),
            new Habit(
                    ".*(?<!\\w)f[\"'].*",
                    "A text with values in it: \"x = \" + x, or String.format(\"x = %.2f\", number)."),
            new Habit(
                    ".*(?<![\\w.])(float|int|bool|double|long)\\s*\\((?!.*\\)\\s*\\{).*",
                    "A number of another type is made by a cast: (double) x, (int) x."),
            new Habit(
                    ".*[=(,]\\s*\\{\\s*(\"[^\"]*\"|'[^']*'|\\w+)\\s*:.*",
                    "A dictionary in Java: Map.of(\"a\", 1, \"b\", 2), or new HashMap<String, Integer>() to change it."),
            new Habit(".*\\s(and|or)\\s.*", "and is && in Java, or is ||, not is !."),
            new Habit("not\\s.*|.*[(\\s]not\\s.*", "and is && in Java, or is ||, not is !."));

    private record Habit(Pattern line, String words) {
        Habit(String line, String words) {
            this(Pattern.compile("\\s*" + line), words);
        }
    }

    private PythonHabits() {}

    /** Java's form of a whole line. */
    static Optional<String> line(String line) {
        return LINES.stream()
                .filter(habit -> habit.line.matcher(line).matches())
                .map(Habit::words)
                .findFirst();
    }

    /** Whether a line opens a block, so that what is indented below it belongs to the same mistake. */
    static boolean opensBlock(String line) {
        return line.stripTrailing().endsWith(":");
    }

    /**
     * What to write for a name nobody declared, or null.
     *
     * @param rest the source from the name on
     */
    static String name(String name, String rest) {
        Matcher behind = Pattern.compile("\\w+\\s*\\.\\s*(\\w+)").matcher(rest);
        if (MODULES.contains(name) && behind.lookingAt()) {
            return "Functions have no `" + name + ".` before them here: write " + behind.group(1) + ".";
        }
        if (WORDS.containsKey(name)) {
            return "Java writes " + WORDS.get(name) + ".";
        }
        if (FUNCTIONS.containsKey(name) && rest.matches("(?s)\\w+\\s*\\(.*")) {
            return FUNCTIONS.get(name);
        }
        return rest.matches("(?s)\\w+\\s*=[^=].*")
                ? "A new variable is declared with a type, or with var: var " + name + " = ..."
                : null;
    }
}
