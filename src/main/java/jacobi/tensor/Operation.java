package jacobi.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One use of a differentiable operation being written down: its result, and for each input how derivatives pass.
 *
 * <p>Every operation of this package is defined with it, and so are operations defined elsewhere:
 *
 * <pre>{@code
 * static Tensor cube(Tensor x) {
 *     Tensor y;
 *     try (var off = noGrad()) { y = x.mul(x).mul(x); }
 *     return Operation.of("CubeBackward0", y)
 *             .elementwise(x, d -> d.mul(x.square()).mul(3), x)
 *             .result();
 * }
 * }</pre>
 *
 * <p>An input whose derivatives nobody wants is passed over; where none is left the result has no history.
 *
 * <p>Derivatives are made of tensor operations, so they have derivatives in turn. Values they use are named after them:
 * these are checked for in-place changes before use and freed after backward.
 */
public final class Operation {
    private final String name;
    private final Tensor result;
    private Node node;
    /** Derivatives that travel forward and their maps, in turn; null if none do. */
    private List<Object> travelling;

    /** The derivative of what does not change with an input. */
    static final Derivative ZERO = d -> Tensor.empty(d.dtype(), d.shape);

    private Operation(String name, Tensor result) {
        this.name = name;
        this.result = result;
    }

    /**
     * Begins.
     *
     * @param name what {@code grad_fn} shows
     * @param result a tensor computed without recording, not used elsewhere yet; a view of an input is fine
     */
    public static Operation of(String name, Tensor result) {
        return new Operation(name, result);
    }

    /**
     * y, which is the same for all values near x, with a derivative 0 for x where one is wanted: what is made of y can
     * then be differentiated with respect to x, as in PyTorch.
     */
    public static Tensor constantIn(Tensor x, String name, Tensor y) {
        if (!Tape.watches(x)) {
            return y;
        }
        return of(name, y.look(y.offset, y.shape, y.strides))
                .elementwise(y, d -> d)
                .input(x, t -> Tensor.empty(y.dtype(), y.shape), g -> Tensor.empty(x.dtype(), x.shape))
                .result();
    }

    /**
     * A function of every element of x, without its history: fractions keep their type, integers give float32.
     *
     * @param function called once for each element, on several threads if there are many
     */
    public static Tensor map(Tensor x, DoubleUnaryOperator function) {
        return Loops.floatingUnary(function::applyAsDouble, x);
    }

    /** x, which must hold fractions for the operation named. */
    public static Tensor requireFloating(String operation, Tensor x) {
        return Casting.requireFloating(operation, x);
    }

    /** The index, which must hold whole numbers for the operation named. */
    public static void requireInteger(String operation, Tensor index) {
        Selection.requireInteger(operation, index);
    }

    /** Whether derivatives of an input are wanted: if of none, what only they need is not worth computing. */
    public static boolean isTracked(Tensor... inputs) {
        return Tape.watches(inputs);
    }

    /**
     * An input of which each element influences just its own element of the result, after broadcasting.
     *
     * @param derivative multiplies by the partial derivatives; it serves backward and forward mode alike, and gradients
     *     are summed over broadcast axes afterwards
     * @param saved the values {@code derivative} uses
     */
    public Operation elementwise(Tensor x, Derivative derivative, Tensor... saved) {
        if (Tape.isPlain(x)) {
            return this;
        }
        Tensor t = Tape.tangent(x);
        Tensor whole = t == null || t.shape.equals(result.shape) ? t : t.expand(result.shape.dims);
        return record(x, whole, derivative, derivative, saved, null);
    }

    /**
     * Any other input.
     *
     * @param pushforward maps a derivative of x to that of the result (forward mode)
     * @param pullback maps the gradient of the result to that of x (backward)
     * @param saved the values {@code pullback} uses
     */
    public Operation input(Tensor x, Derivative pushforward, Derivative pullback, Tensor... saved) {
        return Tape.isPlain(x) ? this : record(x, Tape.tangent(x), pushforward, pullback, saved, null);
    }

    /**
     * An input of which the result shows a part. The gradients of many parts are added in one place: each on its own
     * would be as large as the whole, and the rows of a matrix taken one by one would cost as much as its square.
     *
     * @param view maps a tensor of the input's shape to a view of the part
     * @param pullback maps the gradient of the part to one of the whole, in storage of its own
     */
    Operation part(Tensor x, Derivative view, Derivative pullback) {
        return Tape.isPlain(x) ? this : record(x, Tape.tangent(x), view, pullback, new Tensor[0], view);
    }

    private Operation record(
            Tensor x, Tensor tangent, Derivative pushforward, Derivative pullback, Tensor[] saved, Derivative view) {
        if (tangent != null) {
            travel(tangent, pushforward);
        }
        if (Tape.requiresGrad(x) && GradMode.isEnabled()) {
            if (node == null) {
                node = Node.operation(name);
            }
            node.input(x, pullback, saved, view);
        }
        return this;
    }

    private void travel(Tensor t, Derivative map) {
        if (travelling == null) {
            travelling = new ArrayList<>();
        }
        travelling.add(t);
        travelling.add(map);
    }

    /** The result, with its history. */
    public Tensor result() {
        if (node != null) {
            Tape.history(result).node = node;
        }
        if (travelling != null) {
            Tape.history(result).tangent = tangent();
        }
        return result;
    }

    /** Sums what arrives; only now, as maps may use the result, whose history must be known. */
    private Tensor tangent() {
        Tensor sum = null;
        for (int i = 0; i < travelling.size(); i += 2) {
            Tensor t = ForwardMode.push((Derivative) travelling.get(i + 1), (Tensor) travelling.get(i));
            if (t.dtype() != result.dtype()) {
                t = Casting.to(t, result.dtype());
            }
            sum = sum == null ? t : sum.add(t);
        }
        return sum;
    }
}
