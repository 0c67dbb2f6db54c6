package jacobi.notation;

import jacobi.source.Node;
import jacobi.source.Token;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a cell's nodes into plain Java, bottom up: a node whose parts have types notation has a meaning for is written
 * as method calls, any other stays as typed. A form Java has no syntax for whose types nobody knows yet is written as a
 * call of a method that does not exist, so that the compiler finds the types of its parts.
 */
final class Rewriter {

    static final String TENSOR = "jacobi.tensor.Tensor";

    final String source;
    final Vocabulary vocabulary;
    final Types types;
    final Decisions decisions;
    private final Operations operations = new Operations(this);
    private final Assignments assignments;
    private final Unpacking unpacking = new Unpacking(this);
    private List<Node> top = List.of();
    private final Calls calls;
    private final IndexNotation indexing;
    final Lists lists;
    private final Map<String, String> returned = new HashMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** Readings so far: a list is read once to find its type and once to be written. */
    private final Map<Node, Rendered> read = new IdentityHashMap<>();

    /**
     * What compilations asked for.
     *
     * @param refused nodes to leave as typed, since what was written for them did not compile
     * @param truths tensors that stand where Java wants a boolean
     * @param narrowed whole powers that stand where Java wants an int
     * @param numbers what {@code item()} gives where Java wants a number of the kind named
     * @param renamed calls by PyTorch's spelling of a name, for the compiler knows them once they are rewritten
     */
    record Decisions(
            Set<Node> refused, Set<Node> truths, Set<Node> narrowed, Map<Node, String> numbers, Set<Node> renamed) {}

    Rewriter(String source, Vocabulary vocabulary, Types types, Decisions decisions) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.types = types;
        this.decisions = decisions;
        this.lists = new Lists(this);
        this.calls = new Calls(this, lists);
        this.indexing = new IndexNotation(this, lists);
        this.assignments = new Assignments(this, operations, indexing, lists);
    }

    /**
     * What notation itself has to say against a cell.
     *
     * @param call what it is about; that javac does not know a name in there has the same reason
     */
    record Problem(Diagnostic diagnostic, Node call) {
        boolean explains(Diagnostic error, int position) {
            return error.code().contains("cant.resolve") && call.start() <= position && position < call.end();
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void problem(Node node, Node call, String code, String message) {
        problems.add(new Problem(new Diagnostic(code, node.start(), node.start(), node.end(), message), call));
    }

    Rendered.Draft draft(Node.Cell cell) {
        findMethods(cell);
        top = cell.children();
        return new Rendered.Draft(read(cell), source);
    }

    Rendered read(Node node) {
        Rendered known = read.get(node);
        if (known == null) {
            known = decided(node);
            read.put(node, known);
        }
        return known;
    }

    /** Makes what stands for a node known. */
    void known(Node node, Rendered rendered) {
        read.put(node, rendered);
    }

    private Rendered decided(Node node) {
        Rendered rendered = form(node);
        if (decisions.truths().contains(node) && TENSOR.equals(rendered.type)) {
            return truth(rendered);
        }
        String wanted = decisions.numbers().get(node);
        if (wanted != null) {
            return primitive(rendered, wanted);
        }
        if (decisions.narrowed().contains(node)) {
            int start = node.start();
            int end = node.end();
            Rendered narrow = new Rendered(new Node.Paren(start, end, node));
            return finished(
                    narrow.put("Math.toIntExact(", start, end).add(rendered).put(")", start, end), "int");
        }
        return rendered;
    }

    private Rendered form(Node node) {
        if (node instanceof Node.Literal literal) {
            return Rendered.same(node, Types.literal(literal), true);
        } else if (node instanceof Node.Name name) {
            String known = types.of(name);
            if ("Number".equals(types.variable(name.text()))) {
                types.isJavas(name);
            }
            return Rendered.same(node, known != null ? known : types.variable(name.text()), true);
        } else if (node instanceof Node.Select select) {
            return select(select);
        } else if (node instanceof Node.Call call) {
            return calls.read(call);
        } else if (node instanceof Node.New made) {
            return calls.made(made);
        } else if (node instanceof Node.Index index) {
            return indexing.read(index);
        } else if (node instanceof Node.Sequence sequence) {
            return lists.read(sequence, Wanted.VALUE);
        } else if (node instanceof Node.Unary unary) {
            return operations.unary(unary);
        } else if (node instanceof Node.Binary binary) {
            return operations.binary(binary);
        } else if (node instanceof Node.Assign assign) {
            return assignments.assign(assign);
        } else if (node instanceof Node.Unpack unpack) {
            return unpacking.read(unpack, top.contains(unpack));
        } else if (node instanceof Node.Each each) {
            return unpacking.each(each);
        } else if (node instanceof Node.Conditional conditional) {
            return conditional(conditional);
        } else if (node instanceof Node.Cast cast) {
            return cast(cast);
        } else if (node instanceof Node.Paren paren) {
            return paren(paren);
        } else if (node instanceof Node.Test test) {
            Rendered inner = condition(test.inner());
            return new Rendered(node).add(inner);
        } else if (node instanceof Node.Local local) {
            return local(local);
        } else if (node instanceof Node.Scope || node instanceof Node.Method) {
            types.open();
            Rendered rendered = parts(node);
            types.close();
            return rendered;
        }
        return parts(node);
    }

    /** A node as it stands, its parts read. */
    private Rendered parts(Node node) {
        List<Rendered> parts = new ArrayList<>();
        for (Node child : node.children()) {
            parts.add(read(child));
        }
        return around(node, parts);
    }

    /** A node as it stands around its parts. */
    Rendered around(Node node, List<Rendered> parts) {
        Rendered rendered = new Rendered(node);
        int at = node.start();
        for (Rendered part : parts) {
            rendered.copy(at, part.node.start()).add(part);
            at = part.node.end();
        }
        rendered.copy(at, node.end());
        rendered.type = types.of(node);
        rendered.primary = node instanceof Node.New
                || node instanceof Node.Other other && !source.startsWith("switch", other.start());
        return rendered;
    }

    static Rendered finished(Rendered rendered, String type) {
        rendered.rewritten = true;
        rendered.primary = true;
        rendered.type = type;
        return rendered;
    }

    /** What stands in brackets without them, for a place between others. */
    Rendered bare(Rendered rendered) {
        if (rendered.node instanceof Node.Paren paren && !rendered.rewritten) {
            boolean tight = source.substring(paren.start() + 1, paren.inner().start())
                            .isBlank()
                    && source.substring(paren.inner().end(), paren.end() - 1).isBlank();
            return tight ? bare(read(paren.inner())) : rendered;
        }
        return rendered;
    }

    /** Spaces between two words, kept only where they hold a comment or the end of a line. */
    Rendered gap(Rendered rendered, int start, int end) {
        return source.substring(start, end).isBlank()
                        && source.substring(start, end).indexOf('\n') < 0
                ? rendered
                : rendered.copy(start, end);
    }

    private Rendered select(Node.Select select) {
        Rendered target = read(select.target());
        Rendered rendered = around(select, List.of(target));
        rendered.primary = true;
        Method attribute = decisions.refused().contains(select)
                ? null
                : vocabulary
                        .jacobi(target.type)
                        .map(c -> Vocabulary.attribute(c, select.name().text()))
                        .orElse(null);
        if (attribute == null) {
            if (rendered.type == null
                    && Types.isArray(target.type)
                    && select.name().text().equals("length")) {
                rendered.type = "int";
            }
            return rendered;
        }
        Token name = select.name();
        Rendered call =
                new Rendered(select).addPrimary(target).copy(select.target().end(), name.start());
        if (attribute.getName().equals(name.text())) {
            call.copy(name.start(), name.end());
        } else {
            call.put(attribute.getName(), name.start(), name.end());
        }
        call.put("()", name.start(), name.end());
        return finished(call, Vocabulary.nameOf(attribute.getReturnType()));
    }

    static String typeOfCall(Class<?> type, String method) {
        return Vocabulary.commonType(Vocabulary.methods(type, method));
    }

    /** A boolean as a tensor; any other value as it is. */
    Rendered asTensor(Rendered value) {
        if (!Types.isBoolean(value.type)) {
            return value;
        }
        int start = value.node.start();
        int end = value.node.end();
        Node whole = new Node.Paren(start, end, value.node);
        return finished(
                new Rendered(whole).put("tensor(", start, end).add(value).put(")", start, end), TENSOR);
    }

    /** Whether evaluating {@code node} changes nothing that the evaluation of a neighbour could notice. */
    boolean isQuiet(Node node) {
        boolean quiet;
        if (node instanceof Node.Unary unary) {
            quiet = !unary.operator().is("++") && !unary.operator().is("--");
        } else if (node instanceof Node.Call call) {
            quiet = calls.isQuiet(call);
        } else {
            quiet = !(node instanceof Node.Assign
                    || node instanceof Node.Scope
                    || node instanceof Node.New
                    || node instanceof Node.Other);
        }
        return quiet && node.children().stream().allMatch(this::isQuiet);
    }

    /** Whether {@code node} has one value, whenever it is evaluated. */
    static boolean isConstant(Node node) {
        boolean constant = node instanceof Node.Literal
                || node instanceof Node.Ellipsis
                || node instanceof Node.Slice
                || node instanceof Node.Sequence
                || node instanceof Node.Paren
                || node instanceof Node.Unary unary
                        && !unary.operator().is("++")
                        && !unary.operator().is("--");
        return constant && node.children().stream().allMatch(Rewriter::isConstant);
    }

    /** A call of a method that is not there, for the compiler to find the types of {@code parts}. */
    Rendered marker(Node node, String name, List<Rendered> parts) {
        Rendered marker = new Rendered(node).put(name + "(", node.start(), node.end());
        String separator = "";
        for (Rendered part : parts) {
            marker.put(separator, part.node.start(), part.node.start()).add(part);
            separator = ", ";
        }
        marker.put(")", node.start(), node.end());
        marker.primary = true;
        marker.marker = true;
        return marker;
    }

    private Rendered conditional(Node.Conditional conditional) {
        Rendered test = condition(conditional.test());
        Rendered yes = read(conditional.yes());
        Rendered no = read(conditional.no());
        Rendered rendered = around(conditional, List.of(test, yes, no));
        if (rendered.type == null) {
            boolean same = yes.type != null && yes.type.equals(no.type);
            rendered.type = same ? yes.type : null;
        }
        return rendered;
    }

    /** What stands where Java wants a boolean. */
    Rendered condition(Node node) {
        Rendered rendered = read(node);
        return TENSOR.equals(rendered.type) && !decisions.refused().contains(node) ? truth(rendered) : rendered;
    }

    Rendered truth(Rendered tensor) {
        int start = tensor.node.start();
        int end = tensor.node.end();
        Node whole = new Node.Paren(start, end, tensor.node);
        return finished(new Rendered(whole).addPrimary(tensor).put(".isTrue()", start, end), "boolean");
    }

    /** A {@link Number}, which Java cannot compute with, as a primitive; any other value as it is. */
    Rendered primitive(Rendered value, String type) {
        if (!types.isTensors(value.node, value.type)) {
            return value;
        }
        int start = value.node.start();
        int end = value.node.end();
        Rendered rendered = new Rendered(new Node.Paren(start, end, value.node));
        String exact = type.equals("int") ? "Numbers.toInt(" : type.equals("long") ? "Numbers.toLong(" : null;
        if (exact == null) {
            rendered.addPrimary(value).put("." + type + "Value()", start, end);
        } else {
            rendered.put(exact, start, end).add(value).put(")", start, end);
        }
        return finished(rendered, type);
    }

    private Rendered cast(Node.Cast cast) {
        if (cast.operand() instanceof Node.Sequence sequence) {
            return around(cast, List.of(lists.read(sequence, Wanted.of(cast.type()))));
        }
        Rendered operand = read(cast.operand());
        String conversion = switch (cast.type()) {
            case "double", "Double" -> "toDouble";
            case "float", "Float" -> "toFloat";
            case "int", "Integer", "short", "byte", "char" -> "toInt";
            case "long", "Long" -> "toLong";
            case "boolean", "Boolean" -> "isTrue";
            default -> null;
        };
        if (conversion == null
                || !TENSOR.equals(operand.type)
                || decisions.refused().contains(cast)) {
            Rendered rendered = around(cast, List.of(operand));
            types.isJavas(cast);
            rendered.type = rendered.type == null ? cast.type() : rendered.type;
            return rendered;
        }
        int start = cast.start();
        int end = operand.node.start();
        boolean narrower = Set.of("short", "byte", "char").contains(cast.type());
        Rendered call = narrower ? new Rendered(cast).copy(start, end) : new Rendered(cast);
        call.addPrimary(operand).put("." + conversion + "()", start, end);
        finished(call, cast.type()).primary = !narrower;
        return call;
    }

    /** Brackets around what has become one call fall away. */
    private Rendered paren(Node.Paren paren) {
        Rendered inner = read(paren.inner());
        if (!inner.rewritten || !inner.primary) {
            Rendered rendered = around(paren, List.of(inner));
            rendered.type = rendered.type == null ? inner.type : rendered.type;
            rendered.primary = true;
            return rendered;
        }
        Rendered bare = new Rendered(paren);
        if (paren.start() > 0 && Character.isJavaIdentifierPart(source.charAt(paren.start() - 1))) {
            bare.put(" ", paren.start(), paren.start() + 1);
        }
        gap(gap(bare, paren.start() + 1, inner.node.start()).add(inner), inner.node.end(), paren.end() - 1);
        if (paren.end() < source.length() && Character.isJavaIdentifierPart(source.charAt(paren.end()))) {
            bare.put(" ", paren.end() - 1, paren.end());
        }
        return finished(bare, inner.type);
    }

    private Rendered local(Node.Local local) {
        Rendered value = null;
        if (local.value() instanceof Node.Sequence sequence) {
            value = lists.read(sequence, local.each() ? Wanted.VALUE : Wanted.of(local.type()));
        } else if (local.value() != null) {
            value = read(local.value());
            if (local.type().equals("boolean") && TENSOR.equals(value.type)) {
                value = truth(value);
            }
        }
        String type = local.type().equals("var") && value != null && !local.each() ? value.type : null;
        if (local.each() && value != null && TENSOR.equals(value.type)) {
            type = TENSOR;
        }
        if (type == null && !local.type().equals("var") && !local.type().isEmpty()) {
            type = declared(local.type());
        }
        types.declare(local.name().text(), type);
        return around(local, value == null ? List.of() : List.of(value));
    }

    /** The qualified name of a type as written, as far as notation asks about it. */
    private String declared(String written) {
        String plain = Types.plain(written);
        return vocabulary
                .findSimple(plain)
                .map(type -> Types.tensor(type.getName()))
                .orElse(plain.equals("String") ? "java.lang.String" : plain);
    }

    /** What a method of the cell returns, whatever its arguments; null where several of the name differ. */
    String returned(String method) {
        return returned.get(method);
    }

    private void findMethods(Node.Cell cell) {
        for (Node item : cell.children()) {
            if (item instanceof Node.Method method) {
                String type = declared(method.type());
                returned.merge(method.name().text(), type, (one, other) -> one.equals(other) ? one : "");
            }
        }
        returned.values().removeIf(String::isEmpty);
    }
}
