package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import java.util.function.UnaryOperator;

/** Gradients of a {@link Tensor}. */
public sealed interface TensorAutograd permits Tensor {
    /** Whether gradients with respect to this tensor, or through it, are wanted. */
    default boolean requiresGrad() {
        return Tape.requiresGrad(self());
    }

    /**
     * Says whether gradients with respect to this tensor are wanted, and returns it.
     *
     * @throws IllegalArgumentException if its elements are not fractions
     * @throws IllegalStateException if it is the result of a recorded operation and gradients are not wanted
     */
    default Tensor requiresGrad_(boolean wanted) {
        Tensor x = self();
        if (wanted && !x.dtype().isFloatingPoint()) {
            throw new IllegalArgumentException(
                    say("tensor.tensorAutograd.only-fractions-gradients-tensor", "dtype", x.dtype()));
        }
        if (!isLeaf()) {
            if (wanted) {
                return x;
            }
            throw new IllegalStateException(
                    say("tensor.tensorAutograd.false-tensor-was-made", "gradFn", gradFn().name()));
        }
        if (wanted || x.history != null) {
            Tape.history(x).leafRequiresGrad = wanted;
        }
        if (wanted) {
            WarmUp.parameter(x);
        }
        return x;
    }

    /** Says that gradients with respect to this tensor are wanted. */
    default Tensor requiresGrad_() {
        return requiresGrad_(true);
    }

    /** Whether no recorded operation made this tensor. */
    default boolean isLeaf() {
        return Tape.node(self()) == null;
    }

    /** The recorded operation that made this tensor, or null of a leaf. */
    default Node gradFn() {
        return Tape.node(self());
    }

    /** The gradient accumulated by backward, of this tensor's shape; null before the first. */
    default Tensor grad() {
        return self().history == null ? null : self().history.grad;
    }

    /** Replaces the accumulated gradient; null forgets it. */
    default Tensor grad(Tensor gradient) {
        if (gradient != null && !gradient.shape.equals(self().shape)) {
            throw new IllegalArgumentException(say(
                    "tensor.tensorAutograd.gradient-shape-does-not",
                    "shape",
                    gradient.shape.text(),
                    "shape2",
                    self().shape.text()));
        }
        Tape.history(self()).grad = gradient;
        return self();
    }

    /**
     * Computes the gradients of this number with respect to all leaves that require them, and adds them to those
     * leaves' grad.
     *
     * @throws IllegalStateException if this is not a number, if nothing requires grad, or if the graph was freed by an
     * earlier backward
     */
    default void backward() {
        backward(null, false, false);
    }

    /**
     * As {@link #backward()} for a tensor that is no number: {@code gradient} weighs its elements.
     *
     * @param gradient of this tensor's shape; null for a number
     */
    default void backward(@Default("null") Tensor gradient) {
        backward(gradient, false, false);
    }

    /** As {@link #backward(Tensor)}; with {@code retainGraph} the graph can be gone through again. */
    default void backward(@Default("null") Tensor gradient, @Default("false") boolean retainGraph) {
        backward(gradient, retainGraph, false);
    }

    /** As {@link #backward(Tensor)}; with {@code createGraph} the gradients are recorded and have gradients in turn. */
    default void backward(
            @Default("null") Tensor gradient,
            @Default("false") boolean retainGraph,
            @Default("false") boolean createGraph) {
        Autograd.backward(self(), gradient, retainGraph || createGraph, createGraph);
    }

    /** The same values, sharing storage, for which gradients stop. */
    default Tensor detach() {
        Tensor x = self();
        return new Tensor(x.storage, x.offset, x.shape, x.strides, null, false);
    }

    /** As {@link #detach}: PyTorch's {@code x.data}, whose changes in place are not recorded. */
    default Tensor data() {
        return detach();
    }

    /** Forgets how this tensor came about, in place. */
    default Tensor detach_() {
        Tensor x = self();
        if (x.viewOf != null && Tape.watches(x.viewOf)) {
            throw new IllegalStateException(say("tensor.tensorAutograd.view-cannot-detached-place"));
        }
        x.history = null;
        return x;
    }

    /** Keeps the gradient of this tensor in {@link #grad()} though it is not a leaf. */
    default Tensor retainGrad() {
        if (!isLeaf()) {
            gradFn().retain(self());
        }
        return self();
    }

    /**
     * Has a function look at the gradient of this tensor whenever it is computed; what it returns, unless null,
     * replaces the gradient.
     *
     * @return removes the hook when run
     */
    default Runnable registerHook(UnaryOperator<Tensor> hook) {
        Node target = Tape.target(self());
        if (target == null) {
            throw new IllegalStateException(say("tensor.tensorAutograd.tensor-does-not-require"));
        }
        target.addHook(hook);
        return () -> target.removeHook(hook);
    }

    /** The derivative travelling along in forward mode, or null; see {@link Autograd#jvp}. */
    default Tensor tangent() {
        return Tape.tangent(self());
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
