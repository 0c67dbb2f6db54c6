package jacobi.repl.failure;

import static jacobi.language.Say.say;

import jacobi.notation.Diagnostic;
import jacobi.notation.Vocabulary;
import jacobi.repl.javac.CompileError;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers of Python books type first, and Java's form of it. Asked only about what did not compile. */
final class PythonHabits {
    /** Names Python programs import, which stand before functions there. */
    private static final List<String> MODULES = List.of("torch", "np", "numpy", "nn", "F", "plt", "pd", "d2l", "math");

    /** What matplotlib's module passes to the axes used last. */
    private static final Set<String> OF_AXES = Set.of(
            "xlabel",
            "ylabel",
            "title",
            "legend",
            "xlim",
            "ylim",
            "xticks",
            "yticks",
            "xscale",
            "yscale",
            "text",
            "annotate",
            "axis",
            "grid",
            "axhline",
            "axvline",
            "axhspan",
            "axvspan",
            "hlines",
            "vlines",
            "scatter",
            "hist",
            "hist2d",
            "hexbin",
            "bar",
            "barh",
            "imshow",
            "step",
            "stem",
            "fill_between",
            "errorbar",
            "boxplot",
            "violinplot",
            "pie",
            "contour",
            "contourf",
            "clabel",
            "colorbar",
            "quiver",
            "streamplot",
            "pcolormesh",
            "loglog",
            "semilogx",
            "semilogy",
            "tick_params",
            "minorticks_on",
            "minorticks_off",
            "twinx",
            "cla",
            "arrow");

    /** What it passes to the figure used last. */
    private static final Set<String> OF_FIGURE = Set.of("savefig", "suptitle");

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

    /** Functions of Python's, each with a message that gives Java's form. */
    private static final Set<String> FUNCTIONS = Set.of(
            "len",
            "range",
            "enumerate",
            "zip",
            "type",
            "id",
            "str",
            "bool",
            "isinstance",
            "list",
            "tuple",
            "dict",
            "set",
            "sorted",
            "reversed",
            "map",
            "filter",
            "open",
            "help");

    /** Python's names of methods, each with the method that does the same; a message says how it is called. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("numpy", "toDoubleArray"),
            Map.entry("tolist", "toDoubleArray"),
            Map.entry("append", "add"),
            Map.entry("extend", "addAll"),
            Map.entry("pop", "remove"),
            Map.entry("insert", "add"),
            Map.entry("items", "entrySet"),
            Map.entry("keys", "keySet"),
            Map.entry("upper", "toUpperCase"),
            Map.entry("lower", "toLowerCase"),
            Map.entry("startswith", "startsWith"),
            Map.entry("endswith", "endsWith"),
            Map.entry("find", "indexOf"),
            Map.entry("cuda", "to"),
            Map.entry("cpu", "to"),
            Map.entry("astype", "to"),
            Map.entry("to_numpy", "toTensor"));

    private static final Map<String, String> WORDS =
            Map.of("True", "true", "False", "false", "None", "null", "self", "this", "elif", "else if");

    /** Lines that Java's grammar does not know, each with Java's form; texts in them are empty, comments left out. */
    private static final List<Habit> LINES = List.of(
            new Habit(
                    "from\\s+\\w.*|import\\s+\\w+(\\.\\w+)*\\s+as\\b.*|import\\s+\\w+(\\s*,\\s*\\w+)*\\s*;?\\s*"
                            + "|import\\s+(torch|numpy|pandas|matplotlib|d2l)\\b.*",
                    "python.line.import"),
            new Habit("print\\s+[\"'\\w].*", "python.line.print"),
            new Habit("(const|let)\\s+\\w+.*", "python.line.const"),
            new Habit("def\\s+\\w+\\s*\\(.*:.*", "python.line.def"),
            new Habit(".*\\[.*\\bfor\\s+[\\w\\s,()]+\\s+in\\b.*\\].*", "python.line.comprehension"),
            new Habit("for\\s+[\\w\\s,()]+\\s+in\\b.*:.*", "python.line.for"),
            new Habit("while\\b[^{]*:\\s*", "python.line.while"),
            new Habit(".*\\bis\\s+(not\\s+)?None\\b.*", "python.line.is-none"),
            new Habit("(?!\\s*for\\b).*\\bin\\s+[\\w\"\\[].*", "python.line.in"),
            new Habit("(if|elif)\\b[^{?]*:\\s*", "python.line.if"),
            new Habit("else\\s*:\\s*", "python.line.else"),
            new Habit("(?!\\s*if\\b)[^{}]*\\S\\s+if\\s+[^{};]*\\selse\\s+[^{};]*;?\\s*", "python.line.conditional"),
            new Habit("with\\b.*:\\s*", "python.line.with"),
            new Habit("(try|except|finally)\\b.*:\\s*", "python.line.try"),
            new Habit("raise\\s+\\w+.*", "python.line.raise"),
            new Habit("del\\s+\\w+.*", "python.line.del"),
            new Habit("pass\\s*;?\\s*", "python.line.pass"),
            new Habit("assert\\b.*,\\s*\"\"\\s*;?\\s*", "python.line.assert"),
            new Habit("class\\s+\\w+\\s*(\\(.*\\))?\\s*:\\s*", "python.line.class"),
            new Habit(".*\\blambda\\b.*:.*", "python.line.lambda"),
            new Habit(".*(?<!\\w)[fF][\"'].*", "python.line.f-string"),
            new Habit(".*(?<![\\w.])(float|int|bool|double|long)\\s*\\((?!.*\\)\\s*\\{).*", "python.line.cast"),
            new Habit(".*[=(,]\\s*\\{\\s*(\"[^\"]*\"|'[^']*'|\\w+)\\s*:.*", "python.line.dictionary"),
            new Habit(".*\\s(and|or)\\s.*", "python.line.and"),
            new Habit("not\\s.*|.*[(\\s]not\\s.*", "python.line.and"));

    /** @param message the key of what to say about such a line */
    private record Habit(Pattern line, String message) {
        Habit(String line, String message) {
            this(Pattern.compile("\\s*(?:" + line + ")"), message);
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
                .map(habit -> say(habit.message))
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
    static String name(String name, String rest, KnownNames known) {
        Matcher path = Pattern.compile("\\w+((?:\\s*\\.\\s*\\w+)+)").matcher(rest);
        if (MODULES.contains(name) && path.lookingAt()) {
            String last = path.group(1).replaceAll(".*\\.\\s*", "");
            String ofDrawing = ofDrawing(last);
            if (path.group().contains("plt") && ofDrawing != null) {
                return say("python.module.write", "module", name, "name", ofDrawing);
            }
            String here = RENAMED.getOrDefault(last, last);
            // Without the import lines of tensors nobody can say which functions there are.
            boolean there = here.contains(".")
                    || !isKnown("tensor", known)
                    || isKnown(here, known)
                    || isKnown(Vocabulary.camel(here), known);
            return there
                    ? say("python.module.write", "module", name, "name", here)
                    : say("python.module.none", "module", name, "name", last);
        }
        if (ofDrawing(name) != null && rest.matches("(?s)\\w+\\s*\\(.*")) {
            return say("python.of-drawing", "name", ofDrawing(name));
        }
        if (WORDS.containsKey(name)) {
            return say("python.word", "word", WORDS.get(name));
        }
        if (FUNCTIONS.contains(name) && rest.matches("(?s)\\w+\\s*\\(.*")) {
            return say("python.function." + name);
        }
        return rest.matches("(?s)\\w+\\s*=[^=].*") ? say("python.new-variable", "name", name) : null;
    }

    /** What a function of matplotlib's module is called here, or null. */
    private static String ofDrawing(String name) {
        if (OF_AXES.contains(name)) {
            return "gca()." + Vocabulary.camel(name);
        }
        return OF_FIGURE.contains(name) ? "gcf()." + Vocabulary.camel(name) : null;
    }

    private static boolean isKnown(String name, KnownNames known) {
        return known.functions().contains(name)
                || known.variables().contains(name)
                || known.types().contains(name);
    }

    /**
     * What to write for a method of Python's that a type does not have, or null.
     *
     * @param members what the type has
     */
    static String member(String name, Collection<String> members) {
        if (members.contains("getDummies")) {
            return say("python.column", "name", name);
        }
        String method = METHODS.get(name);
        return method != null && members.contains(method) ? say("python.method." + name) : null;
    }
}
