package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Differentiation of results with respect to inputs, and of functions, as {@code torch.autograd} and its functional
 * part.
 *
 * <p>Functions take and give tensors; those of several inputs take a list. Inputs of functions need not require grad.
 * Where an input does require grad, what these functions return is recorded too, so they can be nested.
 */
public final class Autograd {
    private Autograd() {}

    /**
     * A function's value together with a derivative.
     *
     * @param value what the function returned
     * @param derivative a tangent (jvp) or a gradient (vjp)
     */
    public record ValueDerivative(Tensor value, Tensor derivative) {}

    // ------------------------------------------------------------------------------------------- of results

    static void backward(Tensor root, Tensor gradient, boolean retainGraph, boolean createGraph) {
        requireRecorded("backward", root);
        Backward.run(new Tensor[] {root}, new Tensor[] {seed(root, gradient)}, retainGraph, createGraph, null);
    }

    private static void requireRecorded(String operation, Tensor root) {
        if (!Tape.requiresGrad(root)) {
            throw new IllegalStateException(say("tensor.autograd.tensor-does-not-depend", "operation", operation));
        }
    }

    /** The gradient a pass begins with: 1 for a number, else what the caller gave. */
    private static Tensor seed(Tensor root, Tensor gradient) {
        if (gradient == null) {
            if (root.numel() != 1) {
                throw new IllegalStateException(say(
                        "tensor.autograd.gradient-exists-number-only",
                        "shape",
                        root.shape.text(),
                        "numel",
                        root.dim() == 1 ? "(" + root.numel() + ")" : root.shape.text()));
            }
            return Tensors.onesLike(root.detach());
        }
        if (!gradient.shape.equals(root.shape)) {
            throw new IllegalArgumentException(say(
                    "tensor.autograd.gradient-shape-tensor-they",
                    "shape",
                    gradient.shape.text(),
                    "shape2",
                    root.shape.text()));
        }
        return Casting.to(gradient, root.dtype());
    }

    /** Gradient of a number with respect to one input; nothing accumulates in leaves. */
    public static Tensor grad(Tensor output, Tensor input) {
        return grad(output, input, false);
    }

    /**
     * As {@link #grad(Tensor, Tensor)}; with {@code createGraph} the gradient is recorded and has gradients in turn.
     */
    public static Tensor grad(Tensor output, Tensor input, boolean createGraph) {
        return grad(output, List.of(input), createGraph).get(0);
    }

    /** Gradients of a number with respect to several inputs. */
    public static List<Tensor> grad(Tensor output, List<Tensor> inputs, boolean createGraph) {
        return grad(List.of(output), inputs, null, createGraph, createGraph, false);
    }

    /**
     * Gradients of outputs, weighed and summed, with respect to inputs.
     *
     * @param gradOutputs for each output its weight, of its shape; null (or a null among them) for numbers
     * @param retainGraph whether the graph can be gone through again
     * @param createGraph whether the gradients are recorded and have gradients in turn
     * @param allowUnused whether an input the outputs do not depend on has null instead of an error
     */
    public static List<Tensor> grad(
            List<Tensor> outputs,
            List<Tensor> inputs,
            List<Tensor> gradOutputs,
            boolean retainGraph,
            boolean createGraph,
            boolean allowUnused) {
        Tensor[] roots = outputs.toArray(new Tensor[0]), seeds = new Tensor[roots.length];
        for (int i = 0; i < roots.length; i++) {
            requireRecorded("grad", roots[i]);
            seeds[i] = seed(roots[i], gradOutputs == null ? null : gradOutputs.get(i));
        }
        Map<Node, Tensor> wanted = new IdentityHashMap<>();
        for (Tensor input : inputs) {
            requireRecorded("grad", input);
            wanted.put(Tape.target(input), null);
        }
        Backward.run(roots, seeds, retainGraph || createGraph, createGraph, wanted);
        List<Tensor> gradients = new ArrayList<>();
        for (Tensor input : inputs) {
            Tensor gradient = wanted.get(Tape.target(input));
            if (gradient == null && !allowUnused) {
                throw new IllegalStateException(say(
                        "tensor.autograd.outputs-do-not-depend",
                        "indexOf",
                        inputs.indexOf(input),
                        "shape",
                        input.shape.text()));
            }
            gradients.add(gradient);
        }
        return gradients;
    }

    // ------------------------------------------------------------------------------------------- of functions

    /**
     * Value of f at x, and the gradient of {@code v · f} with respect to x: the vector-Jacobian product, computed
     * backward.
     */
    public static ValueDerivative vjp(UnaryOperator<Tensor> f, Tensor x, Tensor v) {
        try (GradMode on = GradMode.set(true)) {
            boolean record = Tape.requiresGrad(x);
            Tensor input = input(x);
            Tensor y = f.apply(input);
            Tensor gradient = gradientOrZeros(y, input, v, false, record);
            return new ValueDerivative(record ? y : y.detach(), gradient);
        }
    }

    /** As {@link #vjp(UnaryOperator, Tensor, Tensor)} of a function whose value is a number. */
    public static ValueDerivative vjp(UnaryOperator<Tensor> f, Tensor x) {
        return vjp(f, x, null);
    }

    /**
     * Value of f at x, and its derivative in the direction v: the Jacobian-vector product.
     *
     * <p>It is computed forward: every operation carries the derivative of its result along with the result, in one
     * pass and without a tape.
     *
     * @param v a direction, of x's shape
     */
    public static ValueDerivative jvp(UnaryOperator<Tensor> f, Tensor x, Tensor v) {
        return ForwardMode.jvp(xs -> f.apply(xs.get(0)), List.of(x), List.of(v));
    }

    /** As {@link #jvp(UnaryOperator, Tensor, Tensor)} of a function of several inputs, with a direction for each. */
    public static ValueDerivative jvp(Function<List<Tensor>, Tensor> f, List<Tensor> inputs, List<Tensor> directions) {
        return ForwardMode.jvp(f, inputs, directions);
    }

    /** All partial derivatives of f at x: shape of the value followed by the shape of x, as PyTorch arranges them. */
    public static Tensor jacobian(UnaryOperator<Tensor> f, Tensor x) {
        return jacobian(xs -> f.apply(xs.get(0)), List.of(x)).get(0);
    }

    /** As {@link #jacobian(UnaryOperator, Tensor)}, one for each of several inputs. */
    public static List<Tensor> jacobian(Function<List<Tensor>, Tensor> f, List<Tensor> inputs) {
        try (GradMode on = GradMode.set(true)) {
            boolean record = false;
            List<Tensor> xs = new ArrayList<>();
            for (Tensor x : inputs) {
                record |= Tape.requiresGrad(x);
                xs.add(input(x));
            }
            Tensor y = f.apply(List.copyOf(xs));
            List<List<Tensor>> rows = new ArrayList<>();
            for (int k = 0; k < xs.size(); k++) {
                rows.add(new ArrayList<>());
            }
            for (int i = 0; i < y.numel(); i++) {
                Tensor one = Tensors.zerosLike(y.detach());
                one.storage.setDouble(i, 1);
                for (int k = 0; k < xs.size(); k++) {
                    rows.get(k)
                            .add(gradientOrZeros(y, xs.get(k), one, true, record)
                                    .contiguous());
                }
            }
            List<Tensor> jacobians = new ArrayList<>();
            for (int k = 0; k < xs.size(); k++) {
                int[] dims = append(y.shape.dims, xs.get(k).shape.dims);
                jacobians.add(
                        rows.get(k).isEmpty()
                                ? Tensors.zeros(xs.get(k).dtype(), dims)
                                : Tensors.stack(rows.get(k)).reshape(dims));
            }
            return jacobians;
        }
    }

    /** All second derivatives of a function whose value is a number: shape of x twice. */
    public static Tensor hessian(UnaryOperator<Tensor> f, Tensor x) {
        return jacobian(
                z -> {
                    Tensor y = requireNumber("hessian", f.apply(z));
                    return gradientOrZeros(y, z, null, false, true);
                },
                x);
    }

    /**
     * Value of f at x and the product of its second derivatives with a direction v, without forming them all: forward
     * over backward.
     */
    public static ValueDerivative hvp(UnaryOperator<Tensor> f, Tensor x, Tensor v) {
        Tensor[] value = new Tensor[1];
        UnaryOperator<Tensor> gradient =
                z -> vjp(t -> value[0] = requireNumber("hvp", f.apply(t)), z).derivative();
        Tensor product = jvp(gradient, x, v).derivative();
        return new ValueDerivative(value[0].detach(), product.detach());
    }

    private static Tensor requireNumber(String operation, Tensor y) {
        if (y.numel() != 1) {
            throw new IllegalArgumentException(say(
                    "tensor.autograd.function-return-number-returned",
                    "operation",
                    operation,
                    "shape",
                    y.shape.text()));
        }
        return y;
    }

    /** x as the input of a function to differentiate: a leaf, or recorded if x itself requires grad. */
    private static Tensor input(Tensor x) {
        Casting.requireFloating("differentiation", x);
        if (!Tape.watches(x)) {
            return x.detach().requiresGrad_(true);
        }
        Tensor input = Reshapes.reshaped("input", "AliasBackward0", x, x.shape);
        // Only a tangent travels along: the input is a leaf that carries it.
        if (!Tape.requiresGrad(input)) {
            Tape.history(input).leafRequiresGrad = true;
        }
        return input;
    }

    private static Tensor gradientOrZeros(Tensor y, Tensor x, Tensor v, boolean retain, boolean record) {
        Tensor gradient = null;
        if (Tape.requiresGrad(y)) {
            gradient = grad(List.of(y), List.of(x), v == null ? null : List.of(v), retain || record, record, true)
                    .get(0);
        } else {
            seed(y, v);
        }
        return gradient == null ? Tensors.zerosLike(x.detach()) : gradient;
    }

    private static int[] append(int[] a, int[] b) {
        int[] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /**
     * Compares the gradients of f at float64 inputs, backward and forward, with differences of its values.
     *
     * @return true
     * @throws AssertionError if one differs by more than 1e-5 + 1e-3 of it, saying which and by how much
     */
    public static boolean gradcheck(Function<List<Tensor>, Tensor> f, List<Tensor> inputs) {
        return GradientComparison.check(f, inputs, 1e-6, 1e-5, 1e-3);
    }

    /** As {@link #gradcheck(Function, List)}, of one input. */
    public static boolean gradcheck(UnaryOperator<Tensor> f, Tensor x) {
        return gradcheck(xs -> f.apply(xs.get(0)), List.of(x));
    }

    /** As gradcheck, of the gradients of f: checks second derivatives. */
    public static boolean gradgradcheck(UnaryOperator<Tensor> f, Tensor x) {
        Tensor weights = weights(f.apply(x));
        return gradcheck(z -> vjp(f, z, weights).derivative(), x);
    }

    /** Unequal weights, so that errors in different elements do not cancel. */
    private static Tensor weights(Tensor y) {
        Tensor w = Tensors.arange(1, y.numel() + 1.0, y.dtype()).mul(0.37).sin();
        return w.reshape(y.shape.dims);
    }
}
