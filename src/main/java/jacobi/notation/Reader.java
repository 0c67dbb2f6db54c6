package jacobi.notation;

import static jacobi.language.Say.say;

import jacobi.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One cell on its way to plain Java: draft, compile, learn, draft again, until a draft compiles or nothing changes. */
final class Reader<C extends Compilation> {

    /** A {@link Number} where Java wants a primitive, or a box. */
    private static final Pattern NUMBER =
            Pattern.compile("Number cannot be converted to (Double|Float|Long|Integer|double|float|long|int)\\b");

    private final String source;
    private final Node.Cell cell;
    private final Vocabulary vocabulary;
    private final Compiler<C> compiler;
    private final Types types = new Types();
    private final Rewriter.Decisions decisions =
            new Rewriter.Decisions(identitySet(), identitySet(), identitySet(), new IdentityHashMap<>(), identitySet());
    private final Map<String, C> compiled = new HashMap<>();
    private Rendered.Draft reached;
    private List<Rewriter.Problem> problems = List.of();

    Reader(String source, Node.Cell cell, Vocabulary vocabulary, Compiler<C> compiler) {
        this.source = source;
        this.cell = cell;
        this.vocabulary = vocabulary;
        this.compiler = compiler;
    }

    private static Set<Node> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Reads on from a compilation of the cell as typed, or, where Java has no syntax for it, from none: null. */
    Translation<C> read(C typed) {
        Rendered.Draft draft = typed == null ? draft() : new Rendered.Draft(Rendered.typed(cell), source);
        C compilation = typed == null ? compiler.compile(draft.plain, draft.map) : typed;
        while (!compilation.diagnostics().isEmpty()) {
            compiled.put(draft.plain, compilation);
            types.learn(cell, draft, compilation);
            draft.markers().forEach(marker -> types.question(original(marker.node)));
            String last = draft.plain;
            Rendered.Draft failed = draft;
            decide(failed, compilation, false);
            draft = draft();
            if (draft.plain.equals(last)) {
                // Knowing more did not help.
                decide(failed, compilation, true);
                draft = draft();
            }
            C known = compiled.get(draft.plain);
            if (known != null) {
                return new Translation<>(failed(draft, known), known);
            }
            compilation = compiler.compile(draft.plain, draft.map);
        }
        reached = draft;
        List<String> notes = Notes.of(source, cell, draft::place, compilation);
        return new Translation<>(new Reading(source, draft.plain, draft.map, List.of(), notes), compilation);
    }

    /** How far reading came: plain Java but for the parts nobody could read. */
    String reached() {
        return reached.plain;
    }

    /** The cell's syntax in Java's forms, with no type known. */
    Reading outline() {
        Rendered.Draft draft = draft();
        return new Reading(source, draft.plain, draft.map, List.of(), List.of());
    }

    private Rendered.Draft draft() {
        Rewriter rewriter = new Rewriter(source, vocabulary, types, decisions);
        Rendered.Draft draft = rewriter.draft(cell);
        problems = rewriter.problems();
        return draft;
    }

    /**
     * What the errors of a draft ask for: a truth, an int, or leaving a node as typed.
     *
     * @param strictly whether to give up nodes, too, of whose parts more is known by now
     */
    private void decide(Rendered.Draft draft, Compilation compilation, boolean strictly) {
        for (Diagnostic error : compilation.diagnostics()) {
            boolean mismatch = error.code().contains("prob.found.req");
            Rendered part = mismatch ? draft.at(error.start(), error.end()) : null;
            if (part != null && isWanted(part, error.message())) {
                continue;
            }
            if (error.code().contains("cant.apply.symbol") && areWanted(draft, error)) {
                continue;
            }
            Rendered written;
            if (part != null) {
                // What stands here is right; what was put around it may not be.
                written = draft.rewrittenAround(part);
            } else {
                written = draft.rewrittenAt(error.position());
                written = draft.map.isTyped(error.position()) && !isUnknownNet(written, draft, error) ? null : written;
            }
            boolean fixed = written == null || written.marker || written.node instanceof Node.Sequence;
            if (!fixed && (strictly || wasRight(draft, original(written.node)))) {
                decisions.refused().add(original(written.node));
            }
        }
    }

    /**
     * Whether a call was read as one of a variable that is a net, and there is no such variable: it is of a method,
     * which may come.
     */
    private boolean isUnknownNet(Rendered written, Rendered.Draft draft, Diagnostic error) {
        return written != null
                && written.node instanceof Node.Call call
                && call.target() == null
                && error.code().contains("cant.resolve")
                && draft.map.toSource(error.start()) == call.start();
    }

    /** Whether a node was written knowing the types of its parts; else it is written again, knowing better. */
    private boolean wasRight(Rendered.Draft draft, Node node) {
        return node.children().stream().allMatch(part -> {
            String assumed = draft.assumed(part);
            String found = types.of(part);
            return found == null || found.equals(assumed);
        });
    }

    /** Whether a value of one type stands where Java wants another that it can give. */
    private boolean isWanted(Rendered part, String message) {
        Node node = original(part.node);
        if (message.contains("Tensor cannot be converted to boolean")) {
            types.learn(node, Rewriter.TENSOR);
            return decisions.truths().add(node);
        }
        String kind = kindWanted(message);
        if (kind != null && types.isTensors(node, Types.NUMBER)) {
            types.learn(node, Types.NUMBER);
            return decisions.numbers().put(node, kind) == null;
        }
        return message.contains("from long to int")
                && node instanceof Node.Binary power
                && power.operator().is("**")
                && decisions.narrowed().add(node);
    }

    /** Whether a method wants numbers of some kind where a call has some of unknown kind. */
    private boolean areWanted(Rendered.Draft draft, Diagnostic error) {
        String kind = kindWanted(error.message());
        return kind != null && areWanted(cell, draft.map.toSource(error.position()), kind);
    }

    /** The primitive a message wants of a {@link Number}: of several forms of a method the one that loses nothing. */
    private static String kindWanted(String message) {
        List<String> kinds =
                NUMBER.matcher(message).results().map(found -> found.group(1)).toList();
        return kinds.isEmpty() ? null : kinds.contains("double") ? "double" : Types.primitive(kinds.get(0));
    }

    private boolean areWanted(Node node, int position, String kind) {
        boolean found = false;
        if (node instanceof Node.Call call
                && (call.target() == null ? call.start() : call.target().end()) <= position
                && position < call.open()) {
            for (Node argument : call.arguments()) {
                found |= types.isTensors(argument, types.of(argument))
                        && decisions.numbers().put(argument, kind) == null;
            }
        }
        for (Node child : node.children()) {
            found |= areWanted(child, position, kind);
        }
        return found;
    }

    /** The node that a part put around it stands for. */
    private static Node original(Node node) {
        if (node instanceof Node.Test test) {
            return original(test.inner());
        }
        boolean around = node instanceof Node.Paren paren
                && paren.start() == paren.inner().start()
                && paren.end() == paren.inner().end();
        return around ? original(((Node.Paren) node).inner()) : node;
    }

    /** The way from a tensor to its number where that is what is missing. */
    private static String advice(Diagnostic error) {
        return error.message().matches("(?s).*Tensor cannot be converted to (double|float|long|int)\\b.*")
                ? "\n  " + say("notation.tensor-to-number")
                : "";
    }

    /** Of variables that get their values together and that nobody declared: one error that declares them. */
    private void undeclared(Node node, List<Diagnostic> errors) {
        node.children().forEach(child -> undeclared(child, errors));
        if (!(node instanceof Node.Unpack unpack) || unpack.declares()) {
            return;
        }
        List<Diagnostic> unknown = errors.stream()
                .filter(error -> error.code().contains("cant.resolve")
                        && unpack.targets().stream()
                                .anyMatch(target -> target instanceof Node.Name
                                        && target.start() == error.start()
                                        && target.end() == error.end()))
                .toList();
        if (!unknown.isEmpty()) {
            errors.removeAll(unknown);
            Node first = unpack.targets().get(0);
            Node last = unpack.targets().get(unpack.targets().size() - 1);
            String names =
                    String.join(", ", unpack.targets().stream().map(this::text).toList());
            String declaration =
                    "var (" + names + ") " + source.substring(unpack.operator().start(), unpack.end());
            errors.add(new Diagnostic(
                    "notation.err.undeclared",
                    first.start(),
                    first.start(),
                    last.end(),
                    say("notation.reader.new-variables-declared-var", "declaration", declaration.strip())));
        }
    }

    private String text(Node node) {
        return source.substring(node.start(), node.end());
    }

    /** The cell with its errors, each at the characters the student typed. */
    private Reading failed(Rendered.Draft draft, Compilation compilation) {
        List<Diagnostic> errors = new ArrayList<>();
        problems.forEach(problem -> errors.add(problem.diagnostic()));
        for (Diagnostic error : compilation.diagnostics()) {
            Rendered part = draft.rewrittenAt(error.position());
            int position = draft.map.toSource(error.position());
            boolean ours = part != null && part.marker && !draft.map.isTyped(error.position())
                    || problems.stream().anyMatch(problem -> problem.explains(error, position));
            if (!ours) {
                Rendered whole = draft.at(error.start(), error.end());
                int start = whole != null ? whole.node.start() : Math.min(position, draft.map.toSource(error.start()));
                int end = whole != null ? whole.node.end() : Math.max(start, draft.map.endToSource(error.end()));
                errors.add(new Diagnostic(
                        error.code(),
                        start,
                        position,
                        end,
                        error.message() + advice(error),
                        error.words() + advice(error)));
            }
        }
        undeclared(cell, errors);
        for (Rendered marker : draft.markers()) {
            Diagnostic unread = Unread.explain(marker.node, types);
            // What a part of it lacks explains the whole.
            if (errors.stream().noneMatch(e -> unread.start() <= e.start() && e.end() <= unread.end())) {
                errors.add(unread);
            }
        }
        errors.sort(Comparator.comparingInt(Diagnostic::position));
        reached = draft;
        return draft.markers().isEmpty()
                ? new Reading(source, draft.plain, draft.map, errors, List.of())
                : new Reading(source, source, PositionMap.identity(source), errors, List.of());
    }
}
