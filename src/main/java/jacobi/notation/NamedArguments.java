package jacobi.notation;

import static jacobi.language.Say.say;

import jacobi.source.Node;
import jacobi.source.Token;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Arguments with names, as {@code A.sum(axis=1, keepdims=true)}: a name is a parameter of one of the methods, or else a
 * method of what the call returns that sets it, as {@code .legend(...)} of a figure or {@code .requiresGrad_(true)}.
 * What a call leaves out, with names or without, is as its {@code Default} says.
 */
final class NamedArguments {

    /**
     * One way to make the call: the arguments by parameter, those left for methods of the result, and the numbers given
     * for lists of numbers, which become lists of one.
     */
    private record Match(Executable method, List<List<Node>> slots, List<Node.Assign> rest, Set<Node> wrapped) {}

    private static final String REQUIRES_GRAD = "requires_grad";

    private final Rewriter rewriter;
    private final Calls calls;

    NamedArguments(Rewriter rewriter, Calls calls) {
        this.rewriter = rewriter;
        this.calls = calls;
    }

    /** Whether {@code node} reads {@code name=value} with a name that is no variable. */
    boolean isNamed(Node node) {
        return node instanceof Node.Assign assign
                && assign.operator().is("=")
                && assign.target() instanceof Node.Name name
                && rewriter.types.asked()
                && rewriter.types.of(name) == null
                && !rewriter.types.declared(name.text());
    }

    /** The call with its arguments in Java's order, or null after noting which name nobody knows. */
    Rendered read(Node.Call call, Rendered target, String name, List<? extends Executable> found) {
        List<Executable> methods = new ArrayList<>(found);
        methods.addAll(target == null ? rewriter.vocabulary.namedForms(name) : List.of());
        List<Node> positional = new ArrayList<>();
        List<Node.Assign> named = new ArrayList<>();
        for (Node argument : call.arguments()) {
            if (isNamed(argument)) {
                named.add((Node.Assign) argument);
            } else if (named.isEmpty()) {
                positional.add(argument);
            } else {
                rewriter.problem(
                        argument,
                        call,
                        "notation.err.argument.order",
                        say(
                                "notation.namedArguments.argument-without-name-stands",
                                "name",
                                name,
                                "named",
                                text(named.get(0))));
                return null;
            }
        }
        Match best = null;
        for (Executable method : methods) {
            Match match = match(method, positional, named, target == null);
            if (match != null && (best == null || isBetter(match, best))) {
                best = match;
            }
        }
        if (best == null) {
            unknown(call, name, methods, named);
            return null;
        }
        return written(call, target, best);
    }

    /**
     * A call without names that leaves out what has a usual value, as {@code axes.vlines(x, 0, 1, "r")}, with all of
     * it; null if none of the methods is meant.
     */
    Rendered filled(Node.Call call, Rendered target, List<? extends Executable> methods) {
        Match best = null;
        for (Executable method : methods) {
            Match match = match(method, call.arguments(), List.of(), target == null);
            if (match != null && !isByName(match) && (best == null || isBetter(match, best))) {
                best = match;
            }
        }
        return best == null ? null : written(call, target, best);
    }

    /** Whether an argument would be for a parameter that wants its name. */
    private static boolean isByName(Match match) {
        for (int i = 0; i < match.slots.size(); i++) {
            if (!match.slots.get(i).isEmpty() && Vocabulary.isByName(match.method, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetter(Match match, Match best) {
        int fewer = match.rest.size() - best.rest.size();
        fewer = fewer != 0 ? fewer : match.wrapped.size() - best.wrapped.size();
        return fewer < 0 || fewer == 0 && match.method.getParameterCount() < best.method.getParameterCount();
    }

    /**
     * @param function whether it is called without a receiver: only functions make tensors, which may require gradients
     */
    private Match match(Executable method, List<Node> positional, List<Node.Assign> named, boolean function) {
        List<String> names = Vocabulary.parameters(method);
        Class<?>[] types = method.getParameterTypes();
        List<List<Node>> slots = new ArrayList<>();
        names.forEach(n -> slots.add(new ArrayList<>()));
        List<Node.Assign> rest = new ArrayList<>();
        for (Node.Assign argument : named) {
            int slot = Vocabulary.parameter(method, nameOf(argument));
            if (slot >= 0 && slots.get(slot).isEmpty() && suits(method, slot, argument.value())) {
                slots.get(slot).add(argument.value());
            } else if (slot < 0 && setter(method, nameOf(argument), function) != null) {
                rest.add(argument);
            } else {
                return null;
            }
        }
        int next = 0;
        for (int i = 0; i < types.length; i++) {
            if (!slots.get(i).isEmpty()) {
                continue;
            }
            boolean many = method.isVarArgs() && i == types.length - 1;
            if (!many && method.isVarArgs() && Vocabulary.usual(method, i) != null) {
                // As in Python, what stands beside any number of values is given by name only.
                continue;
            }
            int take = many ? positional.size() - next : 1;
            if (next + take > positional.size()) {
                if (Vocabulary.usual(method, i) == null) {
                    return null;
                }
                continue;
            }
            for (Node argument : positional.subList(next, next + take)) {
                if (!suits(method, i, argument)) {
                    return null;
                }
                slots.get(i).add(argument);
            }
            next += take;
        }
        return next == positional.size() ? new Match(method, slots, rest, wrapped(method, slots)) : null;
    }

    private Set<Node> wrapped(Executable method, List<List<Node>> slots) {
        Set<Node> wrapped = new HashSet<>();
        for (int i = 0; i < slots.size(); i++) {
            for (Node argument : slots.get(i)) {
                if (isWrapped(method, i, argument)) {
                    wrapped.add(argument);
                }
            }
        }
        return wrapped;
    }

    /** Whether a whole number is given for a list of them, as {@code padding=1} for the height and the width. */
    private boolean isWrapped(Executable method, int slot, Node argument) {
        boolean many = method.isVarArgs() && slot == method.getParameterCount() - 1;
        return !many
                && method.getParameterTypes()[slot] == int[].class
                && Types.isWhole(calls.argument(argument, new Wanted(Set.of("int"), false, false)).type);
    }

    private boolean suits(Executable method, int slot, Node argument) {
        Class<?> type = method.getParameterTypes()[slot];
        if (type == String.class && argument instanceof Node.Sequence) {
            return false;
        }
        Wanted wanted = new Wanted(Set.of(Vocabulary.nameOf(type)), false, false);
        String found = calls.argument(argument, wanted).type;
        if (Calls.accepts(type, found) || isWrapped(method, slot, argument)) {
            return true;
        }
        boolean many = method.isVarArgs() && slot == method.getParameterCount() - 1;
        List<Node> elements = argument instanceof Node.Sequence list ? list.elements() : List.of(argument);
        return many
                && elements.stream()
                        .allMatch(e -> Calls.accepts(type.getComponentType(), calls.argument(e, wanted).type));
    }

    private static Method setter(Executable method, String name, boolean function) {
        Class<?> result = Vocabulary.result(method);
        boolean tensor = result.getName().equals(Rewriter.TENSOR);
        return tensor && !function ? null : setter(result, name);
    }

    /** The method of {@code type} that sets {@code name}. */
    private static Method setter(Class<?> type, String name) {
        if (!Vocabulary.isOwn(type.getName())) {
            return null;
        }
        for (String spelling : Vocabulary.spellings(Vocabulary.setting(name))) {
            for (String method : List.of(spelling + "_", spelling)) {
                if (!Vocabulary.isSetting(method)) {
                    continue;
                }
                for (Method found : Vocabulary.methods(type, method)) {
                    // A fluent method declares its own type or, written once for several classes, their base type.
                    if (found.getParameterCount() == 1
                            && Vocabulary.isOwn(found.getReturnType().getName())
                            && found.getReturnType().isAssignableFrom(type)) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private Rendered written(Node.Call call, Rendered target, Match match) {
        String name = match.method instanceof Method method
                ? method.getName()
                : call.name().text();
        Rendered rendered = calls.head(new Rendered(call), call, target, name);
        rendered.copy(call.open(), call.open() + 1);
        String separator = "";
        int count = 0;
        for (int parameter = 0; parameter < match.slots.size(); parameter++) {
            count +=
                    isLeftOut(match, parameter) ? 1 : match.slots.get(parameter).size();
        }
        int index = 0;
        for (int parameter = 0; parameter < match.slots.size(); parameter++) {
            List<Node> slot = match.slots.get(parameter);
            if (isLeftOut(match, parameter)) {
                rendered.put(separator + Vocabulary.usual(match.method, parameter), call.end() - 1, call.end() - 1);
                separator = ", ";
                index++;
            }
            for (Node argument : slot) {
                rendered.put(separator, argument.start(), argument.start());
                int position = match.method.isVarArgs() ? Math.min(parameter, index) : index;
                boolean last = index == count - 1 && slot.size() == 1;
                boolean wrapped = match.wrapped.contains(argument);
                if (wrapped) {
                    rendered.put("new int[] {", argument.start(), argument.start());
                }
                rendered.add(calls.argument(
                        argument, Wanted.argument(List.of(match.method), position, last ? position + 1 : count + 1)));
                if (wrapped) {
                    rendered.put("}", argument.end(), argument.end());
                }
                separator = ", ";
                index++;
            }
        }
        rendered.put(")", call.end() - 1, call.end());
        Class<?> type = Vocabulary.result(match.method);
        for (Node.Assign argument : match.rest) {
            Method setter = setter(type, nameOf(argument));
            rendered.put(
                    "." + setter.getName() + "(",
                    argument.start(),
                    argument.operator().end());
            List<Method> overloads = Vocabulary.methods(type, setter.getName());
            rendered.add(calls.argument(argument.value(), Wanted.argument(overloads, 0, 1)));
            rendered.put(")", argument.end() - 1, argument.end());
        }
        return Rewriter.finished(rendered, Vocabulary.nameOf(type));
    }

    /** Whether nothing was given for a parameter that has a usual value. */
    private static boolean isLeftOut(Match match, int parameter) {
        return match.slots.get(parameter).isEmpty() && Vocabulary.usual(match.method, parameter) != null;
    }

    private void unknown(Node.Call call, String name, List<Executable> methods, List<Node.Assign> named) {
        TreeSet<String> known = new TreeSet<>();
        for (Executable method : methods) {
            known.addAll(Vocabulary.parameters(method));
        }
        for (Node argument : call.arguments()) {
            Node value = argument instanceof Node.Assign assign ? assign.value() : argument;
            if (value instanceof Node.Literal literal && literal.token().kind() == Token.Kind.CHARACTER) {
                String text = literal.text().replace('\'', '"');
                rewriter.problem(
                        value,
                        call,
                        "notation.err.text",
                        say("notation.namedArguments.text-stands-double-quotes", "text", text));
                return;
            }
        }
        for (Node.Assign argument : named) {
            boolean found = methods.stream()
                    .anyMatch(m -> Vocabulary.parameter(m, nameOf(argument)) >= 0
                            || setter(m, nameOf(argument), call.target() == null) != null);
            if (!found) {
                String message = say(
                        "notation.namedArguments.no-argument-named",
                        "name",
                        name,
                        "nameOf",
                        nameOf(argument),
                        "known",
                        String.join(", ", known),
                        "options",
                        options(methods, call.target() == null));
                rewriter.problem(argument.target(), call, "notation.err.argument.unknown", message);
                return;
            }
        }
        String forms = String.join(
                say("words.or"),
                methods.stream()
                        .map(method -> form(name, method))
                        .distinct()
                        .sorted()
                        .toList());
        rewriter.problem(
                named.get(0),
                call,
                "notation.err.argument.form",
                say("notation.namedArguments.no-form-takes-these", "name", name, "forms", forms));
    }

    /** The further names that methods of the result give. */
    private static String options(List<Executable> methods, boolean function) {
        TreeSet<String> options = new TreeSet<>();
        for (Executable method : methods) {
            Class<?> type = Vocabulary.result(method);
            if (function && type.getName().equals(Rewriter.TENSOR)) {
                options.add(REQUIRES_GRAD);
            }
            if (Vocabulary.isOwn(type.getName()) && !type.getName().equals(Rewriter.TENSOR)) {
                for (Method option : type.getMethods()) {
                    if (Vocabulary.isSetting(option.getName())
                            && option.getParameterCount() == 1
                            && option.getReturnType() != Object.class
                            && option.getReturnType().isAssignableFrom(type)) {
                        options.add(option.getName());
                    }
                }
            }
        }
        return options.isEmpty() ? "" : say("notation.namedArguments.and", "options", String.join(", ", options));
    }

    private static String form(String name, Executable method) {
        return name + "(" + String.join(", ", Vocabulary.parameters(method)) + ")";
    }

    private static String nameOf(Node.Assign argument) {
        return ((Node.Name) argument.target()).text();
    }

    private String text(Node node) {
        return rewriter.source.substring(node.start(), node.end());
    }
}
