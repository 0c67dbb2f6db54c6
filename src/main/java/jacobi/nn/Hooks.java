package jacobi.nn;

import jacobi.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Functions that look at the calls of one module. */
public final class Hooks {
    /** Looks at an input before a call. */
    @FunctionalInterface
    public interface Before {
        /** @return what the module gets in the input's place, or null for the input itself */
        Tensor before(Module module, Tensor input);
    }

    /** Looks at input and output after a call. */
    @FunctionalInterface
    public interface After {
        /** @return what the caller gets in the output's place, or null for the output itself */
        Tensor after(Module module, Tensor input, Tensor output);
    }

    private final List<Before> before = new CopyOnWriteArrayList<>();
    private final List<After> after = new CopyOnWriteArrayList<>();
    private final Deque<Object> inputs = new ArrayDeque<>();

    Hooks() {}

    Runnable add(Before hook) {
        before.add(hook);
        return () -> before.remove(hook);
    }

    Runnable add(After hook) {
        after.add(hook);
        return () -> after.remove(hook);
    }

    private boolean none() {
        return before.isEmpty() && after.isEmpty();
    }

    Object run(Module module, Tensor[] inputs) {
        if (none() || inputs.length == 0) {
            return Forward.run(module, (Object[]) inputs);
        }
        Object[] seen = inputs.clone();
        seen[0] = shown(module, inputs[0]);
        return changed(module, (Tensor) seen[0], Forward.run(module, seen));
    }

    @SuppressWarnings("unchecked")
    <T> T entering(Module module, T input) {
        if (none()) {
            return input;
        }
        Object seen = input instanceof Tensor x ? shown(module, x) : input;
        inputs.push(seen == null ? this : seen);
        return (T) seen;
    }

    @SuppressWarnings("unchecked")
    <T> T leaving(Module module, T output) {
        Object input = inputs.isEmpty() ? null : inputs.pop();
        return (T) changed(module, input instanceof Tensor x ? x : null, output);
    }

    private Tensor shown(Module module, Tensor input) {
        Tensor seen = input;
        for (Before hook : before) {
            Tensor instead = hook.before(module, seen);
            seen = instead == null ? seen : instead;
        }
        return seen;
    }

    private Object changed(Module module, Tensor input, Object output) {
        Object result = output;
        for (After hook : after) {
            Tensor instead = hook.after(module, input, result instanceof Tensor y ? y : null);
            result = instead == null ? result : instead;
        }
        return result;
    }
}
