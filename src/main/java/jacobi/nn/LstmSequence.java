package jacobi.nn;

import static jacobi.tensor.Tensors.stack;

import jacobi.tensor.Elements;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Recurrence;
import java.util.List;

/** All steps of an LSTM as one operation, whose result ends with the final cell state, (steps + 1, batch, hidden). */
final class LstmSequence extends RecurrentSequence {
    private final Tensor cell;
    private final Tensor gates;
    private final Tensor bent;
    /** Cell states: the first, then that after each step, in the order of the input. */
    private final Tensor cells;

    private LstmSequence(Tensor input, Tensor hidden, Tensor cell, Tensor weight, boolean reverse) {
        super(reverse, 1, input, hidden, weight, cell);
        this.cell = cell;
        gates = room(steps, 4);
        bent = room(steps, 1);
        cells = room(steps, 1);
    }

    /** The steps as one operation, or null if they cannot be that. */
    static Tensor of(Tensor input, Tensor hidden, Tensor cell, Tensor weight, boolean reverse) {
        return suits(4, input, hidden, weight, cell)
                ? new LstmSequence(input, hidden, cell, weight, reverse).result("LstmBackward0")
                : null;
    }

    @Override
    void forward() {
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

    @Override
    Tensor[] gradients(Tensor gradient) {
        Tensor dGates = room(steps, 4), dCell = gradient.get(steps).clone(), dHidden = null;
        Elements c = Elements.of(cell);
        Object dc = Elements.of(dCell).array();
        int n = rows * size;
        for (int i = steps - 1; i >= 0; i--) {
            int t = place(i), before = i == 0 ? 0 : place(i - 1);
            Elements d = Elements.of(dHidden == null ? gradient.get(t) : dHidden.add_(gradient.get(t)));
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
        return new Tensor[] {dGates, dHidden, weightGradient(dGates), dCell};
    }

    @Override
    Tensor composed(Tensor[] inputs) {
        Tensor turned = inputs[2].t(), h = inputs[1], c = inputs[3];
        Tensor[] all = new Tensor[steps + 1];
        for (int i = 0; i < steps; i++) {
            Tensor both = Gates.composedLstm(inputs[0].get(place(i)), h.mm(turned), c);
            h = all[place(i)] = both.get(0);
            c = all[steps] = both.get(1);
        }
        return stack(List.of(all));
    }
}
