package jacobi.nn;

import static jacobi.tensor.Tensors.empty;
import static jacobi.tensor.Tensors.noGrad;

import jacobi.tensor.Autograd;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * All steps of a recurrent layer as one operation: the weight is turned once for all of them, and its gradient is one
 * product. The result has the hidden state after each step, in the order of the input.
 */
abstract class RecurrentSequence {
    /** What is differentiated: {@link #input}, {@link #hidden}, {@link #weight} and what else the layer has. */
    private final Tensor[] inputs;

    final Tensor input;
    final Tensor hidden;
    final Tensor weight;
    final int steps;
    final int rows;
    final int size;
    /** The result. */
    final Tensor states;

    private final boolean reverse;
    private final StepGradients gradients = new StepGradients(this::backward);

    /**
     * @param reverse whether the steps go from the end of the input to its beginning
     * @param more how many states the result has after those of the steps
     * @param inputs what the input gives to the gates, (steps, batch, gates · hidden), the first hidden state, what it
     *     is multiplied by for the gates, (gates · hidden, hidden), and what else the layer has
     */
    RecurrentSequence(boolean reverse, int more, Tensor... inputs) {
        this.inputs = inputs;
        this.reverse = reverse;
        input = inputs[0];
        hidden = inputs[1];
        weight = inputs[2];
        steps = input.size(0);
        rows = hidden.size(0);
        size = hidden.size(1);
        states = room(steps + more, 1);
    }

    /**
     * Whether the steps can be one operation. They cannot where derivatives travel forward, which they do step by step.
     *
     * @param parts how many gates there are, with the candidate
     */
    static boolean suits(int parts, Tensor... inputs) {
        try (var off = noGrad()) {
            Tensor input = inputs[0], hidden = inputs[1];
            return input.numel() > 0
                    && Arrays.stream(inputs).allMatch(x -> x.dtype() == hidden.dtype())
                    && StepGradients.suit(input.get(0), input.get(0), hidden, parts)
                    && !Operation.isTracked(inputs);
        }
    }

    final Tensor result(String name) {
        try (var off = noGrad()) {
            forward();
        }
        Tensor[] saved = Arrays.copyOf(inputs, inputs.length + 1);
        saved[inputs.length] = states;
        Operation operation = Operation.of(name, states);
        for (int i = 0; i < inputs.length; i++) {
            int number = i;
            operation.input(inputs[i], RecurrentSequence::forwardMode, g -> gradients.hand(g, number), saved);
        }
        return operation.result();
    }

    /** Never called: see {@link #suits}. */
    private static Tensor forwardMode(Tensor t) {
        throw new UnsupportedOperationException();
    }

    /** Goes through the steps and writes the states. */
    abstract void forward();

    /** Gradients of the inputs. */
    abstract Tensor[] gradients(Tensor gradient);

    /** The result, made of operations. */
    abstract Tensor composed(Tensor[] inputs);

    /** Of so many states, each as wide as so many hidden ones. */
    final Tensor room(int states, int parts) {
        return empty(hidden.dtype(), Shape.of(states, rows, parts * size));
    }

    /** The place in the input of a step. */
    final int place(int step) {
        return reverse ? steps - 1 - step : step;
    }

    /** The gradient of the weight, from those of what it gave to the gates. */
    final Tensor weightGradient(Tensor dGates) {
        // Every step but the first multiplied the state that the one before it gave.
        Tensor first = dGates.get(place(0)).t().mm(hidden);
        if (steps == 1) {
            return first;
        }
        Tensor later = dGates.narrow(0, reverse ? 0 : 1, steps - 1),
                seen = states.narrow(0, reverse ? 1 : 0, steps - 1);
        return later.flatten(0, 1).t().mm(seen.flatten(0, 1)).add_(first);
    }

    private Tensor[] backward(Tensor gradient) {
        return Operation.isTracked(gradient) || Operation.isTracked(inputs) ? recorded(gradient) : gradients(gradient);
    }

    /** The gradients made of operations, which have derivatives in turn. */
    private Tensor[] recorded(Tensor gradient) {
        // Of their own nodes: those of the inputs are in use by the pass that asks.
        Tensor[] own = Arrays.stream(inputs).map(x -> x.add(0)).toArray(Tensor[]::new);
        List<Tensor> tracked = Arrays.stream(own).filter(Tensor::requiresGrad).toList();
        Iterator<Tensor> graded = Autograd.grad(List.of(composed(own)), tracked, List.of(gradient), true, true, true)
                .iterator();
        return Arrays.stream(own)
                .map(x -> x.requiresGrad() ? graded.next() : null)
                .toArray(Tensor[]::new);
    }
}
