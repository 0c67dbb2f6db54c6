package jacobi.notation;

import jacobi.source.Node;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Calls of a variable that is a net: {@code net(X)} is its {@code forward}, with the hooks it has. Java has no such
 * call; a method of the name takes precedence. Of a net whose class is Jacobi's own it is {@code net.call(X)}; of a
 * student's, whose {@code forward} may return anything, the call stands between what begins and ends it.
 */
final class ModuleCalls {
    private static final String MODULE = "jacobi.nn.Module";

    private final Rewriter rewriter;

    ModuleCalls(Rewriter rewriter) {
        this.rewriter = rewriter;
    }

    /** Whether a call nobody knows may be of a net: its name is a variable's, or may be a field's. */
    boolean mayBe(Node.Call call, Rendered target) {
        String name = call.name().text();
        if (!rewriter.types.asked() || rewriter.decisions.refused().contains(call)) {
            return false;
        }
        if (target != null) {
            boolean simple = call.target() instanceof Node.Name
                    || call.target() instanceof Node.Other
                            && rewriter.source.startsWith("this", call.target().start());
            return simple && (target.type == null || !Vocabulary.isOwn(target.type)) && isNet(target, name);
        }
        return rewriter.types.declared(name)
                ? !isOther(rewriter.types.variable(name))
                : rewriter.types.isEarlier(name) || rewriter.source.contains(" extends ");
    }

    /** A field of an object of which nothing is known but its name: calls of methods are known to the compiler. */
    private boolean isNet(Rendered target, String name) {
        return rewriter.source.startsWith("this", target.node.start()) && !name.isEmpty();
    }

    private boolean isOther(String type) {
        Optional<Class<?>> known = rewriter.vocabulary.jacobi(type);
        return Types.isNumber(type)
                || Types.isBoolean(type)
                || Types.isArray(type)
                || Types.isString(type)
                || known.isPresent() && !isModule(known.get());
    }

    private static boolean isModule(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getName().equals(MODULE)) {
                return true;
            }
        }
        return false;
    }

    Rendered read(Node.Call call, Rendered target) {
        rewriter.decisions.renamed().add(call);
        String net = rewriter.source.substring(call.start(), call.name().end());
        List<Rendered> arguments = call.arguments().stream()
                .map(argument -> argument instanceof Node.Sequence list
                        ? rewriter.lists.read(list, Wanted.VALUE)
                        : rewriter.read(argument))
                .toList();
        Optional<Class<?>> own =
                target == null ? rewriter.vocabulary.jacobi(rewriter.types.variable(net)) : Optional.empty();
        Rendered rendered = new Rendered(call).copy(call.start(), call.name().end());
        int at = call.name().end();
        if (own.isPresent() || arguments.isEmpty()) {
            boolean tensor = own.isPresent() && givesTensor(own.get());
            rendered.put(tensor ? ".call(" : ".forward(", at, call.open() + 1);
            return ended(rendered, call, arguments, ")", tensor ? Rewriter.TENSOR : null);
        }
        rendered.put(".leaving(" + net + ".forward(" + net + ".entering(", at, call.open() + 1);
        rendered.add(arguments.get(0))
                .put(")", arguments.get(0).node.end(), arguments.get(0).node.end());
        if (arguments.size() > 1) {
            rendered.put(
                    ", ", arguments.get(0).node.end(), arguments.get(1).node.start());
        }
        return ended(rendered, call, arguments.subList(1, arguments.size()), "))", null);
    }

    private Rendered ended(Rendered rendered, Node.Call call, List<Rendered> arguments, String end, String type) {
        String separator = "";
        for (Rendered argument : arguments) {
            rendered.put(separator, argument.node.start(), argument.node.start())
                    .add(argument);
            separator = ", ";
        }
        rendered.put(end, call.end() - 1, call.end());
        String found = rewriter.types.of(call);
        return Rewriter.finished(rendered, type != null ? type : found);
    }

    private static boolean givesTensor(Class<?> module) {
        for (Method method : Vocabulary.methods(module, "forward")) {
            if (!method.getReturnType().getName().equals(Rewriter.TENSOR)) {
                return false;
            }
        }
        return true;
    }
}
