package jacobi.repl.failure;

import static jacobi.language.Say.say;

import jacobi.notation.Diagnostic;
import java.util.Map;
import java.util.function.Function;

/** javac's words made plain: what is wrong, and what to write instead. Errors not in the table keep javac's words. */
public final class PlainWords {
    private static final Map<String, Function<ErrorInSource, String>> TABLE = Map.ofEntries(
            Map.entry("expected", SyntaxWords::expected),
            Map.entry("expected2", SyntaxWords::expected),
            Map.entry("expected3", SyntaxWords::expected),
            Map.entry("expected4", SyntaxWords::expected),
            Map.entry("unclosed.str.lit", c -> say("compile.text-unclosed")),
            Map.entry("unclosed.char.lit", c -> say("compile.char-unclosed", "quoted", SyntaxWords.quoted(c.rest()))),
            Map.entry("notation.err.text", c -> c.message()),
            Map.entry("jacobi.err.full-width", c -> c.error().words()),
            Map.entry("empty.char.lit", c -> say("compile.char-empty")),
            Map.entry("unclosed.comment", c -> say("compile.comment-unclosed")),
            Map.entry("unclosed.text.block", c -> say("compile.block-unclosed")),
            Map.entry(
                    "premature.eof", c -> say("compile.ends-early", "missing", SyntaxWords.missingBracket(c.source()))),
            Map.entry("illegal.start.of.expr", c -> say("compile.value-missing")),
            Map.entry("illegal.start.of.type", c -> say("compile.declaration-expected")),
            Map.entry("not.stmt", SyntaxWords::notStatement),
            Map.entry("prob.found.req", TypeWords::incompatible),
            Map.entry(
                    "type.found.req",
                    c -> c.message().contains("required: reference")
                            ? say("compile.type-argument", "class", TypeWords.boxed(c.span()), "type", c.span())
                            : c.words()),
            Map.entry("cant.resolve", NameWords::unknown),
            Map.entry("cant.resolve.args", NameWords::unknown),
            Map.entry("cant.resolve.location", NameWords::unknown),
            Map.entry("cant.resolve.location.args", NameWords::unknown),
            Map.entry("cant.resolve.location.args.params", NameWords::unknown),
            Map.entry("missing.ret.stmt", c -> say("compile.return-missing")),
            Map.entry("unreported.exception.need.to.catch.or.throw", c -> {
                String name = c.message().replaceAll(".*exception (\\w+);.*", "$1");
                return say("compile.exception-unreported", "exception", name);
            }),
            Map.entry(
                    "var.might.not.have.been.initialized",
                    c -> say("compile.no-value-yet", "name", c.matched("variable (\\w+)"))),
            Map.entry("already.defined", SyntaxWords::twice),
            Map.entry("operator.cant.be.applied", TypeWords::operator),
            Map.entry("operator.cant.be.applied.1", TypeWords::operator),
            Map.entry("cant.apply.symbol", MethodWords::arguments),
            Map.entry("cant.apply.symbols", MethodWords::versions),
            Map.entry(
                    "non-static.cant.be.ref",
                    c -> say("compile.not-static", "name", c.matched("^non-static \\S+ (.+?) cannot"))),
            Map.entry("does.not.override.abstract", MethodWords::unwritten),
            Map.entry(
                    "incomparable.types",
                    c -> say(
                            "compile.incomparable",
                            "left",
                            c.matched("types: (.+?) (?:and|cannot)"),
                            "right",
                            c.matched("(?:and|to) (.+)$"))),
            Map.entry("array.req.but.found", c -> say("compile.no-array", "type", c.matched("but (.+) found"))),
            Map.entry("cant.deref", c -> say("compile.bare-value", "type", c.matched("^(\\S+) cannot"))),
            Map.entry(
                    "unreachable.stmt",
                    c -> say(
                            c.line().matches(".*\\b(while|for)\\b.*\\bfalse\\b.*")
                                    ? "compile.loop-never-runs"
                                    : "compile.line-never-runs")),
            Map.entry(
                    "try.with.resources.expr.effectively.final.var",
                    c -> say("compile.try-variable", "name", c.span())),
            Map.entry("not.exhaustive", SyntaxWords::notExhaustive),
            Map.entry("not.exhaustive.statement", SyntaxWords::notExhaustive),
            Map.entry("catch.without.try", c -> say("compile.catch-alone")),
            Map.entry("finally.without.try", c -> say("compile.finally-alone")),
            Map.entry("try.without.catch.finally.or.resource.decls", SyntaxWords::bareTry),
            Map.entry("try.without.catch.or.finally", SyntaxWords::bareTry),
            Map.entry(
                    "foreach.not.applicable.to.type",
                    c -> say("compile.loop-elements", "type", c.matched("found: +(.+)"))),
            Map.entry(
                    "override.weaker.access",
                    c -> say("compile.override-public", "method", c.matched("^(\\S+\\(.*?\\)) in "))),
            Map.entry("invalid.meth.decl.ret.type.req", c -> say("compile.result-type")),
            Map.entry("else.without.if", c -> say("compile.else-alone")),
            Map.entry("illegal.char", SyntaxWords::character),
            Map.entry("int.number.too.large", c -> say("compile.int-too-large")),
            Map.entry("cant.infer.local.var.type", TypeWords::inferred),
            Map.entry("cant.ref.non.effectively.final.var", c -> say("compile.lambda-variable")),
            Map.entry("preview.feature.disabled", SyntaxWords::preview),
            Map.entry("preview.feature.disabled.plural", SyntaxWords::preview),
            Map.entry("report.access", TypeWords::access),
            Map.entry("break.outside.switch.loop", c -> say("compile.break-outside")),
            Map.entry("cont.outside.loop", c -> say("compile.continue-outside")),
            Map.entry(
                    "cant.assign.val.to.var", c -> say("compile.final-variable", "name", c.matched("variable (\\w+)"))),
            Map.entry("limit.code", c -> say("compile.method-too-large")),
            Map.entry("limit.code.too.large.for.try.stmt", c -> say("compile.try-too-large")),
            Map.entry("limit.string", c -> say("compile.text-too-long")),
            Map.entry(
                    "abstract.cant.be.instantiated",
                    c -> say("compile.abstract", "type", c.matched("^(\\S+) is abstract"))),
            Map.entry("doesnt.exist", NameWords::noPackage),
            Map.entry("illegal.initializer.for.type", c -> say("compile.braces-make-arrays")),
            Map.entry("not.loop.label", c -> say("compile.label", "label", c.matched("(\\w+)$"))),
            Map.entry(
                    "not.def.public.cant.access",
                    c -> say(
                            "compile.not-public",
                            "what",
                            c.matched("^(.+?) is not public"),
                            "home",
                            c.matched("not public in (.+?)(?:;|$)"))),
            Map.entry("void.not.allowed.here", c -> say("compile.void-value")),
            Map.entry("missing.meth.body.or.decl.abstract", c -> say("compile.no-body")));

    private final KnownNames known;

    /** @param known the names a cell may use */
    public PlainWords(KnownNames known) {
        this.known = known;
    }

    boolean isFunction(String name) {
        return known.functions().contains(name);
    }

    boolean isVariable(String name) {
        return known.variables().contains(name);
    }

    /** The text of an error, one or more lines. */
    public String of(Diagnostic error, String source) {
        String key = error.code().replace("compiler.err.", "");
        boolean atEnd = error.position() >= source.stripTrailing().length();
        if (atEnd
                && (key.startsWith("illegal.start") || key.startsWith("expected"))
                && SyntaxWords.openBracket(source) != 0) {
            key = "premature.eof";
        }
        Function<ErrorInSource, String> words = TABLE.get(key);
        ErrorInSource found = new ErrorInSource(error, source, Wording.simpleNames(error.message()), known);
        if (words != null) {
            return words.apply(found);
        }
        // A name stands first: cat has no argument named 'axes'.
        return key.startsWith("notation.err.argument.") ? found.message() : found.sentence();
    }
}
