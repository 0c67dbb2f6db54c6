package jacobi.notation;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Calls calls;
    private final Indexing indexing;
    private final Lists lists;
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** Readings so far: a list is read once to find its type and once to be written. */
    private final Map<Node, Rendered> read = new IdentityHashMap<>();

    /**
     * What compilations asked for.
     *
     * @param refused nodes to leave as typed, since what was written for them did not compile
     * @param truths tensors that stand where Java wants a boolean
     * @param narrowed whole powers that stand where Java wants an int
     */
    record Decisions(Set<Node> refused, Set<Node> truths, Set<Node> narrowed) {}

    Rewriter(String source, Vocabulary vocabulary, Types types, Decisions decisions) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.types = types;
        this.decisions = decisions;
        this.lists = new Lists(this);
        this.calls = new Calls(this, lists);
        this.indexing = new Indexing(this, lists);
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

    private Rendered decided(Node node) {
        Rendered rendered = form(node);
        if (decisions.truths().contains(node) && TENSOR.equals(rendered.type)) {
            return truth(rendered);
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
            return Rendered.same(node, literalType(literal), true);
        } else if (node instanceof Node.Name name) {
            String known = types.of(name);
            return Rendered.same(node, known != null ? known : types.variable(name.text()), true);
        } else if (node instanceof Node.Select select) {
            return select(select);
        } else if (node instanceof Node.Call call) {
            return calls.read(call);
        } else if (node instanceof Node.Index index) {
            return indexing.read(index);
        } else if (node instanceof Node.Sequence sequence) {
            return lists.read(sequence, Wanted.VALUE);
        } else if (node instanceof Node.Unary unary) {
            return unary(unary);
        } else if (node instanceof Node.Binary binary) {
            return binary(binary);
        } else if (node instanceof Node.Assign assign) {
            return assign(assign);
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
        } else if (node instanceof Node.Scope) {
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
        rendered.primary = node instanceof Node.Other other && !source.startsWith("switch", other.start());
        return rendered;
    }

    static Rendered finished(Rendered rendered, String type) {
        rendered.rewritten = true;
        rendered.primary = true;
        rendered.type = type;
        return rendered;
    }

    /** What stands in brackets without them, for a place between others. */
    private Rendered bare(Rendered rendered) {
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

    private static String literalType(Node.Literal literal) {
        String text = literal.text();
        return switch (literal.token().kind()) {
            case STRING -> "java.lang.String";
            case CHARACTER -> "char";
            case NUMBER -> numberType(text.toLowerCase());
            default -> text.equals("null") ? "null" : "boolean";
        };
    }

    private static String numberType(String text) {
        boolean hexadecimal = text.startsWith("0x");
        if (text.endsWith("l")) {
            return "long";
        }
        if (hexadecimal ? text.contains("p") : text.contains(".") || text.contains("e") || text.endsWith("d")) {
            return text.endsWith("f") ? "float" : "double";
        }
        return !hexadecimal && text.endsWith("f") ? "float" : "int";
    }

    /** Whether notation's operators may have a meaning for values of this type. */
    boolean isOperand(String type) {
        return TENSOR.equals(type) || vocabulary.jacobi(type).isPresent();
    }

    /** Whether a value of that type goes with a tensor; one of unknown type may, once the compiler has been asked. */
    private boolean isScalar(String type) {
        return Types.isNumber(type) || Types.isBoolean(type) || type == null && types.asked();
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

    private Rendered unary(Node.Unary unary) {
        String symbol = unary.operator().text();
        if (symbol.equals("++") || symbol.equals("--")) {
            return around(unary, List.of(read(unary.operand())));
        }
        Rendered operand = read(unary.operand());
        String method = switch (symbol) {
            case "-" -> "neg";
            case "!" -> "logicalNot";
            case "~" -> "bitwiseNot";
            default -> "add";
        };
        Optional<Class<?>> type = vocabulary.jacobi(operand.type);
        boolean known =
                type.isPresent() && !Vocabulary.methods(type.get(), method).isEmpty();
        if (known && !decisions.refused().contains(unary)) {
            Token operator = unary.operator();
            Rendered call = gap(new Rendered(unary), operator.end(), operand.node.start());
            call.addPrimary(operand);
            if (!symbol.equals("+")) {
                call.put("." + method + "()", operator.start(), operator.end());
            }
            return finished(call, typeOfCall(type.get(), method));
        }
        if (symbol.equals("!") && TENSOR.equals(operand.type)) {
            operand = truth(operand);
        }
        Rendered rendered = around(unary, List.of(operand));
        if (rendered.type == null && !symbol.equals("!") && Types.isNumber(operand.type)) {
            rendered.type = operand.type;
        }
        return rendered;
    }

    static String typeOfCall(Class<?> type, String method) {
        return Vocabulary.commonType(Vocabulary.methods(type, method));
    }

    private Rendered binary(Node.Binary binary) {
        String symbol = binary.operator().text();
        if (symbol.equals("&&") || symbol.equals("||")) {
            Rendered rendered = around(binary, List.of(condition(binary.left()), condition(binary.right())));
            rendered.type = "boolean";
            return rendered;
        }
        Rendered left = read(binary.left());
        Rendered right = read(binary.right());
        Rendered rewritten = decisions.refused().contains(binary) ? null : operation(binary, left, right);
        if (rewritten != null) {
            return rewritten;
        }
        if (symbol.equals("**") || symbol.equals("@")) {
            return marker(binary, symbol.equals("**") ? "$pow" : "$matmul", List.of(left, right));
        }
        Rendered rendered = around(binary, List.of(left, right));
        if (rendered.type == null) {
            rendered.type = javaType(symbol, left.type, right.type);
        }
        return rendered;
    }

    /** The type Java gives an operation whose parts the compiler has not seen as they will stand. */
    private static String javaType(String symbol, String left, String right) {
        if ("< <= > >= == !=".contains(symbol)) {
            return "boolean";
        }
        if (symbol.equals("+") && (Types.isString(left) || Types.isString(right))) {
            return "java.lang.String";
        }
        if (!Types.isNumber(left) || !Types.isNumber(right)) {
            return null;
        }
        if (Types.isFraction(left) || Types.isFraction(right)) {
            return "double";
        }
        return left.contains("ong") || right.contains("ong") ? "long" : "int";
    }

    private Rendered operation(Node.Binary binary, Rendered left, Rendered right) {
        Token symbol = binary.operator();
        Operator operator = Operator.of(symbol.text());
        if (operator == null) {
            return null;
        }
        Optional<Class<?>> leftClass = vocabulary.jacobi(left.type);
        Optional<Class<?>> rightClass = vocabulary.jacobi(right.type);
        if (leftClass.isPresent() && !(symbol.is("+") && Types.isString(right.type))) {
            String method = operator.methodOf(leftClass.get(), "");
            return method == null
                    ? null
                    : call(
                            binary,
                            left,
                            method,
                            operand(right, leftClass.get(), method),
                            typeOfCall(leftClass.get(), method));
        }
        if (rightClass.isPresent() && isScalar(left.type)) {
            return numberFirst(binary, operator, left, right, rightClass.get());
        }
        if (symbol.is("**") && Types.isNumber(left.type) && Types.isNumber(right.type)) {
            return power(binary, left, right);
        }
        return null;
    }

    /** A boolean goes with a tensor as a tensor of its own, where no method takes it as it is. */
    private Rendered operand(Rendered value, Class<?> type, String method) {
        boolean taken = !Types.isBoolean(value.type)
                || Vocabulary.methods(type, method).stream().anyMatch(m -> m.getParameterTypes()[0] == boolean.class);
        return taken ? value : asTensor(value);
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

    private Rendered call(Node node, Rendered receiver, String method, Rendered argument, String type) {
        Token symbol = node instanceof Node.Binary binary ? binary.operator() : ((Node.Assign) node).operator();
        Rendered call = new Rendered(node).addPrimary(receiver);
        gap(call, receiver.node.end(), symbol.start()).put("." + method + "(", symbol.start(), symbol.end());
        gap(call, symbol.end(), argument.node.start()).add(bare(argument)).put(")", symbol.start(), symbol.end());
        return finished(call, type);
    }

    /**
     * {@code 2 * x} is {@code x.mul(2)}; where the sides cannot change, {@code n - x}, it is {@code Tensors.sub(n, x)}, or
     * {@code x.rsub(n)} of a class that has such a method.
     */
    private Rendered numberFirst(
            Node.Binary binary, Operator operator, Rendered left, Rendered right, Class<?> rightClass) {
        Token symbol = binary.operator();
        Operator mirror = operator.mirror();
        String function = operator.functionOn(vocabulary);
        String reversed = mirror == null ? operator.reversedOf(rightClass) : null;
        if ((mirror != null || reversed != null)
                && (isConstant(left.node) || isQuiet(left.node) && isQuiet(right.node))) {
            String method = mirror == null ? reversed : mirror.methodOf(rightClass, "");
            if (method == null) {
                return null;
            }
            Rendered call = new Rendered(binary);
            gap(call, symbol.end(), right.node.start()).addPrimary(right);
            call.put("." + method + "(", symbol.start(), symbol.end());
            call.add(bare(operand(left, rightClass, method))).put(")", symbol.start(), symbol.end());
            return finished(call, typeOfCall(rightClass, method));
        }
        if (function == null || !TENSOR.equals(right.type)) {
            return null;
        }
        return function(binary, function, left, right, TENSOR);
    }

    private Rendered function(Node.Binary binary, String function, Rendered left, Rendered right, String type) {
        Token symbol = binary.operator();
        Rendered call = new Rendered(binary).put(function + "(", symbol.start(), symbol.end());
        gap(call.add(bare(left)), left.node.end(), symbol.start()).put(", ", symbol.start(), symbol.end());
        gap(call, symbol.end(), right.node.start()).add(bare(right)).put(")", symbol.start(), symbol.end());
        return finished(call, type);
    }

    /** Python's power of numbers: whole to a whole power is whole, to a negative one a fraction. */
    private Rendered power(Node.Binary binary, Rendered left, Rendered right) {
        boolean negative =
                binary.right() instanceof Node.Unary unary && unary.operator().is("-");
        boolean whole = Types.isWhole(left.type) && Types.isWhole(right.type) && !negative;
        return function(binary, whole ? "Powers.pow" : "Math.pow", left, right, whole ? "long" : "double");
    }

    /** Whether evaluating {@code node} changes nothing that the evaluation of a neighbour could notice. */
    boolean isQuiet(Node node) {
        boolean quiet;
        if (node instanceof Node.Unary unary) {
            quiet = !unary.operator().is("++") && !unary.operator().is("--");
        } else if (node instanceof Node.Call call) {
            quiet = calls.isQuiet(call);
        } else {
            quiet = !(node instanceof Node.Assign || node instanceof Node.Scope || node instanceof Node.Other);
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

    private Rendered assign(Node.Assign assign) {
        String symbol = assign.operator().text();
        if (assign.target() instanceof Node.Index index) {
            Rendered stored = indexing.assign(assign, index);
            if (stored != null) {
                return stored;
            }
        }
        Rendered target = read(assign.target());
        Rendered value = assign.value() instanceof Node.Sequence sequence
                ? lists.read(sequence, Wanted.of(target.type))
                : read(assign.value());
        boolean refused = decisions.refused().contains(assign);
        Operator operator = symbol.equals("=") ? null : Operator.of(symbol);
        Optional<Class<?>> type = vocabulary.jacobi(target.type);
        if (!refused && operator != null && type.isPresent()) {
            String method = operator.methodOf(type.get(), "_");
            if (method != null) {
                return call(assign, target, method, operand(value, type.get(), method), target.type);
            }
            method = operator.methodOf(type.get(), "");
            if (method != null && assign.target() instanceof Node.Name) {
                Token token = assign.operator();
                Rendered again = Rendered.same(new Node.Name(((Node.Name) assign.target()).token()), target.type, true);
                Rendered stored = new Rendered(assign).add(target).put(" = ", token.start(), token.end());
                stored.add(again).put("." + method + "(", token.start(), token.end());
                gap(stored, token.end(), value.node.start()).add(value).put(")", token.start(), token.end());
                finished(stored, target.type).primary = false;
                return stored;
            }
        }
        if (symbol.equals("**=") || symbol.equals("@=")) {
            if (!refused && symbol.equals("**=") && Types.isNumber(target.type) && Types.isNumber(value.type)) {
                return powerAssigned(assign, target, value);
            }
            return marker(assign, "$assign", List.of(target, value));
        }
        if (Types.isBoolean(target.type) && TENSOR.equals(value.type)) {
            value = truth(value);
        }
        Rendered rendered = around(assign, List.of(target, value));
        rendered.type = rendered.type == null ? target.type : rendered.type;
        return rendered;
    }

    /** {@code n **= 2} of a number in a variable is {@code n = Powers.pow(n, 2)}. */
    private Rendered powerAssigned(Node.Assign assign, Rendered target, Rendered value) {
        if (!(assign.target() instanceof Node.Name name)) {
            return marker(assign, "$assign", List.of(target, value));
        }
        Token token = assign.operator();
        boolean whole = Types.isWhole(target.type) && Types.isWhole(value.type);
        String cast = target.type.equals("long") || target.type.equals("double") ? "" : "(" + target.type + ") ";
        Rendered stored = new Rendered(assign).add(target);
        stored.put(" = " + cast + (whole ? "Powers.pow(" : "Math.pow("), token.start(), token.end());
        stored.copy(name.start(), name.end()).put(", ", token.start(), token.end());
        gap(stored, token.end(), value.node.start()).add(value).put(")", token.start(), token.end());
        finished(stored, target.type).primary = false;
        return stored;
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
    private Rendered condition(Node node) {
        Rendered rendered = read(node);
        return TENSOR.equals(rendered.type) && !decisions.refused().contains(node) ? truth(rendered) : rendered;
    }

    private Rendered truth(Rendered tensor) {
        int start = tensor.node.start();
        int end = tensor.node.end();
        Node whole = new Node.Paren(start, end, tensor.node);
        return finished(new Rendered(whole).addPrimary(tensor).put(".isTrue()", start, end), "boolean");
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
            String written = Types.plain(local.type());
            type = vocabulary
                    .findSimple(written)
                    .map(Class::getName)
                    .orElse(written.equals("String") ? "java.lang.String" : written);
        }
        types.declare(local.name().text(), type);
        return around(local, value == null ? List.of() : List.of(value));
    }
}
