package jacobi.notation;

import jacobi.source.Node;
import jacobi.source.Node.Sequence;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls: the types of what Jacobi's methods return, lists among their arguments, PyTorch's spellings of their names.
 */
final class Calls {

    /** The dtypes of PyTorch's conversions whose names are words of Java, so that no method can have them. */
    static final Map<String, String> CONVERSIONS =
            Map.of("int", "int32", "long", "int64", "float", "float32", "double", "float64");

    private final Rewriter rewriter;
    private final Lists lists;
    private final NamedArguments named;
    private final ModuleCalls modules;
    private final ControlArguments controls;

    Calls(Rewriter rewriter, Lists lists) {
        this.rewriter = rewriter;
        this.lists = lists;
        this.named = new NamedArguments(rewriter, this);
        this.modules = new ModuleCalls(rewriter);
        this.controls = new ControlArguments(rewriter, this);
    }

    Rendered read(Node.Call call) {
        Rendered target = call.target() == null ? null : rewriter.read(call.target());
        String name = call.name().text();
        if (Forms.isConversion(call.name())) {
            return conversion(call, target);
        }
        List<Method> methods = candidates(call, target, name);
        Set<Node> renamed = rewriter.decisions.renamed();
        boolean unknown = rewriter.types.of(call) == null || renamed.contains(call);
        if (methods.isEmpty() && !Vocabulary.camel(name).equals(name) && unknown) {
            methods = candidates(call, target, Vocabulary.camel(name));
            if (!methods.isEmpty()) {
                name = Vocabulary.camel(name);
                renamed.add(call);
            }
        }
        Rendered rendered = null;
        if (target == null && ControlArguments.isCall(call, methods)) {
            rendered = controls.read(call, methods);
        } else if (!methods.isEmpty() && call.arguments().stream().anyMatch(named::isNamed)) {
            rendered = named.read(call, target, name, methods);
        }
        if (rendered != null) {
            return rendered;
        }
        if (methods.isEmpty() && unknown && modules.mayBe(call, target)) {
            return modules.read(call, target);
        }
        if (methods.isEmpty() && (target == null || target.type != null)) {
            rewriter.types.isJavas(call);
        }
        List<Rendered> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Wanted wanted = Wanted.argument(methods, i, call.arguments().size());
            arguments.add(argument(call.arguments().get(i), wanted));
        }
        if (!methods.isEmpty() && isTooShort(call, methods, arguments)) {
            rendered = named.filled(call, target, methods);
            if (rendered != null) {
                return rendered;
            }
        }
        rendered = head(new Rendered(call), call, target, name);
        int at = call.open();
        for (Rendered argument : arguments) {
            rendered.copy(at, argument.node.start()).add(argument);
            at = argument.node.end();
        }
        rendered.copy(at, call.end());
        rendered.primary = true;
        rendered.rewritten = !name.equals(call.name().text());
        // Of a method of the student's a guess is better than nothing; a wrong one is found out when it is used.
        rendered.type = methods.isEmpty() || isTrusted(call, arguments) ? rewriter.types.of(call) : null;
        if (rendered.type == null) {
            rendered.type = methods.isEmpty() && target == null
                    ? rewriter.returned(name)
                    : Vocabulary.commonType(fitting(methods, arguments));
        }
        return rendered;
    }

    /** {@code new Linear(4, 8, bias=false)}: lists and names among the arguments of one of Jacobi's classes. */
    Rendered made(Node.New made) {
        Node.Call call = made.made();
        Optional<Class<?>> type = rewriter.vocabulary
                .findSimple(call.name().text())
                .filter(c -> Vocabulary.isOwn(c.getName())
                        && !rewriter.decisions.refused().contains(made));
        if (type.isEmpty()) {
            return rewriter.around(
                    made, call.arguments().stream().map(rewriter::read).toList());
        }
        List<Constructor<?>> ways = List.of(type.get().getConstructors());
        if (!ways.isEmpty() && call.arguments().stream().anyMatch(named::isNamed)) {
            Rendered inner = named.read(call, null, call.name().text(), ways);
            if (inner != null) {
                Rendered rendered =
                        new Rendered(made).copy(made.start(), call.start()).add(inner);
                return Rewriter.finished(rendered, inner.type);
            }
        }
        List<Rendered> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Wanted wanted = Wanted.argument(ways, i, call.arguments().size());
            arguments.add(argument(call.arguments().get(i), wanted));
        }
        if (!ways.isEmpty() && rewriter.types.asked() && ways.stream().noneMatch(way -> fits(way, arguments))) {
            Rendered inner = named.filled(call, null, ways);
            if (inner != null) {
                return Rewriter.finished(
                        new Rendered(made).copy(made.start(), call.start()).add(inner), inner.type);
            }
        }
        Rendered rendered = rewriter.around(made, arguments);
        rendered.type = rendered.type == null ? Vocabulary.nameOf(type.get()) : rendered.type;
        return rendered;
    }

    /** Whether Java knows no such call of these methods: it may leave out what has a usual value. */
    private boolean isTooShort(Node.Call call, List<? extends Executable> methods, List<Rendered> arguments) {
        return rewriter.types.asked()
                && rewriter.types.of(call) == null
                && !rewriter.types.isVoid(call)
                && !rewriter.decisions.refused().contains(call)
                && methods.stream().noneMatch(method -> fits(method, arguments));
    }

    /** {@code x.float()} as {@code x.to(DType.float32)}; what the brackets hold stays, for the compiler to refuse. */
    private Rendered conversion(Node.Call call, Rendered target) {
        Rendered rendered = head(new Rendered(call), call, target, "to")
                .copy(call.open(), call.open() + 1)
                .put(
                        "DType." + CONVERSIONS.get(call.name().text()),
                        call.name().start(),
                        call.name().end());
        String separator = ", ";
        for (Node argument : call.arguments()) {
            rendered.put(separator, argument.start(), argument.start()).add(rewriter.read(argument));
        }
        rendered.copy(call.end() - 1, call.end());
        return Rewriter.finished(rendered, Rewriter.TENSOR.equals(target.type) ? target.type : null);
    }

    Rendered argument(Node node, Wanted wanted) {
        return node instanceof Sequence sequence ? lists.read(sequence, wanted) : rewriter.read(node);
    }

    /** The call's receiver and name. */
    Rendered head(Rendered rendered, Node.Call call, Rendered target, String name) {
        if (target != null) {
            rendered.addPrimary(target).copy(call.target().end(), call.name().start());
        }
        if (name.equals(call.name().text())) {
            return rendered.copy(call.name().start(), call.open());
        }
        return rendered.put(name, call.name().start(), call.name().end())
                .copy(call.name().end(), call.open());
    }

    /** Whether a call is of Jacobi's own, which know no variable of the cell, and leaves tensors as they are. */
    boolean isQuiet(Node.Call call) {
        Rendered target = call.target() == null ? null : rewriter.read(call.target());
        return !call.name().text().endsWith("_")
                && !call.name().text().equals("set")
                && !candidates(call, target, call.name().text()).isEmpty();
    }

    private List<Method> candidates(Node.Call call, Rendered target, String name) {
        if (target == null) {
            return rewriter.vocabulary.functions(name);
        }
        Optional<Class<?>> type = rewriter.vocabulary.jacobi(target.type);
        if (type.isPresent()) {
            return Vocabulary.methods(type.get(), name);
        }
        if (call.target() instanceof Node.Name simple && target.type == null) {
            return rewriter.vocabulary.findSimple(simple.text()).stream()
                    .flatMap(c -> Vocabulary.methods(c, name).stream())
                    .filter(m -> Modifier.isStatic(m.getModifiers()))
                    .toList();
        }
        return List.of();
    }

    /** Whether the compiler saw every argument as it will stand; else it only guessed which method is called. */
    private boolean isTrusted(Node.Call call, List<Rendered> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Node node = call.arguments().get(i);
            boolean seen = node instanceof Node.Scope
                            || node instanceof Node.New
                            || node instanceof Node.Other
                            || node instanceof Node.Literal
                    ? !arguments.get(i).changed()
                    : rewriter.types.of(node) != null;
            if (!seen) {
                return false;
            }
        }
        return true;
    }

    /** The methods that take as many arguments of such types. */
    private List<Method> fitting(List<Method> methods, List<Rendered> arguments) {
        return methods.stream().filter(m -> fits(m, arguments)).toList();
    }

    private static boolean fits(Executable method, List<Rendered> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        int fixed = method.isVarArgs() ? parameters.length - 1 : parameters.length;
        if (arguments.size() < fixed || !method.isVarArgs() && arguments.size() > fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!accepts(parameters[i], arguments.get(i).type)) {
                return false;
            }
        }
        // One argument more may be all of the rest as an array.
        for (int i = fixed; i < arguments.size() && arguments.size() > fixed + 1; i++) {
            if (!accepts(parameters[fixed].getComponentType(), arguments.get(i).type)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value of that type may be passed; anything unknown may. */
    static boolean accepts(Class<?> parameter, String type) {
        String name = Vocabulary.nameOf(parameter);
        if (type == null || name.equals(type) || parameter == Object.class) {
            return true;
        }
        if (Types.isNumber(type)) {
            return Types.isFraction(name)
                    || Types.isWhole(name) && Types.isWhole(type)
                    || name.equals("java.lang.Number");
        }
        if (Types.isBoolean(type)) {
            return Types.isBoolean(name);
        }
        return !Types.isNumber(name)
                && !Types.isBoolean(name)
                && Types.isArray(type) == parameter.isArray()
                && !(Rewriter.TENSOR.equals(type) || Rewriter.TENSOR.equals(name));
    }
}
