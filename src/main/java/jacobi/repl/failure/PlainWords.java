package jacobi.repl.failure;

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
            Map.entry(
                    "unclosed.str.lit",
                    c -> "This text never ends: a closing \" is missing on this line.\n"
                            + "A text over several lines stands between \"\"\" and \"\"\"."),
            Map.entry(
                    "unclosed.char.lit",
                    c -> "Single quotes hold exactly one character; a text stands in double quotes, as in "
                            + quoted(c.rest())
                            + "."),
            Map.entry("notation.err.text", c -> c.message),
            Map.entry("empty.char.lit", c -> "'' holds no character; an empty text is \"\"."),
            Map.entry("unclosed.comment", c -> "This comment never ends: a closing */ is missing."),
            Map.entry("unclosed.text.block", c -> "This text block never ends: a closing \"\"\" is missing."),
            Map.entry("premature.eof", c -> "The cell ends too early: " + missingBracket(c.source) + "."),
            Map.entry("illegal.start.of.expr", c -> "A value or an expression is missing here."),
            Map.entry("illegal.start.of.type", c -> "This cannot stand here: a type or a declaration was expected."),
            Map.entry("not.stmt", PlainWords::notStatement),
            Map.entry("prob.found.req", PlainWords::incompatible),
            Map.entry(
                    "type.found.req",
                    c -> c.message.contains("required: reference")
                            ? "Type arguments are classes: write " + boxed(c.span()) + " for " + c.span()
                                    + ", as in List<" + boxed(c.span()) + ">."
                            : c.message),
            Map.entry("cant.resolve", PlainWords::unknown),
            Map.entry("cant.resolve.args", PlainWords::unknown),
            Map.entry("cant.resolve.location", PlainWords::unknown),
            Map.entry("cant.resolve.location.args", PlainWords::unknown),
            Map.entry("cant.resolve.location.args.params", PlainWords::unknown),
            Map.entry(
                    "missing.ret.stmt",
                    c -> "Not every way through this method ends in a value: a return is missing before this }."),
            Map.entry("unreported.exception.need.to.catch.or.throw", c -> {
                String name = c.message.replaceAll(".*exception (\\w+);.*", "$1");
                return "This may throw " + name + ", and the method does not say so: add `throws " + name
                        + "` behind its parameters, or catch it with try { ... } catch (" + name + " e) { ... }.";
            }),
            Map.entry(
                    "var.might.not.have.been.initialized",
                    c -> "`" + last(c.message, "variable (\\w+)")
                            + "` may have no value yet when it is read here: give it one where it is declared."),
            Map.entry("already.defined", PlainWords::twice),
            Map.entry("operator.cant.be.applied", PlainWords::operator),
            Map.entry("operator.cant.be.applied.1", PlainWords::operator),
            Map.entry("cant.apply.symbol", PlainWords::arguments),
            Map.entry("cant.apply.symbols", PlainWords::versions),
            Map.entry(
                    "non-static.cant.be.ref",
                    c -> "This belongs to an object, not to the class: make one with new, and ask it.\n" + c.message),
            Map.entry(
                    "does.not.override.abstract",
                    c -> c.message
                            .replaceAll(
                                    "(<anonymous [^>]*>|\\S+) is not abstract and does not override abstract method (.+) in"
                                            + " (\\S+)",
                                    "$1 must have the method $2, because $3 asks for it.")
                            .replaceFirst("^(<anonymous [^>]*>|\\S+\\$) must", "The class in braces must")),
            Map.entry(
                    "incomparable.types",
                    c -> "These can never be equal: " + c.message.replace("incomparable types: ", "")
                            + ".\nTexts and objects are compared with equals."),
            Map.entry(
                    "array.req.but.found",
                    c -> "Only an array takes [ ] in Java, and this is " + article(last(c.message, "but (.+) found"))
                            + "; a List has get(i), a text charAt(i)."),
            Map.entry(
                    "cant.deref",
                    c -> capital(article(last(c.message, "^(\\S+) cannot")))
                            + " is a bare value without methods or fields."),
            Map.entry(
                    "unreachable.stmt",
                    c -> c.line().matches(".*\\b(while|for)\\b.*\\bfalse\\b.*")
                            ? "This can never run: the condition of its loop is never true."
                            : "This line can never run: the one before it always leaves or never ends."),
            Map.entry(
                    "try.with.resources.expr.effectively.final.var",
                    c -> "`" + c.span()
                            + "` may change, as a variable of a cell, and try wants one that cannot: write try (var "
                            + "open = " + c.span() + ") { ... }"),
            Map.entry("not.exhaustive", PlainWords::notExhaustive),
            Map.entry("not.exhaustive.statement", PlainWords::notExhaustive),
            Map.entry("catch.without.try", c -> "This catch has no try { ... } right before it."),
            Map.entry("finally.without.try", c -> "This finally has no try { ... } right before it."),
            Map.entry("try.without.catch.finally.or.resource.decls", PlainWords::bareTry),
            Map.entry("try.without.catch.or.finally", PlainWords::bareTry),
            Map.entry(
                    "foreach.not.applicable.to.type",
                    c -> "A loop (... : x) goes through the elements of an array, a list or a tensor, and this is "
                            + article(last(c.message, "found: +(.+)")) + ".\nTo count: for (int i = 0; i < n; i++)"),
            Map.entry(
                    "override.weaker.access",
                    c -> c.message.lines().findFirst().orElse("")
                            + ": what an interface asks for is public. Write public before the method."),
            Map.entry(
                    "invalid.meth.decl.ret.type.req",
                    c -> "A method starts with the type of its result, or void where it has none."),
            Map.entry("else.without.if", c -> "This else has no if: a } too many, or a ; right behind if (...)?"),
            Map.entry("illegal.char", PlainWords::character),
            Map.entry(
                    "int.number.too.large",
                    c -> "This number is too large for an int (at most 2147483647): write an L behind it for a long."),
            Map.entry("cant.infer.local.var.type", PlainWords::inferred),
            Map.entry(
                    "cant.ref.non.effectively.final.var",
                    c -> "A lambda or inner class can use a local variable only if it never changes.\n"
                            + "Copy it into a new variable first, or declare it at the top of the cell."),
            Map.entry("report.access", c -> capital(c.message) + ": it can be used only inside its own class."),
            Map.entry("preview.feature.disabled", PlainWords::preview),
            Map.entry("preview.feature.disabled.plural", PlainWords::preview),
            Map.entry("break.outside.switch.loop", c -> "break stands only inside a loop or a switch."),
            Map.entry("cont.outside.loop", c -> "continue stands only inside a loop."),
            Map.entry("cant.assign.val.to.var", c -> capital(c.message) + ": final variables keep their first value."),
            Map.entry(
                    "limit.code",
                    c ->
                            "This is too much code for one method (the JVM takes 64 KB): split the cell, or read long tables "
                                    + "of numbers from a file."),
            Map.entry("limit.code.too.large.for.try.stmt", c -> "This is too much code for one try: split it."),
            Map.entry("limit.string", c -> "This text is too long for a literal (65535 bytes): read it from a file."),
            Map.entry(
                    "abstract.cant.be.instantiated",
                    c -> capital(c.message) + ": make an object of a class that extends or implements it."),
            Map.entry("doesnt.exist", PlainWords::noPackage),
            Map.entry(
                    "illegal.initializer.for.type",
                    c ->
                            "{ ... } makes arrays only; a list is List.of(...), and a variable before it needs [ ] in its type."),
            Map.entry("not.loop.label", c -> capital(c.message) + ": the label must stand right before the loop."),
            Map.entry("not.def.public.cant.access", c -> capital(c.message) + "."),
            Map.entry(
                    "void.not.allowed.here",
                    c -> "This call has no value (its result is void), so nothing can be made of it."),
            Map.entry(
                    "missing.meth.body.or.decl.abstract",
                    c -> "This method has no body { ... }: is there a ; too early?"));

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
        return key.startsWith("notation.err.argument.") ? context.message : capital(context.message);
    }

    /**
     * @param message javac's words with simple names
     */
    private record Context(Diagnostic error, String source, String message, PlainWords words) {

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
            case "';'" -> "A semicolon is missing here.";
            case "')'" -> "A closing parenthesis ) is missing here.";
            case "']'" -> "A closing bracket ] is missing here.";
            case "'('" -> "An opening parenthesis ( is missing here.";
            case "'}'" -> "A closing brace } is missing here.";
            case "<identifier>" ->
                c.keyword().isEmpty()
                        ? "A name is missing here."
                        : "`" + c.keyword() + "` is a word of the language and cannot be a name.";
            default -> what + " was expected here.";
        };
    }

    private static String missingBracket(String source) {
        char last = openBracket(source);
        if (last == 0) {
            return "something is missing";
        }
        return "a closing " + (last == '(' ? ")" : last == '[' ? "]" : "}") + " is missing";
    }

    /** The innermost bracket that is still open at the end, or 0. */
    private static char openBracket(String source) {
        List<Token> open = Brackets.of(Lexer.tokens(source)).open();
        return open.isEmpty() ? 0 : open.get(open.size() - 1).text().charAt(0);
    }

    private static String twice(Context c) {
        // Of variables of cells, only those one declaration names twice are an error.
        String message = c.message.replaceFirst("method \\$run\\(\\)$", "this cell");
        String advice = message.startsWith("method ")
                ? "Give one of them another name or other parameters."
                : message.endsWith("this cell")
                        ? "Give one of the two another name."
                        : "Choose another name, or assign without a type: x = ...";
        return capital(message) + "\n" + advice;
    }

    private static String preview(Context c) {
        return capital(last(c.message, "^(.+?) (?:is|are) (?:a )?preview feature"))
                + " can be used in cells once the kernel's Java allows features that are not final yet.\n"
                + "Start Jupyter with JDK_JAVA_OPTIONS=--enable-preview in its environment.";
    }

    private static String notStatement(Context c) {
        if (c.span().matches("int|long|double|float|boolean|char|byte|short|String|var")
                && c.rest().matches("(?s)\\w+\\s+\\d.*")) {
            return "A name starts with a letter, not with a digit.";
        }
        int start = Math.min(c.error.start(), c.source.length());
        if (c.source.substring(0, start).matches("(?s).*\\d,\\s*") && c.span().matches("\\d+")) {
            return "A decimal number is written with a point, as 3.5.";
        }
        if (c.span().contains("==") || c.line().contains("==")) {
            return "This compares and does nothing with the answer: == compares, = assigns.";
        }
        String what = "This computes a value and does nothing with it: ";
        return c.isInMethod()
                ? what + "return it, or assign it."
                : what + "assign it, or make it the last line without a semicolon.";
    }

    private static String notExhaustive(Context c) {
        return "This switch has no answer for some values: add default -> ..., or the cases that are missing.";
    }

    private static String bareTry(Context c) {
        return "A try wants a catch (Exception e) { ... } or a finally { ... } behind its braces.";
    }

    private static String versions(Context c) {
        String name = last(c.message, "found for (\\w+)\\(");
        String given = last(c.message, "found for \\w+(\\(.*\\))");
        List<String> there = Pattern.compile("(?:method|constructor) (\\S+\\(.*\\)) is not applicable")
                .matcher(c.message)
                .results()
                .map(version -> "  " + version.group(1).replaceFirst("^<.*?>", ""))
                .toList();
        return there.isEmpty()
                ? "No version of this method takes these arguments.\n" + c.message
                : "No version of `" + name + "` takes " + (given.equals("(no arguments)") ? "no arguments" : given)
                        + ". There are\n" + String.join("\n", there) + ways(name, given, c.message);
    }

    /** How to give what is wanted where the values given show what was meant. */
    private static String ways(String name, String given, String message) {
        if (given.matches(".*\\b(char|Character)\\b.*") && message.contains("String")) {
            return "\nA text stands in double quotes: \"x\", not 'x'.";
        }
        if (given.contains("List<") && message.contains("Tensor")) {
            return "\nA tensor of a list is made with tensor: " + name + "(tensor([1, 2, 3]))";
        }
        if (name.equals("round") && given.contains(",")) {
            return "\nA number with two digits after the point is a text: String.format(\"%.2f\", x)";
        }
        return "";
    }

    /** A text in single quotes as Java writes it. */
    private static String quoted(String rest) {
        Matcher text = Pattern.compile("'([^'\n]*)'").matcher(rest);
        return text.lookingAt() ? '"' + text.group(1) + '"' : "\"text\"";
    }

    private static String incompatible(Context c) {
        Matcher lossy = LOSSY.matcher(c.message);
        if (lossy.find()) {
            return "A " + lossy.group(1) + " may not fit into " + article(lossy.group(2)) + ": write (" + lossy.group(2)
                    + ") before it to cut it off, or make the variable a " + lossy.group(1) + ".";
        }
        Matcher converted = CONVERTED.matcher(c.message);
        if (converted.find()) {
            String found = converted.group(1);
            String wanted = converted.group(2).lines().findFirst().orElse("");
            String text = "Here " + article(wanted) + " is needed, and this is " + article(found) + ".";
            if (found.equals(wanted)) {
                return text + "\nThe object is of the " + found + " that was declared before: make it anew.";
            }
            if (found.equals("<nulltype>") || found.equals("<null>")) {
                return "null is no " + wanted + ", only objects can be null: write 0 or another value, or the type "
                        + boxed(wanted) + ".";
            }
            if (wanted.equals("char") && found.equals("String")) {
                return text + "\nA char stands in single quotes, as in 'a'.";
            }
            if (wanted.equals("Throwable")) {
                return text + "\nWhat is thrown is an exception: throw new RuntimeException(\"what went wrong\");";
            }
            if (wanted.equals("boolean") && c.line().matches(".*[^=!<>]=[^=].*")) {
                return text + "\n= assigns; == compares.";
            }
            if (wanted.equals("Tensor") && found.matches("(Array)?List\\b.*")) {
                return text + "\nA tensor of a list is made with tensor: tensor([1, 2, 3])";
            }
            if (wanted.equals("String") && c.span().matches("'.*'")) {
                return text + "\nA text stands in double quotes: " + quoted(c.span());
            }
            if (wanted.equals("String")) {
                return text + "\nString.valueOf(...) makes a text of it.";
            }
            if (found.equals("String") && wanted.matches("int|double|long")) {
                String parse = wanted.equals("int")
                        ? "Integer.parseInt"
                        : wanted.equals("long") ? "Long.parseLong" : "Double.parseDouble";
                return text + "\n" + parse + "(...) reads a number from a text.";
            }
            return text;
        }
        if (c.message.matches("(?s).*conforms to Tensor\\b.*")) {
            return "Here a Tensor is needed, and this is a list."
                    + "\nA tensor of a list is made with tensor: tensor([1, 2, 3])";
        }
        if (c.message.contains("missing return value")) {
            return "return needs a value here: the method says it has a result.";
        }
        if (c.message.contains("incompatible bounds")) {
            String asked = last(c.message, "equality constraints: +(.+)");
            String given = last(c.message, "lower bounds: +(.+)");
            return "Here elements of type " + asked + " are needed, and these are " + given + "."
                    + ways("", given, asked);
        }
        if (c.message.contains("unexpected return value") && !c.isInMethod()) {
            return "A cell returns nothing: what it shows is its last line, written without return and semicolon.";
        }
        if (c.message.contains("unexpected return value")) {
            return "This method is void, it returns nothing: write the type of the result instead of void.";
        }
        return capital(c.message);
    }

    private static String unknown(Context c) {
        Matcher symbol = SYMBOL.matcher(c.message);
        if (!symbol.find()) {
            return capital(c.message);
        }
        String kind = symbol.group(1);
        String shown = symbol.group(2).strip();
        String name = shown.replaceAll("\\(.*", "").replaceAll("<.*", "");
        Matcher place = LOCATION.matcher(c.message);
        String location = place.find() ? place.group(1).strip() : "";
        boolean top = location.isEmpty() || location.equals("this cell");
        Known known = c.words.known;
        String pending = known.waiting(name);
        if (top && pending != null) {
            return Wording.simpleNames(pending) + ".";
        }
        if (!top) {
            return unknownMember(c, kind, shown, name, location);
        }
        String text = switch (kind) {
            case "method" -> "There is no method `" + shown + "`.";
            case "class" -> "There is no class `" + name + "`.";
            default -> "`" + name + "` is not defined: no cell that ran has declared it.";
        };
        String habit = PythonHabits.name(name, c.rest(), known);
        if (habit != null) {
            return text + "\n" + habit;
        }
        if (kind.equals("method") && Nearest.isCollector(name)) {
            return text + "\nDid you mean `Collectors." + name + "`?";
        }
        if (kind.equals("method") && known.variables().contains(name)) {
            return text + "\n`" + name + "` is a variable: the function it holds is called with " + name
                    + ".apply(...), or what its type names the method.";
        }
        String nearest = Nearest.of(name, alike(kind, known));
        if (nearest != null) {
            return text + "\nDid you mean `" + nearest + "`?";
        }
        String home = kind.equals("class") || Character.isUpperCase(name.charAt(0)) ? Nearest.packageOf(name) : null;
        return home == null ? text : text + "\nIt may want an import: import " + home + "." + name + ";";
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
        Known known = c.words.known;
        String type = ownerType(c.error.message());
        Map<String, Set<Integer>> members = known.members(type);
        String owner = location.replaceAll("^(variable|class|interface|package) ", "")
                .replaceAll("^(\\w+) of type (.+)", "$1 (of type $2)");
        String text = owner + " has no " + kind + " `" + shown + "`.";
        boolean bare = !c.source
                        .substring(0, Math.min(c.error.position(), c.source.length()))
                        .isEmpty()
                && !c.span().contains(".")
                && !c.span().contains("::");
        if (bare && c.span().equals(name)) {
            text = kind.equals("method")
                    ? "There is no method `" + shown + "`."
                    : "`" + name + "` is not defined: not in " + owner + ", and by no cell that ran.";
        }
        if (name.equals("length") && kind.equals("method") && owner.endsWith("[])")) {
            return text + "\nThe length of an array is written without parentheses: length";
        }
        Set<Integer> forms = members.getOrDefault(name, Set.of());
        if (kind.equals("variable") && !forms.isEmpty()) {
            return text + "\nIt has a method of that name"
                    + (forms.contains(0) ? ": write " + name + "()" : ", which takes arguments: " + name + "(...)");
        }
        String habit = PythonHabits.member(name, members.keySet());
        if (habit != null) {
            return text + "\n" + habit;
        }
        String nearest = Nearest.among(name, members.keySet());
        if (nearest == null && kind.equals("method") && known.takes(name, type)) {
            return text + "\nA function of that name is there: write " + name + "(x) for x." + name + "().";
        }
        return text + (nearest == null ? "" : "\nDid you mean `" + nearest + "`?");
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
            return capital(c.message) + ".\nIs the library there? %maven or %jars adds one.";
        }
        String habit = PythonHabits.name(name, c.rest(), c.words.known);
        if (habit != null) {
            return "`" + name + "` is not defined.\n" + habit;
        }
        String nearest = Nearest.of(name, alike("variable", c.words.known));
        return "`" + name + "` is not defined." + (nearest == null ? "" : "\nDid you mean `" + nearest + "`?");
    }

    private static String operator(Context c) {
        String operator = last(c.message, "operator '(.+?)'");
        List<String> types = c.message
                .lines()
                .filter(line -> line.contains("type:"))
                .map(line -> line.replaceAll(".*type: +", ""))
                .toList();
        if (types.size() == 2) {
            String text = "`" + operator + "` does not go between " + article(types.get(0)) + " and "
                    + article(types.get(1)) + ".";
            boolean words = types.contains("String");
            return operator.matches("[<>]=?") && words
                    ? text + "\nTexts are ordered with a.compareTo(b)."
                    : operator.equals("*") && words
                            ? text + "\nA text is repeated with \"ab\".repeat(3)."
                            : operator.equals("%") && types.get(0).equals("String")
                                    ? text + "\nValues are put into a text with String.format(\"%.2f\", x)."
                                    : text;
        }
        return capital(c.message.replaceAll(
                        "bad operand type (\\S+) for unary operator '(.+?)'", "`$2` does not go with a $1"))
                + ".";
    }

    private static String arguments(Context c) {
        String required = last(c.message, "required: +(.+)");
        String found = last(c.message, "found: +(.+)");
        String name = last(c.message, "(?:method|constructor|record|enum|class) (\\S+) in ");
        if (required.isEmpty() || found.isEmpty()) {
            return capital(c.message);
        }
        String takes = required.equals("no arguments") ? "no arguments" : "(" + required + ")";
        String gets = found.equals("no arguments") ? "none" : "(" + found + ")";
        return "`" + name + "` takes " + takes + ", and here it gets " + gets + "." + ways(name, gets, takes);
    }

    private static String character(Context c) {
        String character = last(c.message, "'(.+)'");
        if (character.matches("[\u201c\u201d\u201e]|\\\\u201[cdeCDE]")) {
            return "Typographic quotes are no quotes for Java: write \".";
        }
        if (character.equals("#")) {
            return "A comment starts with //.";
        }
        return "Java does not know the character " + character + " here.";
    }

    private static String inferred(Context c) {
        if (c.message.contains("'null'")) {
            return "var cannot guess a type from null: write the type, as in String s = null;";
        }
        if (c.message.contains("lambda") || c.message.contains("method reference")) {
            return "A lambda alone has no type: write one, as in Function<Integer, Integer> f = x -> x + 1;";
        }
        if (c.message.contains("array initializer")) {
            return "var cannot guess the type of { ... }: write int[] a = {1, 2}; or var a = new int[] {1, 2};";
        }
        if (c.message.contains("without initializer")) {
            return "var needs a value to guess the type from: write the type instead.";
        }
        if (c.message.contains("self-referencing")) {
            return "var cannot guess the type from the variable itself: write the type.";
        }
        if (c.message.contains("'void'")) {
            return "This call has no value (its result is void), so there is nothing to keep in a variable.";
        }
        return c.message.contains("no initializer")
                ? "var needs a value to guess the type from: write the type instead."
                : capital(c.message);
    }

    private static String boxed(String primitive) {
        return switch (primitive) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> primitive.isEmpty() ? "" : Character.toUpperCase(primitive.charAt(0)) + primitive.substring(1);
        };
    }

    private static String article(String noun) {
        return (noun.matches("(?i)[aeio].*") ? "an " : "a ") + noun;
    }

    private static String last(String message, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
