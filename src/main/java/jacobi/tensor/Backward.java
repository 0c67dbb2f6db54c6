package jacobi.tensor;

import java.util.Arrays;
import java.util.Map;

/**
 * One backward pass: carries gradients from results to leaves, latest operation first.
 *
 * <p>Operations are numbered in the order they happened, so the pending one with the largest number has received all
 * its gradient: a heap is the whole schedule, and depth costs no stack.
 */
final class Backward {
    private final boolean retainGraph;
    private final boolean createGraph;
    /** Nodes whose gradients are asked for, instead of accumulating in leaves; null for leaves. */
    private final Map<Node, Tensor> wanted;

    private final long oldest;
    private final long begun = Node.moment();
    private Node[] heap = new Node[8];
    private int size;

    private Backward(boolean retainGraph, boolean createGraph, Map<Node, Tensor> wanted) {
        this.retainGraph = retainGraph;
        this.createGraph = createGraph;
        this.wanted = wanted;
        long first = Long.MIN_VALUE;
        if (wanted != null) {
            first = Long.MAX_VALUE;
            for (Node node : wanted.keySet()) {
                first = Math.min(first, node.order);
            }
        }
        oldest = first;
    }

    /**
     * Runs a pass.
     *
     * @param wanted nodes whose gradients are stored as values of this map; null to accumulate in leaves
     */
    static void run(
            Tensor[] roots, Tensor[] gradients, boolean retainGraph, boolean createGraph, Map<Node, Tensor> wanted) {
        Backward pass = new Backward(retainGraph, createGraph, wanted);
        try (GradMode mode = GradMode.set(createGraph)) {
            for (int i = 0; i < roots.length; i++) {
                pass.give(Tape.target(roots[i]), gradients[i]);
            }
            for (int work = 0; pass.size > 0; ) {
                pass.visit(pass.poll());
                work = Loops.poll(work + 1024);
            }
        } finally {
            // After an error, gradients on the way must not turn up in a later pass.
            while (pass.size > 0) {
                pass.poll().pending = null;
            }
        }
    }

    private void visit(Node node) {
        boolean owned = node.pendingOwned || node.isLeaf() && node.pendingFresh && isClaimed(node.pending);
        Tensor gradient = node.hooked(node.pending);
        node.pending = null;
        if (wanted == null) {
            node.keep(gradient, owned, createGraph);
        } else if (wanted.containsKey(node)) {
            wanted.put(node, gradient);
        }
        if (node.isLeaf()) {
            return;
        }
        for (int i = 0; i < node.inputs(); i++) {
            Node target = node.target(i);
            if (target.order < oldest) {
                continue;
            }
            if (node.isPart(i) && mayAddTo(target, gradient)) {
                node.addPart(i, gradient);
                continue;
            }
            Tensor part = node.pull(i, gradient);
            if (part != null) {
                give(target, part);
                target.pendingFresh = target.pending == part && part.storage != gradient.storage;
                target.pendingOwned |= node.isPart(i) && target.pending == part && isPlain(part);
            }
        }
        if (!retainGraph) {
            node.release();
        }
    }

    /** Whether a gradient may be added in place to what a node has collected. */
    private boolean mayAddTo(Node target, Tensor gradient) {
        return target.pending != null
                && target.pendingOwned
                && target.pending.dtype() == gradient.dtype()
                && isPlain(gradient);
    }

    /** Whether nothing of the gradient is recorded. */
    private boolean isPlain(Tensor gradient) {
        return !createGraph && Tape.tangent(gradient) == null;
    }

    /**
     * Whether a leaf may keep the gradient: it was made in this pass, has its storage for itself, and is claimed for
     * the first time.
     */
    private boolean isClaimed(Tensor gradient) {
        return isPlain(gradient)
                && gradient.isContiguous()
                && gradient.storage.length == gradient.numel()
                && gradient.storage.claim(begun);
    }

    private void give(Node target, Tensor gradient) {
        if (target.pending == null) {
            target.pending = gradient;
            target.pendingOwned = target.pendingFresh = false;
            push(target);
        } else if (mayAddTo(target, gradient)) {
            Loops.binaryInto(BinaryOp.ADD, target.pending, gradient, target.pending);
        } else {
            target.pending = target.pending.add(gradient);
            target.pendingOwned = Tape.tangent(target.pending) == null;
        }
    }

    private void push(Node node) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        int i = size++;
        for (int up = (i - 1) / 2; i > 0 && heap[up].order < node.order; up = (i - 1) / 2) {
            heap[i] = heap[up];
            i = up;
        }
        heap[i] = node;
    }

    private Node poll() {
        Node top = heap[0], last = heap[--size];
        heap[size] = null;
        int i = 0;
        for (int down = 1; down < size; down = 2 * i + 1) {
            if (down + 1 < size && heap[down + 1].order > heap[down].order) {
                down++;
            }
            if (heap[down].order <= last.order) {
                break;
            }
            heap[i] = heap[down];
            i = down;
        }
        if (size > 0) {
            heap[i] = last;
        }
        return top;
    }
}
