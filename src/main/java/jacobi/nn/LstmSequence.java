package jacobi.nn;

import static jacobi.tensor.Tensors.empty;
import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.stack;

import jacobi.tensor.Autograd;
import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Recurrence;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * All steps of an LSTM as one operation: the weight is turned once for all of them, and its gradient is one product.
 * The result has the hidden state after each step, in the order of the input, and last the final cell state,
 * (steps + 1, batch, hidden).
 */
final class LstmSequence {
    private final Tensor input;
    private final Tensor hidden;
    private final Tensor cell;
    private final Tensor weight;
    private final boolean reverse;
    private final int steps;
    private final int rows;
    private final int size;
    private final Tensor gates;
    private final Tensor bent;
    /** Cell states: the first, then that after each step, in the order of the input. */
    private final Tensor cells;

    private final Tensor states;
    private final StepGradients gradients = new StepGradients(this::backward);

    private LstmSequence(Tensor input, Tensor hidden, Tensor cell, Tensor weight, boolean reverse) {
        this.input = input;
        this.hidden = hidden;
        this.cell = cell;
        this.weight = weight;
        this.reverse = reverse;
        steps = input.size(0);
        rows = cell.size(0);
        size = cell.size(1);
        gates = empty(cell.dtype(), input.shape());
        bent = empty(cell.dtype(), Shape.of(steps, rows, size));
        cells = empty(cell.dtype(), Shape.of(steps, rows, size));
        states = empty(cell.dtype(), Shape.of(steps + 1, rows, size));
    }

    /**
     * Whether the steps can be one operation. They cannot where derivatives travel forward, which they do step by step.
     *
     * @param input what the input and biases give to the gates, (steps, batch, 4 · hidden)
     * @param weight what the hidden state is multiplied by for the gates, (4 · hidden, hidden)
     */
    static boolean suits(Tensor input, Tensor hidden, Tensor cell, Tensor weight) {
        try (var off = noGrad()) {
            return input.numel() > 0
                    && weight.dtype() == cell.dtype()
                    && StepGradients.suit(input.get(0), input.get(0), cell, 4)
                    && !Operation.isTracked(input, hidden, cell, weight);
        }
    }

    /** @param reverse whether the steps go from the end of the input to its beginning */
    static Tensor of(Tensor input, Tensor hidden, Tensor cell, Tensor weight, boolean reverse) {
        LstmSequence self = new LstmSequence(input, hidden, cell, weight, reverse);
        try (var off = noGrad()) {
            self.forward();
        }
        Tensor[] inputs = {input, hidden, cell, weight}, saved = {input, hidden, cell, weight, self.states};
        Operation operation = Operation.of("LstmBackward0", self.states);
        for (int i = 0; i < inputs.length; i++) {
            int number = i;
            operation.input(inputs[i], LstmSequence::forwardMode, g -> self.gradients.hand(g, number), saved);
        }
        return operation.result();
    }

    /** Never called: see {@link #suits}. */
    private static Tensor forwardMode(Tensor t) {
        throw new UnsupportedOperationException();
    }

    /** The place in the input of a step. */
    private int place(int step) {
        return reverse ? steps - 1 - step : step;
    }

    private void forward() {
        Tensor turned = weight.t().contiguous(), h = hidden;
        Elements x = Elements.of(input), c = Elements.of(cell);
        Object to = Elements.of(states).array(), next = Elements.of(cells).array();
        int n = rows * size;
        for (int i = 0, t = 0; i < steps; i++) {
            int before = t;
            t = place(i);
            Elements of = Elements.of(h.mm(turned));
            Recurrence.lstm(
                    x.array(),
                    x.offset() + 4 * t * n,
                    of.array(),
                    of.offset(),
                    i == 0 ? c.array() : next,
                    i == 0 ? c.offset() : before * n,
                    rows,
                    size,
                    Elements.of(gates).array(),
                    4 * t * n,
                    Elements.of(bent).array(),
                    t * n,
                    next,
                    t * n,
                    to,
                    t * n);
            h = states.get(t);
        }
        states.get(steps).set(cells.get(place(steps - 1)));
    }

    private Tensor[] backward(Tensor gradient) {
        if (Operation.isTracked(gradient, input, hidden, cell, weight)) {
            return recorded(gradient);
        }
        Tensor dGates = empty(cell.dtype(), input.shape());
        Tensor dCell = gradient.get(steps).clone(), dHidden = null;
        Elements c = Elements.of(cell);
        Object dc = Elements.of(dCell).array();
        int n = rows * size;
        for (int i = steps - 1; i >= 0; i--) {
            int t = place(i), before = i == 0 ? 0 : place(i - 1);
            Elements d = Elements.of(dHidden == null ? gradient.get(t) : dHidden.add(gradient.get(t)));
            Recurrence.lstmGrad(
                    d.array(),
                    d.offset(),
                    dc,
                    0,
                    Elements.of(gates).array(),
                    4 * t * n,
                    i == 0 ? c.array() : Elements.of(cells).array(),
                    i == 0 ? c.offset() : before * n,
                    Elements.of(bent).array(),
                    t * n,
                    rows,
                    size,
                    Elements.of(dGates).array(),
                    4 * t * n,
                    dc,
                    0);
            dHidden = dGates.get(t).mm(weight);
        }
        // Every step but the first multiplied the state that the one before it gave.
        Tensor dWeight = dGates.get(place(0)).t().mm(hidden);
        if (steps > 1) {
            Tensor later = dGates.narrow(0, reverse ? 0 : 1, steps - 1),
                    seen = states.narrow(0, reverse ? 1 : 0, steps - 1);
            dWeight = later.flatten(0, 1).t().mm(seen.flatten(0, 1)).add_(dWeight);
        }
        return new Tensor[] {dGates, dHidden, dCell, dWeight};
    }

    /** The gradients made of operations, which have derivatives in turn. */
    private Tensor[] recorded(Tensor gradient) {
        // Of their own nodes: those of the inputs are in use by the pass that asks.
        Tensor[] inputs = {input.add(0), hidden.add(0), cell.add(0), weight.add(0)};
        Tensor turned = inputs[3].t(), h = inputs[1], c = inputs[2];
        Tensor[] all = new Tensor[steps + 1];
        for (int i = 0; i < steps; i++) {
            Tensor both = Gates.composedLstm(inputs[0].get(place(i)), h.mm(turned), c);
            h = all[place(i)] = both.get(0);
            c = all[steps] = both.get(1);
        }
        List<Tensor> tracked =
                Arrays.stream(inputs).filter(Tensor::requiresGrad).toList();
        Iterator<Tensor> graded = Autograd.grad(
                        List.of(stack(List.of(all))), tracked, List.of(gradient), true, true, true)
                .iterator();
        return Arrays.stream(inputs)
                .map(x -> x.requiresGrad() ? graded.next() : null)
                .toArray(Tensor[]::new);
    }
}
