package jacobi.repl.failure;

import static jacobi.language.Say.say;

import jacobi.notation.Diagnostic;
import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Part;
import jacobi.source.Splitter;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** javac's words made plain: what is wrong, and what to write instead. Errors not in the table keep javac's words. */
public final class PlainWords {
    private static final Pattern SYMBOL = Pattern.compile("symbol: +(\\w+) (.+)");
    private static final Pattern LOCATION = Pattern.compile("location: (.+)");
    private static final Pattern CONVERTED =
            Pattern.compile("incompatible types: (.+) cannot be converted to (.+)", Pattern.DOTALL);
    private static final Pattern LOSSY = Pattern.compile("possible lossy conversion from (\\w+) to (\\w+)");

    private static final Map<String, Function<Context, String>> TABLE = Map.ofEntries(
            Map.entry("expected", PlainWords::expected),
            Map.entry("expected2", PlainWords::expected),
            Map.entry("expected3", PlainWords::expected),
            Map.entry("expected4", PlainWords::expected),
            Map.entry("unclosed.str.lit", c -> say("compile.text-unclosed")),
            Map.entry("unclosed.char.lit", c -> say("compile.char-unclosed", "quoted", quoted(c.rest()))),
            Map.entry("notation.err.text", c -> c.message),
            Map.entry("jacobi.err.full-width", c -> c.error.words()),
            Map.entry("empty.char.lit", c -> say("compile.char-empty")),
            Map.entry("unclosed.comment", c -> say("compile.comment-unclosed")),
            Map.entry("unclosed.text.block", c -> say("compile.block-unclosed")),
            Map.entry("premature.eof", c -> say("compile.ends-early", "missing", missingBracket(c.source))),
            Map.entry("illegal.start.of.expr", c -> say("compile.value-missing")),
            Map.entry("illegal.start.of.type", c -> say("compile.declaration-expected")),
            Map.entry("not.stmt", PlainWords::notStatement),
            Map.entry("prob.found.req", PlainWords::incompatible),
            Map.entry(
                    "type.found.req",
                    c -> c.message.contains("required: reference")
                            ? say("compile.type-argument", "class", boxed(c.span()), "type", c.span())
                            : c.words()),
            Map.entry("cant.resolve", PlainWords::unknown),
            Map.entry("cant.resolve.args", PlainWords::unknown),
            Map.entry("cant.resolve.location", PlainWords::unknown),
            Map.entry("cant.resolve.location.args", PlainWords::unknown),
            Map.entry("cant.resolve.location.args.params", PlainWords::unknown),
            Map.entry("missing.ret.stmt", c -> say("compile.return-missing")),
            Map.entry("unreported.exception.need.to.catch.or.throw", c -> {
                String name = c.message.replaceAll(".*exception (\\w+);.*", "$1");
                return say("compile.exception-unreported", "exception", name);
            }),
            Map.entry(
                    "var.might.not.have.been.initialized",
                    c -> say("compile.no-value-yet", "name", last(c.message, "variable (\\w+)"))),
            Map.entry("already.defined", PlainWords::twice),
            Map.entry("operator.cant.be.applied", PlainWords::operator),
            Map.entry("operator.cant.be.applied.1", PlainWords::operator),
            Map.entry("cant.apply.symbol", PlainWords::arguments),
            Map.entry("cant.apply.symbols", PlainWords::versions),
            Map.entry(
                    "non-static.cant.be.ref",
                    c -> say("compile.not-static", "name", last(c.message, "^non-static \\S+ (.+?) cannot"))),
            Map.entry("does.not.override.abstract", PlainWords::unwritten),
            Map.entry(
                    "incomparable.types",
                    c -> say(
                            "compile.incomparable",
                            "left",
                            last(c.message, "types: (.+?) (?:and|cannot)"),
                            "right",
                            last(c.message, "(?:and|to) (.+)$"))),
            Map.entry("array.req.but.found", c -> say("compile.no-array", "type", last(c.message, "but (.+) found"))),
            Map.entry("cant.deref", c -> say("compile.bare-value", "type", last(c.message, "^(\\S+) cannot"))),
            Map.entry(
                    "unreachable.stmt",
                    c -> say(
                            c.line().matches(".*\\b(while|for)\\b.*\\bfalse\\b.*")
                                    ? "compile.loop-never-runs"
                                    : "compile.line-never-runs")),
            Map.entry(
                    "try.with.resources.expr.effectively.final.var",
                    c -> say("compile.try-variable", "name", c.span())),
            Map.entry("not.exhaustive", PlainWords::notExhaustive),
            Map.entry("not.exhaustive.statement", PlainWords::notExhaustive),
            Map.entry("catch.without.try", c -> say("compile.catch-alone")),
            Map.entry("finally.without.try", c -> say("compile.finally-alone")),
            Map.entry("try.without.catch.finally.or.resource.decls", PlainWords::bareTry),
            Map.entry("try.without.catch.or.finally", PlainWords::bareTry),
            Map.entry(
                    "foreach.not.applicable.to.type",
                    c -> say("compile.loop-elements", "type", last(c.message, "found: +(.+)"))),
            Map.entry(
                    "override.weaker.access",
                    c -> say("compile.override-public", "method", last(c.message, "^(\\S+\\(.*?\\)) in "))),
            Map.entry("invalid.meth.decl.ret.type.req", c -> say("compile.result-type")),
            Map.entry("else.without.if", c -> say("compile.else-alone")),
            Map.entry("illegal.char", PlainWords::character),
            Map.entry("int.number.too.large", c -> say("compile.int-too-large")),
            Map.entry("cant.infer.local.var.type", PlainWords::inferred),
            Map.entry("cant.ref.non.effectively.final.var", c -> say("compile.lambda-variable")),
            Map.entry("preview.feature.disabled", PlainWords::preview),
            Map.entry("preview.feature.disabled.plural", PlainWords::preview),
            Map.entry("report.access", PlainWords::access),
            Map.entry("break.outside.switch.loop", c -> say("compile.break-outside")),
            Map.entry("cont.outside.loop", c -> say("compile.continue-outside")),
            Map.entry(
                    "cant.assign.val.to.var",
                    c -> say("compile.final-variable", "name", last(c.message, "variable (\\w+)"))),
            Map.entry("limit.code", c -> say("compile.method-too-large")),
            Map.entry("limit.code.too.large.for.try.stmt", c -> say("compile.try-too-large")),
            Map.entry("limit.string", c -> say("compile.text-too-long")),
            Map.entry(
                    "abstract.cant.be.instantiated",
                    c -> say("compile.abstract", "type", last(c.message, "^(\\S+) is abstract"))),
            Map.entry("doesnt.exist", PlainWords::noPackage),
            Map.entry("illegal.initializer.for.type", c -> say("compile.braces-make-arrays")),
            Map.entry("not.loop.label", c -> say("compile.label", "label", last(c.message, "(\\w+)$"))),
            Map.entry(
                    "not.def.public.cant.access",
                    c -> say(
                            "compile.not-public",
                            "what",
                            last(c.message, "^(.+?) is not public"),
                            "home",
                            last(c.message, "not public in (.+?)(?:;|$)"))),
            Map.entry("void.not.allowed.here", c -> say("compile.void-value")),
            Map.entry("missing.meth.body.or.decl.abstract", c -> say("compile.no-body")));

    private final Known known;

    /** @param known the names a cell may use */
    public PlainWords(Known known) {
        this.known = known;
    }

    boolean isVariable(String name) {
        return known.variables().contains(name);
    }

    /** The text of an error, one or more lines. */
    public String of(Diagnostic error, String source) {
        String key = error.code().replace("compiler.err.", "");
        boolean atEnd = error.position() >= source.stripTrailing().length();
        if (atEnd && (key.startsWith("illegal.start") || key.startsWith("expected")) && openBracket(source) != 0) {
            key = "premature.eof";
        }
        Function<Context, String> words = TABLE.get(key);
        Context context = new Context(error, source, Wording.simpleNames(error.message()), this);
        if (words != null) {
            return words.apply(context);
        }
        // A name stands first: cat has no argument named 'axes'.
        return key.startsWith("notation.err.argument.") ? context.message : capital(context.words());
    }

    /**
     * @param message javac's words with simple names
     */
    private record Context(Diagnostic error, String source, String message, PlainWords session) {

        /** What javac says of it, in the reader's language where javac speaks it. */
        String words() {
            return Wording.simpleNames(error.words());
        }

        /** The characters at fault. */
        String span() {
            int end = Math.min(source.length(), Math.max(error.end(), error.start()));
            return source.substring(Math.min(error.start(), end), end);
        }

        /** The source from the characters at fault on. */
        String rest() {
            return source.substring(Math.min(error.start(), source.length()));
        }

        /** The word of the language that stands where the error is; empty where none does. */
        String keyword() {
            Matcher word = Pattern.compile("\\s*([a-z]+)\\b")
                    .matcher(source.substring(Math.min(error.position(), source.length())));
            return word.lookingAt() && SourceVersion.isKeyword(word.group(1)) ? word.group(1) : "";
        }

        /** Whether it is in a method or type that the cell declares. */
        boolean isInMethod() {
            return Splitter.split(source).stream()
                    .anyMatch(part ->
                            part instanceof Part.Declaration && part.span().contains(error.start()));
        }

        String line() {
            int start = source.lastIndexOf('\n', Math.max(0, error.position() - 1)) + 1;
            int end = source.indexOf('\n', error.position());
            return source.substring(start, Math.max(start, end < 0 ? source.length() : end));
        }
    }

    private static String expected(Context c) {
        String what = c.message.replace(" expected", "");
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

    private static String missingBracket(String source) {
        return switch (openBracket(source)) {
            case '(' -> say("compile.missing.parenthesis");
            case '[' -> say("compile.missing.bracket");
            case '{' -> say("compile.missing.brace");
            default -> say("compile.missing.something");
        };
    }

    /** The innermost bracket that is still open at the end, or 0. */
    private static char openBracket(String source) {
        List<Token> open = Brackets.of(Lexer.tokens(source)).open();
        return open.isEmpty() ? 0 : open.get(open.size() - 1).text().charAt(0);
    }

    private static String twice(Context c) {
        // Of variables of cells, only those one declaration names twice are an error.
        String name = last(c.message, "^\\w+ (.+?) is already defined");
        String home = last(c.message, "already defined in (?:\\w+ )?(.+)$");
        if (c.message.startsWith("method ")) {
            return say("compile.twice.method", "name", name);
        }
        return home.equals("$run()") || home.equals("this cell") || home.equals("cell")
                ? say("compile.twice.cell", "name", name)
                : say("compile.twice", "name", name, "home", home);
    }

    private static String preview(Context c) {
        return say("compile.preview", "feature", capital(last(c.message, "^(.+?) (?:is|are) (?:a )?preview feature")));
    }

    private static String notStatement(Context c) {
        if (c.span().matches("int|long|double|float|boolean|char|byte|short|String|var")
                && c.rest().matches("(?s)\\w+\\s+\\d.*")) {
            return say("compile.name-digit");
        }
        int start = Math.min(c.error.start(), c.source.length());
        if (c.source.substring(0, start).matches("(?s).*\\d,\\s*") && c.span().matches("\\d+")) {
            return say("compile.decimal-point");
        }
        if (c.span().contains("==") || c.line().contains("==")) {
            return say("compile.comparison-unused");
        }
        return say(c.isInMethod() ? "compile.value-unused-method" : "compile.value-unused");
    }

    private static String notExhaustive(Context c) {
        return say("compile.switch-incomplete");
    }

    private static String bareTry(Context c) {
        return say("compile.try-alone");
    }

    private static String versions(Context c) {
        String name = last(c.message, "found for (\\w+)\\(");
        String given = last(c.message, "found for \\w+(\\(.*\\))");
        List<String> there = Pattern.compile("(?:method|constructor) (\\S+\\(.*\\)) is not applicable")
                .matcher(c.message)
                .results()
                .map(version -> "  " + version.group(1).replaceFirst("^<.*?>", ""))
                .toList();
        if (there.isEmpty()) {
            return say("compile.no-version-at-all") + "\n" + c.words();
        }
        String versions = String.join("\n", there);
        return (given.equals("(no arguments)")
                        ? say("compile.no-version-without", "name", name, "versions", versions)
                        : say("compile.no-version", "name", name, "given", given, "versions", versions))
                + ways(name, given, c.message);
    }

    /** How to give what is wanted where the values given show what was meant. */
    private static String ways(String name, String given, String message) {
        if (given.matches(".*\\b(char|Character)\\b.*") && message.contains("String")) {
            return "\n" + say("compile.way.double-quotes");
        }
        if (given.contains("List<") && message.contains("Tensor")) {
            return "\n" + say("compile.way.tensor-argument", "name", name);
        }
        if (name.equals("round") && given.contains(",")) {
            return "\n" + say("compile.way.digits");
        }
        return "";
    }

    /** A text in single quotes as Java writes it. */
    private static String quoted(String rest) {
        Matcher text = Pattern.compile("'([^'\n]*)'").matcher(rest);
        return text.lookingAt() ? '"' + text.group(1) + '"' : "\"text\"";
    }

    private static String access(Context c) {
        return say(
                "compile.private",
                "name",
                last(c.message, "(?m)^\\s*(.+?) has \\w+ access in "),
                "access",
                last(c.message, " has (\\w+) access in "),
                "type",
                last(c.message, " access in (.+)"));
    }

    private static String incompatible(Context c) {
        if (c.message.contains("invalid method reference") && c.message.matches("(?s).* has \\w+ access in .*")) {
            return access(c);
        }
        Matcher lossy = LOSSY.matcher(c.message);
        if (lossy.find()) {
            return say("compile.lossy", "found", lossy.group(1), "wanted", lossy.group(2));
        }
        Matcher converted = CONVERTED.matcher(c.message);
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
                return text + "\n" + capital(say("notation.tensor-to-number")) + ".";
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
                return text + "\n" + say("compile.way.quoted", "quoted", quoted(c.span()));
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
        if (c.message.matches("(?s).*conforms to Tensor\\b.*")) {
            return say("compile.wanted.tensor-of-list") + "\n" + say("compile.way.tensor");
        }
        if (c.message.contains("missing return value")) {
            return say("compile.return-value");
        }
        if (c.message.contains("incompatible bounds")) {
            String asked = last(c.message, "equality constraints: +(.+)");
            String given = last(c.message, "lower bounds: +(.+)");
            return say("compile.wanted.elements", "wanted", asked, "found", given) + ways("", given, asked);
        }
        if (c.message.contains("unexpected return value") && !c.isInMethod()) {
            return say("compile.cell-return");
        }
        if (c.message.contains("unexpected return value")) {
            return say("compile.void-return");
        }
        return capital(c.words());
    }

    private static String unknown(Context c) {
        Matcher symbol = SYMBOL.matcher(c.message);
        if (!symbol.find()) {
            return capital(c.words());
        }
        String kind = symbol.group(1);
        String shown = symbol.group(2).strip();
        String name = shown.replaceAll("\\(.*", "").replaceAll("<.*", "");
        Matcher place = LOCATION.matcher(c.message);
        String location = place.find() ? place.group(1).strip() : "";
        boolean top = location.isEmpty() || location.equals("this cell");
        Known known = c.session.known;
        String pending = known.waiting(name);
        if (top && pending != null) {
            return Wording.simpleNames(pending) + ".";
        }
        if (!top) {
            return unknownMember(c, kind, shown, name, location);
        }
        String text = switch (kind) {
            case "method" -> say("compile.unknown.method", "method", shown);
            case "class" -> say("compile.unknown.class", "class", name);
            default -> say("compile.unknown.variable", "name", name);
        };
        String habit = PythonHabits.name(name, c.rest(), known);
        if (habit != null) {
            return text + "\n" + habit;
        }
        if (kind.equals("method") && Nearest.isCollector(name)) {
            return text + meant("Collectors." + name);
        }
        if (kind.equals("method") && known.variables().contains(name)) {
            return text + "\n" + say("compile.unknown.variable-called", "name", name);
        }
        if (kind.equals("method") && known.canBeMade(name)) {
            return text + "\n" + say("compile.unknown.class-called", "name", name);
        }
        String nearest = Nearest.of(name, alike(kind, known));
        if (nearest != null) {
            return text + meant(nearest);
        }
        String home = kind.equals("class") || Character.isUpperCase(name.charAt(0)) ? Nearest.packageOf(name) : null;
        return home == null ? text : text + "\n" + say("compile.unknown.import", "class", home + "." + name);
    }

    /** The names that can stand where one of a kind is unknown. */
    private static Collection<String> alike(String kind, Known known) {
        List<String> names = new ArrayList<>(kind.equals("method") ? known.functions() : known.types());
        if (kind.equals("variable")) {
            names.addAll(known.variables());
        }
        return names;
    }

    private static String unknownMember(Context c, String kind, String shown, String name, String location) {
        Known known = c.session.known;
        String type = ownerType(c.error.message());
        Map<String, Set<Integer>> members = known.members(type);
        String owner = location.replaceAll("^(variable|class|interface|package) ", "");
        Matcher typed = Pattern.compile("(\\w+) of type (.+)").matcher(owner);
        if (typed.matches()) {
            owner = say("compile.unknown.owner", "name", typed.group(1), "type", typed.group(2));
        }
        String text = switch (kind) {
            case "method" -> say("compile.unknown.member.method", "owner", owner, "method", shown);
            case "class" -> say("compile.unknown.member.class", "owner", owner, "class", shown);
            default -> say("compile.unknown.member.variable", "owner", owner, "name", shown);
        };
        boolean bare = !c.source
                        .substring(0, Math.min(c.error.position(), c.source.length()))
                        .isEmpty()
                && !c.span().contains(".")
                && !c.span().contains("::");
        if (bare && c.span().equals(name)) {
            text = kind.equals("method")
                    ? say("compile.unknown.method", "method", shown)
                    : say("compile.unknown.here", "name", name, "owner", owner);
        }
        if (bare && kind.equals("method") && known.canBeMade(name)) {
            return text + "\n" + say("compile.unknown.class-called", "name", name);
        }
        if (name.equals("length") && kind.equals("method") && location.endsWith("[]")) {
            return text + "\n" + say("compile.unknown.array-length");
        }
        Set<Integer> forms = members.getOrDefault(name, Set.of());
        if (kind.equals("variable") && !forms.isEmpty()) {
            return text + "\n"
                    + say(
                            forms.contains(0) ? "compile.unknown.is-method" : "compile.unknown.is-method-with",
                            "name",
                            name);
        }
        String habit = PythonHabits.member(name, members.keySet());
        if (habit != null) {
            return text + "\n" + habit;
        }
        String nearest = Nearest.among(name, members.keySet());
        if (nearest == null && kind.equals("method") && known.takes(name, type)) {
            return text + "\n" + say("compile.unknown.is-function", "name", name);
        }
        return text + (nearest == null ? "" : meant(nearest));
    }

    /** The qualified name of the type in which javac looked for a member. */
    private static String ownerType(String message) {
        Matcher place = LOCATION.matcher(message);
        String location = place.find() ? place.group(1).strip() : "";
        return location.replaceAll("^variable \\w+ of type ", "")
                .replaceAll("^(class|interface|enum) ", "")
                .replaceAll("<.*", "");
    }

    private static String noPackage(Context c) {
        String name = last(c.message, "package (\\S+) does not exist");
        boolean bare = !name.contains(".") && !c.line().strip().startsWith("import ");
        if (!bare) {
            return say("compile.no-package", "name", name);
        }
        String habit = PythonHabits.name(name, c.rest(), c.session.known);
        if (habit != null) {
            return say("compile.unknown.bare", "name", name) + "\n" + habit;
        }
        String nearest = Nearest.of(name, alike("variable", c.session.known));
        return say("compile.unknown.bare", "name", name) + (nearest == null ? "" : meant(nearest));
    }

    private static String operator(Context c) {
        String operator = last(c.message, "operator '(.+?)'");
        List<String> types = c.message
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
                .matcher(c.message);
        return alone.find()
                ? say("compile.operator.alone", "operator", alone.group(2), "type", alone.group(1))
                : capital(c.words());
    }

    private static String arguments(Context c) {
        String required = last(c.message, "required: +(.+)");
        String found = last(c.message, "found: +(.+)");
        String name = last(c.message, "(?:method|constructor|record|enum|class) (\\S+) in ");
        if (required.isEmpty() || found.isEmpty()) {
            return capital(c.words());
        }
        if (required.equals(found)) {
            // It fits, and may not be called: javac reports what it looked at last.
            String type = last(c.message, " in (?:class|record|enum|interface) (\\S+) cannot");
            return say("compile.private", "name", name + "(" + required + ")", "access", "private", "type", type);
        }
        String takes = required.equals("no arguments") ? say("compile.arguments.none-taken") : "(" + required + ")";
        String gets = found.equals("no arguments") ? say("compile.arguments.none-given") : "(" + found + ")";
        return say("compile.arguments", "name", name, "takes", takes, "gets", gets)
                + ways(name, "(" + found + ")", "(" + required + ")");
    }

    private static String character(Context c) {
        String character = last(c.message, "'(.+)'");
        if (character.matches("[\u201c\u201d\u201e]|\\\\u201[cdeCDE]")) {
            return say("compile.typographic-quotes");
        }
        if (character.equals("#")) {
            return say("compile.comment-slashes");
        }
        return say("compile.character", "character", character);
    }

    private static String inferred(Context c) {
        if (c.message.contains("'null'")) {
            return say("compile.var-null");
        }
        if (c.message.contains("lambda") || c.message.contains("method reference")) {
            return say("compile.var-lambda");
        }
        if (c.message.contains("array initializer")) {
            return say("compile.var-braces");
        }
        if (c.message.contains("without initializer")) {
            return say("compile.var-no-value");
        }
        if (c.message.contains("self-referencing")) {
            return say("compile.var-self");
        }
        if (c.message.contains("'void'")) {
            return say("compile.void-variable");
        }
        return c.message.contains("no initializer") ? say("compile.var-no-value") : capital(c.words());
    }

    private static String boxed(String primitive) {
        return switch (primitive) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> primitive.isEmpty() ? "" : Character.toUpperCase(primitive.charAt(0)) + primitive.substring(1);
        };
    }

    private static String meant(String name) {
        return "\n" + say("compile.meant", "name", name);
    }

    private static String unwritten(Context c) {
        String type = last(c.message, "^(.+?) is not abstract");
        String method = last(c.message, "abstract method (.+) in \\S+$");
        String parent = last(c.message, " in (\\S+)$");
        return type.startsWith("<anonymous") || type.endsWith("$")
                ? say("compile.method-unwritten-here", "method", method, "parent", parent)
                : say("compile.method-unwritten", "class", type, "method", method, "parent", parent);
    }

    private static String last(String message, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
