package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Derivatives that travel forward: an input is given a tangent, and every operation gives one to its result. */
final class ForwardMode {
    private static final ThreadLocal<Boolean> RUNNING = ThreadLocal.withInitial(() -> false);
    private static final ThreadLocal<Boolean> PAUSED = ThreadLocal.withInitial(() -> false);

    private ForwardMode() {}

    /** Whether a tangent is just being computed: the operations that make it must not make tangents of tangents. */
    static boolean isPaused() {
        return PAUSED.get();
    }

    /** Maps a tangent. */
    static Tensor push(Derivative map, Tensor tangent) {
        boolean before = PAUSED.get();
        PAUSED.set(true);
        try {
            return map.of(tangent);
        } finally {
            PAUSED.set(before);
        }
    }

    static Autograd.ValueDerivative jvp(
            Function<List<Tensor>, Tensor> f, List<Tensor> inputs, List<Tensor> directions) {
        if (RUNNING.get()) {
            throw new IllegalStateException(say("tensor.forwardMode.inside-another-jvp-two"));
        }
        if (inputs.size() != directions.size()) {
            throw new IllegalArgumentException(say(
                    "tensor.forwardMode.inputs-need-many-directions",
                    "inputs",
                    inputs.size(),
                    "directions",
                    directions.size()));
        }
        List<Tensor> duals = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            duals.add(dual(inputs.get(i), directions.get(i)));
        }
        RUNNING.set(true);
        try {
            Tensor y = f.apply(List.copyOf(duals));
            Tensor tangent = Tape.tangent(y);
            Tensor value = Reshapes.reshaped("jvp", "AliasBackward0", y, y.shape);
            if (value.history != null) {
                value.history.tangent = null;
            }
            return new Autograd.ValueDerivative(value, tangent == null ? Tensors.zerosLike(value.detach()) : tangent);
        } finally {
            RUNNING.set(false);
        }
    }

    /** x with a tangent; recorded if x is. */
    private static Tensor dual(Tensor x, Tensor direction) {
        Casting.requireFloating("jvp", x);
        if (!direction.shape.equals(x.shape)) {
            throw new IllegalArgumentException(say(
                    "tensor.forwardMode.direction-shape-input-they",
                    "shape",
                    direction.shape.text(),
                    "shape2",
                    x.shape.text()));
        }
        Tensor dual = Tape.watches(x) ? Reshapes.reshaped("jvp", "AliasBackward0", x, x.shape) : x.detach();
        Tape.history(dual).tangent = Casting.to(direction, x.dtype());
        return dual;
    }
}
