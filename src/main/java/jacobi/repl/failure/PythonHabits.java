package jacobi.repl.failure;

import jacobi.notation.Diagnostic;
import jacobi.repl.javac.CompileError;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers of Python books type first, and Java's form of it. Asked only about what did not compile. */
final class PythonHabits {
    /** Names Python programs import, which stand before functions there. */
    private static final List<String> MODULES = List.of("torch", "np", "numpy", "nn", "F", "plt", "pd", "d2l", "math");

    /** What has another name here than in those modules. */
    private static final Map<String, String> RENAMED = Map.of(
            "array",
            "tensor",
            "pi",
            "PI",
            "e",
            "E",
            "inf",
            "Double.POSITIVE_INFINITY",
            "nan",
            "Double.NaN",
            "DataFrame",
            "dataFrame");

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry(
                    "len",
                    "The length of a tensor is x.size(0), of a list x.size(), of a text x.length(), of an array x.length."),
            Map.entry(
                    "range",
                    "Counting is a loop, for (int i = 0; i < n; i++) { ... }, and a tensor of numbers arange(n)."),
            Map.entry("enumerate", "A loop that counts: for (int i = 0; i < list.size(); i++) { ... list.get(i) ... }"),
            Map.entry(
                    "zip",
                    "Two lists side by side: for (int i = 0; i < a.size(); i++) { ... a.get(i) ... b.get(i) ... }"),
            Map.entry("type", "The type of an object is x.getClass(), that of a tensor's elements x.dtype()."),
            Map.entry(
                    "id",
                    "Whether two names stand for one object is a == b; a number for an object is System.identityHashCode(x)."),
            Map.entry("str", "A text of any value is String.valueOf(x)."),
            Map.entry("bool", "Whether a number is not zero is x != 0."),
            Map.entry("isinstance", "x instanceof Tensor asks for the type."),
            Map.entry("list", "A list is [1, 2, 3] or new ArrayList<>(other); of a shape x.shape().toArray()."),
            Map.entry("tuple", "Values together are (a, b)."),
            Map.entry("dict", "A dictionary is new HashMap<String, Integer>(), or Map.of(\"a\", 1)."),
            Map.entry("set", "A set is new HashSet<>(List.of(1, 2)), or Set.of(1, 2)."),
            Map.entry("sorted", "A sorted copy of a list is list.stream().sorted().toList()."),
            Map.entry("reversed", "Backwards is list[::-1]."),
            Map.entry("map", "A function of each element is list.stream().map(x -> ...).toList()."),
            Map.entry("filter", "Some of the elements are list.stream().filter(x -> ...).toList()."),
            Map.entry("open", "A text of a file is Files.readString(Path.of(\"name.txt\"))."),
            Map.entry("help", "A name with ? after it shows what it is: arange?"));

    /** Python's names of methods, each with the method that does the same, and how it is called. */
    private static final Map<String, List<String>> METHODS = Map.ofEntries(
            Map.entry(
                    "numpy",
                    List.of(
                            "toDoubleArray",
                            "The numbers as a Java array are x.toDoubleArray(), a copy, or x.array().")),
            Map.entry("tolist", List.of("toDoubleArray", "The numbers as a Java array are x.toDoubleArray().")),
            Map.entry("append", List.of("add", "An element is added with add(x).")),
            Map.entry("extend", List.of("addAll", "All elements of another list are added with addAll(other).")),
            Map.entry("pop", List.of("remove", "The last element is removed with remove(list.size() - 1).")),
            Map.entry("insert", List.of("add", "An element is put at a place with add(i, x).")),
            Map.entry("items", List.of("entrySet", "Keys and values together: for (var (k, v) : map.entrySet())")),
            Map.entry("keys", List.of("keySet", "The keys are keySet().")),
            Map.entry("upper", List.of("toUpperCase", "In capitals it is toUpperCase().")),
            Map.entry("lower", List.of("toLowerCase", "In small letters it is toLowerCase().")),
            Map.entry("startswith", List.of("startsWith", "Java writes startsWith(\"a\").")),
            Map.entry("endswith", List.of("endsWith", "Java writes endsWith(\"a\").")),
            Map.entry("find", List.of("indexOf", "The place of a part is indexOf(\"a\").")),
            Map.entry("cuda", List.of("to", "Everything is computed on the processor: leave it out.")),
            Map.entry("cpu", List.of("to", "Everything is computed on the processor: leave it out.")),
            Map.entry("astype", List.of("to", "Another type of elements is to(float64).")),
            Map.entry("to_numpy", List.of("toTensor", "The numbers of a frame as a tensor are toTensor().")));

    private static final Map<String, String> WORDS =
            Map.of("True", "true", "False", "false", "None", "null", "self", "this", "elif", "else if");

    private static final String NOT = "and is && in Java, or is ||, not is !.";

    /** Lines that Java's grammar does not know, each with Java's form; texts in them are empty, comments left out. */
    private static final List<Habit> LINES = List.of(
            new Habit(
                    "from\\s+\\w.*|import\\s+\\w+(\\.\\w+)*\\s+as\\b.*|import\\s+\\w+(\\s*,\\s*\\w+)*\\s*;?\\s*"
                            + "|import\\s+(torch|numpy|pandas|matplotlib|d2l)\\b.*",
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
                    ".*\\[.*\\bfor\\s+[\\w\\s,()]+\\s+in\\b.*\\].*",
                    "A list made in a loop: IntStream.range(0, 3).map(i -> 2 * i).boxed().toList(); with tensors:"
                            + " arange(3) * 2."),
            new Habit(
                    "for\\s+[\\w\\s,()]+\\s+in\\b.*:.*",
                    "A loop in Java: for (int i = 0; i < 3; i++) { ... } counts, for (Tensor row : X) { ... } goes through"
                            + " elements."),
            new Habit(
                    "while\\b[^{]*:\\s*", "A loop in Java has its condition in ( ) and braces: while (x < 3) { ... }"),
            new Habit(
                    ".*\\bis\\s+(not\\s+)?None\\b.*",
                    "Whether there is no object is x == null in Java, x != null if there is."),
            new Habit("(?!\\s*for\\b).*\\bin\\s+[\\w\"\\[].*", "Whether a list holds an element is list.contains(x)."),
            new Habit("(if|elif)\\b[^{?]*:\\s*", "Java: if (x > 0) { ... } else if (x < 0) { ... } else { ... }"),
            new Habit("else\\s*:\\s*", "Java: if (x > 0) { ... } else { ... }"),
            new Habit(
                    "(?!\\s*if\\b)[^{}]*\\S\\s+if\\s+[^{};]*\\selse\\s+[^{};]*;?\\s*",
                    "One of two values is x > 0 ? 1 : 2 in Java."),
            new Habit("with\\b.*:\\s*", "What ends by itself in Java: try (var off = noGrad()) { ... }"),
            new Habit("(try|except|finally)\\b.*:\\s*", "Java: try { ... } catch (RuntimeException e) { ... }"),
            new Habit("raise\\s+\\w+.*", "Java: throw new IllegalArgumentException(\"what went wrong\");"),
            new Habit("del\\s+\\w+.*", "What a variable holds is let go of with x = null;"),
            new Habit("pass\\s*;?\\s*", "What does nothing is an empty block in Java: { }"),
            new Habit("assert\\b.*,\\s*\"\"\\s*;?\\s*", "Java: assert x > 0 : \"message\";"),
            new Habit("class\\s+\\w+\\s*(\\(.*\\))?\\s*:\\s*", "A class in Java has braces: class Net { ... }"),
            new Habit(
                    ".*\\blambda\\b.*:.*",
                    "A lambda in Java is x -> 2 * x, and its variable has a type: Function<Tensor, Tensor> f = x -> 2 * x;"),
            new Habit(
                    ".*(?<!\\w)[fF][\"'].*",
                    "A text with values in it: \"x = \" + x, or String.format(\"x = %.2f\", number)."),
            new Habit(
                    ".*(?<![\\w.])(float|int|bool|double|long)\\s*\\((?!.*\\)\\s*\\{).*",
                    "A number of another type is made by a cast: (double) x, (int) x."),
            new Habit(
                    ".*[=(,]\\s*\\{\\s*(\"[^\"]*\"|'[^']*'|\\w+)\\s*:.*",
                    "A dictionary in Java: Map.of(\"a\", 1, \"b\", 2), or new HashMap<String, Integer>() to change it."),
            new Habit(".*\\s(and|or)\\s.*", NOT),
            new Habit("not\\s.*|.*[(\\s]not\\s.*", NOT));

    private record Habit(Pattern line, String words) {
        Habit(String line, String words) {
            this(Pattern.compile("\\s*(?:" + line + ")"), words);
        }

        boolean matches(String code) {
            return line.matcher(code).matches();
        }
    }

    private PythonHabits() {}

    /** Java's form of a whole line in which the parser met an error; of any other error the words are its own. */
    static Optional<String> line(String line, Diagnostic error) {
        if (!CompileError.isSyntax(error.code())) {
            return Optional.empty();
        }
        String code = code(line);
        return LINES.stream()
                .filter(habit -> habit.matches(code))
                .map(habit -> habit.words)
                .findFirst();
    }

    /** A line with its texts empty and without comments, Python's too. */
    private static String code(String line) {
        StringBuilder code = new StringBuilder();
        int at = 0;
        for (Token token : Lexer.tokens(line)) {
            if (token.is("#")) {
                break;
            }
            String between = line.substring(at, token.start());
            code.append(between.isBlank() ? between : " ");
            boolean text = token.isText();
            code.append(text ? token.text().charAt(0) + "" + token.text().charAt(0) : token.text());
            at = token.end();
        }
        return code.toString();
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
    static String name(String name, String rest, Known known) {
        Matcher path = Pattern.compile("\\w+((?:\\s*\\.\\s*\\w+)+)").matcher(rest);
        if (MODULES.contains(name) && path.lookingAt()) {
            String last = path.group(1).replaceAll(".*\\.\\s*", "");
            String here = RENAMED.getOrDefault(last, last);
            // Without the import lines of tensors nobody can say which functions there are.
            boolean there = here.contains(".")
                    || !isKnown("tensor", known)
                    || isKnown(here, known)
                    || isKnown(camel(here), known);
            return "Functions have no `" + name + ".` before them here"
                    + (there ? ": write " + here + "." : ", and none is called " + last + ".");
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

    private static boolean isKnown(String name, Known known) {
        return known.functions().contains(name)
                || known.variables().contains(name)
                || known.types().contains(name);
    }

    private static String camel(String name) {
        return Pattern.compile("(?<=.)_(\\w)")
                .matcher(name)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /**
     * What to write for a method of Python's that a type does not have, or null.
     *
     * @param members what the type has
     */
    static String member(String name, Collection<String> members) {
        if (members.contains("getDummies")) {
            return "A column of a frame is taken by its name in brackets: [\"" + name + "\"].";
        }
        List<String> method = METHODS.get(name);
        return method != null && members.contains(method.get(0)) ? method.get(1) : null;
    }
}
