package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * One operation on the tape: what PyTorch shows as {@code grad_fn}.
 *
 * <p>It knows where the gradients of its inputs go, how each is computed from the gradient of its result, and the
 * values saved for that.
 */
public final class Node {
    private static final AtomicLong CLOCK = new AtomicLong();
    private static final Tensor[] NOTHING = {};

    /**
     * Operations are numbered as they happen, so inputs have smaller numbers than what is made of them; leaves come
     * below all.
     */
    final long order;

    private final String name;
    /** The leaf whose gradient accumulates here, or null of an operation. */
    private final Tensor leaf;

    private Input[] inputs;
    private int count;
    private boolean released;
    private List<UnaryOperator<Tensor>> hooks;
    /** Another tensor than a leaf that wants to keep its gradient. */
    private Tensor retaining;

    /** The gradient collected in the backward pass now running, or null. */
    Tensor pending;
    /** Whether {@link #pending} is a sum made by the pass itself, which may add to it in place. */
    boolean pendingOwned;

    /**
     * Whether {@link #pending} was made by the operation it comes from, which has no more use for it: a leaf may keep
     * it.
     */
    boolean pendingFresh;

    private record Input(
            Node target,
            Shape shape,
            DType dtype,
            Derivative pullback,
            Tensor[] saved,
            int[] versions,
            Derivative view) {}

    private Node(String name, Tensor leaf, int inputs) {
        this.name = name;
        this.leaf = leaf;
        this.inputs = new Input[inputs];
        order = leaf == null ? CLOCK.incrementAndGet() : -CLOCK.incrementAndGet();
    }

    /** A moment after all operations and storage so far. */
    static long moment() {
        return CLOCK.incrementAndGet();
    }

    /** The moment of the last operation. */
    static long now() {
        return CLOCK.get();
    }

    static Node operation(String name) {
        return new Node(name, null, 2);
    }

    static Node accumulating(Tensor leaf) {
        return new Node("AccumulateGrad", leaf, 0);
    }

    /**
     * Records how the gradient for x follows from the gradient of the result, and with which saved values.
     *
     * @param view maps a tensor like x to a view of the part that is the result, or null
     */
    void input(Tensor x, Derivative pullback, Tensor[] saved, Derivative view) {
        int[] versions = new int[saved.length];
        for (int i = 0; i < saved.length; i++) {
            versions[i] = saved[i].storage.version();
        }
        if (count == inputs.length) {
            inputs = java.util.Arrays.copyOf(inputs, count * 2 + 1);
        }
        inputs[count++] = new Input(
                Tape.target(x), x.shape, x.dtype(), pullback, saved.length == 0 ? NOTHING : saved, versions, view);
    }

    /** The name PyTorch gives the operation, such as {@code MulBackward0}. */
    public String name() {
        return name;
    }

    /** The operations that made the inputs whose gradients are wanted, and {@code AccumulateGrad} for leaves. */
    public List<Node> nextFunctions() {
        List<Node> next = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            next.add(inputs[i].target);
        }
        return Collections.unmodifiableList(next);
    }

    /** The shapes of those inputs, in the order of {@link #nextFunctions}; of a leaf none. */
    public List<Shape> inputShapes() {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shapes.add(inputs[i].shape);
        }
        return Collections.unmodifiableList(shapes);
    }

    /**
     * Calls a function with the gradient of this operation's result in every backward pass.
     *
     * @param hook returns another gradient to go on with, or null to leave it
     * @return takes the hook away again
     */
    public Runnable registerHook(UnaryOperator<Tensor> hook) {
        addHook(hook);
        return () -> removeHook(hook);
    }

    /** The leaf a node named {@code AccumulateGrad} stands for, or null of an operation. */
    public Tensor variable() {
        return leaf;
    }

    /** The values saved for backward; none after the graph was freed. */
    public List<Tensor> savedTensors() {
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (Tensor x : inputs[i].saved) {
                if (all.stream().noneMatch(y -> y == x)) {
                    all.add(x);
                }
            }
        }
        return Collections.unmodifiableList(all);
    }

    void addHook(UnaryOperator<Tensor> hook) {
        if (hooks == null) {
            hooks = new ArrayList<>();
        }
        hooks.add(hook);
    }

    void removeHook(UnaryOperator<Tensor> hook) {
        if (hooks != null) {
            hooks.remove(hook);
        }
    }

    void retain(Tensor x) {
        retaining = x;
    }

    boolean isLeaf() {
        return leaf != null;
    }

    int inputs() {
        return count;
    }

    Node target(int i) {
        return inputs[i].target;
    }

    /** The collected gradient after the hooks had their say. */
    Tensor hooked(Tensor gradient) {
        if (hooks != null) {
            for (UnaryOperator<Tensor> hook : List.copyOf(hooks)) {
                Tensor changed = hook.apply(gradient);
                if (changed != null) {
                    gradient = changed;
                }
            }
        }
        return gradient;
    }

    /** Whether the result is a part of input {@code i}. */
    boolean isPart(int i) {
        return inputs[i].view != null;
    }

    /**
     * Adds the gradient of the result, which is a part of input {@code i}, in its place to what the input has
     * collected.
     */
    void addPart(int i, Tensor gradient) {
        Tensor place = inputs[i].view.of(inputs[i].target.pending);
        Loops.binaryInto(BinaryOp.ADD, place, gradient, place);
    }

    /** Adds the gradient to the leaf's, in the one buffer it has, or to that of a tensor that asked to retain it. */
    void keep(Tensor gradient, boolean owned, boolean createGraph) {
        if (leaf != null) {
            accumulate(Tape.history(leaf), gradient, owned && hooks == null, createGraph);
        } else if (retaining != null) {
            accumulate(Tape.history(retaining), gradient, false, createGraph);
        }
    }

    private static void accumulate(GradientHistory of, Tensor gradient, boolean owned, boolean createGraph) {
        if (createGraph) {
            of.grad = of.grad == null ? gradient : of.grad.add(gradient);
        } else if (of.grad == null) {
            of.grad = owned && gradient.isContiguous() ? gradient : Loops.fresh(gradient);
        } else {
            Loops.binaryInto(BinaryOp.ADD, of.grad, gradient, of.grad);
            of.grad.storage.changed();
        }
    }

    /**
     * The gradient for input {@code i}.
     *
     * @throws IllegalStateException if the graph was freed, or a saved value was changed in place since
     */
    Tensor pull(int i, Tensor gradient) {
        Input input = inputs[i];
        if (released) {
            throw new IllegalStateException(say("tensor.node.been-through-backward-already", "name", name));
        }
        for (int k = 0; k < input.saved.length; k++) {
            Tensor x = input.saved[k];
            if (x.storage.version() != input.versions[k]) {
                throw new IllegalStateException(say(
                        "tensor.node.value-needs-shape-was",
                        "name",
                        name,
                        "dtype",
                        x.dtype(),
                        "shape",
                        x.shape.text(),
                        "version",
                        x.storage.version(),
                        "versions",
                        input.versions[k]));
            }
        }
        Tensor result = input.pullback.of(gradient);
        if (result == null) {
            return null;
        }
        if (!result.shape.equals(input.shape)) {
            result = Broadcast.undo(result, input.shape);
        }
        return result.dtype() == input.dtype ? result : Casting.to(result, input.dtype);
    }

    /** Lets go of saved values; an operation that saved none can be gone through again. */
    void release() {
        boolean saves = false;
        for (int i = 0; i < count; i++) {
            saves |= inputs[i].saved.length > 0;
        }
        if (!saves) {
            return;
        }
        released = true;
        for (int i = 0; i < count; i++) {
            Input input = inputs[i];
            inputs[i] = new Input(input.target, input.shape, input.dtype, null, NOTHING, null, null);
        }
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
