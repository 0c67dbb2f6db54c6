package jacobi.notation;

import jacobi.source.Node;
import jacobi.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operators with a tensor on a side, and powers of numbers. */
final class Operations {

    /** What Java refuses between a number of unknown kind, as {@code item()} gives, and any other. */
    private static final Set<String> NUMERIC = Set.of("+", "-", "*", "/", "%", "**", "<", "<=", ">", ">=");

    private final Rewriter rewriter;

    Operations(Rewriter rewriter) {
        this.rewriter = rewriter;
    }

    Rendered unary(Node.Unary unary) {
        String symbol = unary.operator().text();
        if (symbol.equals("++") || symbol.equals("--")) {
            return rewriter.around(unary, List.of(rewriter.read(unary.operand())));
        }
        Rendered operand = rewriter.read(unary.operand());
        if (symbol.equals("-") || symbol.equals("+")) {
            operand = rewriter.primitive(operand, "double");
        }
        String method = switch (symbol) {
            case "-" -> "neg";
            case "!" -> "logicalNot";
            case "~" -> "bitwiseNot";
            default -> "add";
        };
        Optional<Class<?>> type = rewriter.vocabulary.jacobi(operand.type);
        boolean known =
                type.isPresent() && !Vocabulary.methods(type.get(), method).isEmpty();
        if (known && !rewriter.decisions.refused().contains(unary)) {
            Token operator = unary.operator();
            Rendered call = rewriter.gap(new Rendered(unary), operator.end(), operand.node.start());
            call.addPrimary(operand);
            if (!symbol.equals("+")) {
                call.put("." + method + "()", operator.start(), operator.end());
            }
            return Rewriter.finished(call, Rewriter.typeOfCall(type.get(), method));
        }
        if (symbol.equals("!") && Rewriter.TENSOR.equals(operand.type)) {
            operand = rewriter.truth(operand);
        }
        Rendered rendered = rewriter.around(unary, List.of(operand));
        if (rendered.type == null && !symbol.equals("!") && Types.isNumber(operand.type)) {
            rendered.type = operand.type;
        }
        return rendered;
    }

    Rendered binary(Node.Binary binary) {
        String symbol = binary.operator().text();
        if (symbol.equals("&&") || symbol.equals("||")) {
            Rendered rendered = rewriter.around(
                    binary, List.of(rewriter.condition(binary.left()), rewriter.condition(binary.right())));
            rendered.type = "boolean";
            return rendered;
        }
        Rendered left = rewriter.read(binary.left());
        Rendered right = rewriter.read(binary.right());
        boolean numbers = Types.isNumber(left.type) && Types.isNumber(right.type);
        if (numbers && (NUMERIC.contains(symbol) || isEquality(symbol) && isPrimitive(left.type, right.type))) {
            left = rewriter.primitive(left, "double");
            right = rewriter.primitive(right, "double");
        }
        Rendered rewritten = rewriter.decisions.refused().contains(binary) ? null : operation(binary, left, right);
        if (rewritten != null) {
            return rewritten;
        }
        if (symbol.equals("**") || symbol.equals("@")) {
            return rewriter.marker(binary, symbol.equals("**") ? "$pow" : "$matmul", List.of(left, right));
        }
        Rendered rendered = rewriter.around(binary, List.of(left, right));
        if (rendered.type == null) {
            rendered.type = javaType(symbol, left.type, right.type);
        }
        return rendered;
    }

    private static boolean isEquality(String symbol) {
        return symbol.equals("==") || symbol.equals("!=");
    }

    /** Whether one side is a primitive number: == asks two objects whether they are one. */
    private static boolean isPrimitive(String left, String right) {
        return Types.primitive(left).equals(left) || Types.primitive(right).equals(right);
    }

    /** Whether a value of that type goes with a tensor; one of unknown type may, once the compiler has been asked. */
    private boolean isScalar(String type) {
        return Types.isNumber(type) || Types.isBoolean(type) || type == null && rewriter.types.asked();
    }

    /**
     * Whether == with a tensor asks for equal elements, which Java refuses; between two objects it has a meaning of its
     * own.
     */
    private static boolean isValue(String type) {
        return Types.isNumber(type) || Types.isBoolean(type);
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
        Optional<Class<?>> leftClass = rewriter.vocabulary.jacobi(left.type);
        Optional<Class<?>> rightClass = rewriter.vocabulary.jacobi(right.type);
        if (isEquality(symbol.text()) && !isValue(leftClass.isPresent() ? right.type : left.type)) {
            return null;
        }
        if (leftClass.isPresent() && !(symbol.is("+") && Types.isString(right.type))) {
            String method = operator.methodOf(leftClass.get(), "");
            return method == null
                    ? null
                    : call(
                            binary,
                            left,
                            method,
                            operand(right, leftClass.get(), method),
                            Rewriter.typeOfCall(leftClass.get(), method));
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
    Rendered operand(Rendered value, Class<?> type, String method) {
        boolean taken = !Types.isBoolean(value.type)
                || Vocabulary.methods(type, method).stream().anyMatch(m -> m.getParameterTypes()[0] == boolean.class);
        return taken ? value : rewriter.asTensor(value);
    }

    Rendered call(Node node, Rendered receiver, String method, Rendered argument, String type) {
        Token symbol = node instanceof Node.Binary binary ? binary.operator() : ((Node.Assign) node).operator();
        Rendered call = new Rendered(node).addPrimary(receiver);
        rewriter.gap(call, receiver.node.end(), symbol.start()).put("." + method + "(", symbol.start(), symbol.end());
        rewriter.gap(call, symbol.end(), argument.node.start())
                .add(rewriter.bare(argument))
                .put(")", symbol.start(), symbol.end());
        return Rewriter.finished(call, type);
    }

    /**
     * {@code 2 * x} is {@code x.mul(2)}; where the sides cannot change, {@code n - x}, it is {@code Tensors.sub(n, x)}.
     */
    private Rendered numberFirst(
            Node.Binary binary, Operator operator, Rendered left, Rendered right, Class<?> rightClass) {
        Token symbol = binary.operator();
        Operator mirror = operator.mirror();
        String function = operator.functionOn(rewriter.vocabulary);
        String reversed = mirror == null ? operator.reversedOf(rightClass) : null;
        if ((mirror != null || reversed != null)
                && (Rewriter.isConstant(left.node) || rewriter.isQuiet(left.node) && rewriter.isQuiet(right.node))) {
            String method = mirror == null ? reversed : mirror.methodOf(rightClass, "");
            if (method == null) {
                return null;
            }
            Rendered call = new Rendered(binary);
            rewriter.gap(call, symbol.end(), right.node.start()).addPrimary(right);
            call.put("." + method + "(", symbol.start(), symbol.end());
            call.add(rewriter.bare(operand(left, rightClass, method))).put(")", symbol.start(), symbol.end());
            return Rewriter.finished(call, Rewriter.typeOfCall(rightClass, method));
        }
        if (function == null || !Rewriter.TENSOR.equals(right.type)) {
            return null;
        }
        return function(binary, function, left, right, Rewriter.TENSOR);
    }

    private Rendered function(Node.Binary binary, String function, Rendered left, Rendered right, String type) {
        Token symbol = binary.operator();
        Rendered call = new Rendered(binary).put(function + "(", symbol.start(), symbol.end());
        rewriter.gap(call.add(rewriter.bare(left)), left.node.end(), symbol.start())
                .put(", ", symbol.start(), symbol.end());
        rewriter.gap(call, symbol.end(), right.node.start())
                .add(rewriter.bare(right))
                .put(")", symbol.start(), symbol.end());
        return Rewriter.finished(call, type);
    }

    /** Python's power of numbers: whole to a whole power is whole, to a negative one a fraction. */
    private Rendered power(Node.Binary binary, Rendered left, Rendered right) {
        boolean negative =
                binary.right() instanceof Node.Unary unary && unary.operator().is("-");
        boolean whole = Types.isWhole(left.type) && Types.isWhole(right.type) && !negative;
        return function(binary, whole ? "Powers.pow" : "Math.pow", left, right, whole ? "long" : "double");
    }
}
