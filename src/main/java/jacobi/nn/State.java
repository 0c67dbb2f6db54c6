package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;

import jacobi.tensor.GradMode;
import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of what is inside a module, and their loading. */
final class State {
    private State() {}

    private static Set<Object> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    static Map<String, Module> modules(Module root) {
        Map<String, Module> found = new LinkedHashMap<>();
        modules("", root, seen(), found);
        return found;
    }

    private static void modules(String name, Module module, Set<Object> seen, Map<String, Module> found) {
        if (seen.add(module)) {
            found.put(name, module);
            module.namedChildren().forEach((child, inner) -> modules(inside(name, child), inner, seen, found));
        }
    }

    private static String inside(String outer, String name) {
        return outer.isEmpty() ? name : outer + "." + name;
    }

    static Map<String, Parameter> parameters(Module root) {
        Map<String, Parameter> found = new LinkedHashMap<>();
        Set<Object> seen = seen();
        modules(root)
                .forEach((name, module) -> module.members().parameters.forEach((own, parameter) -> {
                    if (seen.add(parameter)) {
                        found.put(inside(name, own), parameter);
                    }
                }));
        return found;
    }

    static Map<String, Tensor> buffers(Module root) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        Set<Object> seen = seen();
        modules(root)
                .forEach((name, module) -> module.members().buffers.forEach((own, buffer) -> {
                    if (seen.add(buffer)) {
                        found.put(inside(name, own), buffer);
                    }
                }));
        return found;
    }

    /** Parameters and buffers, shared ones under each of their names, as PyTorch's state has them. */
    static Map<String, Tensor> of(Module root) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        of("", root, found);
        return found;
    }

    private static void of(String name, Module module, Map<String, Tensor> found) {
        Members members = module.members();
        members.parameters.forEach((own, x) -> found.put(inside(name, own), x));
        members.buffers.forEach((own, x) -> found.put(inside(name, own), x));
        members.children.forEach((child, inner) -> of(inside(name, child), inner, found));
    }

    static LoadedKeys load(Module module, Map<String, ? extends Tensor> state, boolean strict) {
        if (module instanceof Lazily || module.modules().stream().anyMatch(Lazily.class::isInstance)) {
            module.modules().forEach(m -> initialize(m, module, state));
        }
        Map<String, Tensor> own = of(module);
        List<String> missing = new ArrayList<>(own.keySet()), unexpected = new ArrayList<>(state.keySet());
        missing.removeAll(state.keySet());
        unexpected.removeAll(own.keySet());
        List<String> wrong = new ArrayList<>();
        if (strict && !missing.isEmpty()) {
            wrong.add(say("nn.state.missing", "keys", quoted(missing)));
        }
        if (strict && !unexpected.isEmpty()) {
            wrong.add(say("nn.state.unexpected", "keys", quoted(unexpected)));
        }
        own.forEach((name, x) -> {
            Tensor y = state.get(name);
            if (y != null && !y.shape().equals(x.shape())) {
                wrong.add(say(
                        "nn.state.size",
                        "name",
                        name,
                        "saved",
                        y.shape().text(),
                        "own",
                        x.shape().text()));
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(say(
                    "nn.state.load",
                    "module",
                    module.name(),
                    "wrong",
                    String.join("\n\t", wrong),
                    "strict",
                    strict ? "\n" + say("nn.state.strict") : ""));
        }
        try (GradMode off = noGrad()) {
            own.forEach((name, x) -> {
                if (state.get(name) != null) {
                    x.copy_(state.get(name));
                }
            });
        }
        return new LoadedKeys(missing, unexpected);
    }

    /** Gives a lazy layer that has seen no input the shapes of the state. */
    private static void initialize(Module module, Module root, Map<String, ? extends Tensor> state) {
        if (module instanceof Lazily lazy && lazy.isLazy()) {
            modules(root).forEach((name, m) -> {
                Tensor weight = m == module ? state.get(inside(name, "weight")) : null;
                if (weight != null) {
                    lazy.initialize(weight);
                }
            });
        }
    }

    private static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
