package jacobi.notation;

import static jacobi.language.Say.say;

import jacobi.operation.NamedControls;
import jacobi.source.Node;
import jacobi.source.Node.Sequence;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Calls of a function and of what its parameters are moved by, as {@code interact((a, b) -> ..., a=slider(-2, 2), b=[1,
 * 2])}: what is given for a parameter becomes {@code control("a", slider(-2, 2))}, in the order of the parameters.
 */
final class ControlArguments {
    private final Rewriter rewriter;
    private final Calls calls;

    ControlArguments(Rewriter rewriter, Calls calls) {
        this.rewriter = rewriter;
        this.calls = calls;
    }

    /**
     * Whether a call is of such a form: of a marked method, with a function first and something after it. A function by
     * its name, as {@code interact(f, x=3)}, does not say what its parameters are called, so all of them are named.
     */
    static boolean isCall(Node.Call call, List<Method> methods) {
        if (methods.isEmpty()
                || !methods.get(0).isAnnotationPresent(NamedControls.class)
                || call.arguments().size() < 2) {
            return false;
        }
        List<Node> given = call.arguments().subList(1, call.arguments().size());
        Node function = call.arguments().get(0);
        return function instanceof Node.Scope && given.stream().anyMatch(ControlArguments::isForeign)
                || function instanceof Node.Name && given.stream().allMatch(ControlArguments::isNamed);
    }

    private static boolean isNamed(Node argument) {
        return argument instanceof Node.Assign assign
                && assign.operator().is("=")
                && assign.target() instanceof Node.Name;
    }

    /** Whether what is given is no control as Java has it. */
    private static boolean isForeign(Node argument) {
        return !(argument instanceof Node.Call call && call.name().text().equals("control"));
    }

    /** The call in Java, or null after noting what is wrong with it. */
    Rendered read(Node.Call call, List<Method> methods) {
        Node function = call.arguments().get(0);
        List<String> parameters = function instanceof Node.Name
                ? call.arguments().stream()
                        .skip(1)
                        .map(ControlArguments::nameOf)
                        .toList()
                : function.children().stream()
                        .filter(Node.Local.class::isInstance)
                        .map(parameter -> ((Node.Local) parameter).name().text())
                        .toList();
        Map<String, Node> given = given(call, parameters);
        if (given == null) {
            return null;
        }
        String maker = methods.get(0).getAnnotation(NamedControls.class).value();
        Rendered rendered = new Rendered(call)
                .copy(call.start(), function.start())
                .add(function instanceof Node.Name name ? named(name, parameters) : function((Node.Scope) function));
        for (String parameter : parameters) {
            Node value = given.get(parameter);
            rendered.put(", " + maker + "(\"" + parameter + "\", ", value.start(), value.start());
            value(rendered, value);
            rendered.put(")", value.end(), value.end());
        }
        rendered.put(")", call.end() - 1, call.end());
        return Rewriter.finished(rendered, Vocabulary.commonType(methods));
    }

    /** What is given for each parameter, by its name or, before any name, in its place. */
    private Map<String, Node> given(Node.Call call, List<String> parameters) {
        Map<String, Node> given = new TreeMap<>();
        List<Node> arguments = call.arguments().subList(1, call.arguments().size());
        for (int i = 0; i < arguments.size(); i++) {
            Node argument = arguments.get(i);
            boolean named = isNamed(argument);
            String name = named ? nameOf(argument) : i < parameters.size() ? parameters.get(i) : "";
            if (!parameters.contains(name) || given.containsKey(name)) {
                return refused(argument, call, "notation.controls.unknown", name, parameters);
            }
            given.put(name, named ? ((Node.Assign) argument).value() : argument);
        }
        for (String parameter : parameters) {
            if (!given.containsKey(parameter)) {
                return refused(call.arguments().get(0), call, "notation.controls.missing", parameter, parameters);
            }
        }
        return given;
    }

    private Map<String, Node> refused(Node node, Node.Call call, String key, String name, List<String> parameters) {
        String message =
                say(key, "method", call.name().text(), "name", name, "parameters", String.join(", ", parameters));
        rewriter.problem(node, call, "notation.err.argument.unknown", message);
        return null;
    }

    /** A tuple's values stand one by one, as the ends of a slider. */
    private void value(Rendered rendered, Node value) {
        if (value instanceof Sequence tuple && tuple.form() == Sequence.Form.TUPLE) {
            String separator = "";
            for (Node element : tuple.elements()) {
                rendered.put(separator, element.start(), element.start()).add(rewriter.read(element));
                separator = ", ";
            }
        } else {
            rendered.add(calls.argument(value, new Wanted(Set.of("java.lang.Iterable"), false, false)));
        }
    }

    private static String nameOf(Node argument) {
        return ((Node.Name) ((Node.Assign) argument).target()).text();
    }

    /** A method of a cell, or a function that a variable holds, as a lambda that calls it. */
    private Rendered named(Node.Name function, List<String> parameters) {
        String names = String.join(", ", parameters);
        boolean variable = rewriter.types.declared(function.text()) || rewriter.types.isEarlier(function.text());
        boolean returnsNothing = "void".equals(rewriter.returned(function.text()));
        int start = function.start();
        int end = function.end();
        return new Rendered(new Node.Paren(start, end, function))
                .put("(" + names + ") -> " + (returnsNothing ? "{ " : ""), start, start)
                .copy(start, end)
                .put((variable ? ".apply(" : "(") + names + ")" + (returnsNothing ? "; return null; }" : ""), end, end);
    }

    /** The function; one that returns nothing returns null, for who shows what it returns. */
    private Rendered function(Node.Scope function) {
        List<Node> children = function.children();
        Node body = children.get(children.size() - 1);
        rewriter.types.open();
        Rendered rendered = new Rendered(function);
        int at = function.start();
        for (Node parameter : children.subList(0, children.size() - 1)) {
            rendered.copy(at, parameter.start()).add(rewriter.read(parameter));
            at = parameter.end();
        }
        rendered.copy(at, body.start());
        if (body instanceof Node.Scope block && rewriter.source.charAt(block.start()) == '{') {
            rendered.add(returnsValue(block) ? rewriter.read(block) : returningNull(block));
        } else {
            rendered.add(expression(body));
        }
        rewriter.types.close();
        rewriter.known(function, rendered);
        return rendered;
    }

    /** A call whose value nobody knows yet may have none. */
    private Rendered expression(Node body) {
        Rendered read = rewriter.read(body);
        boolean returnsNothing = rewriter.types.isVoid(body) || "void".equals(read.type);
        boolean unknown = read.type == null && rewriter.types.of(body) == null && !returnsNothing;
        if (unknown && body instanceof Node.Call && !rewriter.types.wasQuestioned(body)) {
            return rewriter.marker(new Node.Paren(body.start(), body.end(), body), "$value", List.of(read));
        }
        if (!returnsNothing) {
            return read;
        }
        return new Rendered(new Node.Paren(body.start(), body.end(), body))
                .put("{ ", body.start(), body.start())
                .add(read)
                .put("; return null; }", body.end(), body.end());
    }

    private Rendered returningNull(Node.Scope block) {
        rewriter.types.open();
        Rendered rendered = new Rendered(block);
        int at = block.start();
        for (Node statement : block.children()) {
            rendered.copy(at, statement.start()).add(rewriter.read(statement));
            at = statement.end();
        }
        rewriter.types.close();
        rendered.copy(at, block.end() - 1)
                .put("return null; ", block.end() - 1, block.end() - 1)
                .copy(block.end() - 1, block.end());
        rewriter.known(block, rendered);
        return rendered;
    }

    /** Whether a statement of the block, not of a function inside it, returns a value. */
    private boolean returnsValue(Node node) {
        return node.children().stream()
                .anyMatch(part -> part instanceof Node.Other other
                                && rewriter.source.startsWith("return", other.start())
                                && !other.children().isEmpty()
                        || !isFunction(part) && returnsValue(part));
    }

    private boolean isFunction(Node node) {
        if (!(node instanceof Node.Scope) || node.children().isEmpty()) {
            return false;
        }
        Node body = node.children().get(node.children().size() - 1);
        return rewriter.source
                .substring(node.start(), body.start())
                .stripTrailing()
                .endsWith("->");
    }
}
