package jacobi.nn;

import static jacobi.tensor.Tensors.empty;
import static jacobi.tensor.Tensors.stack;

import jacobi.tensor.Elements;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Recurrence;
import java.util.List;

/** All steps of a GRU as one operation, whose result is (steps, batch, hidden). */
final class GruSequence extends RecurrentSequence {
    private final Tensor bias;
    private final Tensor gates;
    /** What the hidden states gave to the gates, by steps. */
    private final Elements[] given;

    private GruSequence(boolean reverse, Tensor... inputs) {
        super(reverse, 0, inputs);
        bias = inputs.length > 3 ? inputs[3] : null;
        gates = room(steps, 3);
        given = new Elements[steps];
    }

    /**
     * The steps as one operation, or null if they cannot be that.
     *
     * @param bias what is added to what the hidden state gives, or null
     */
    static Tensor of(Tensor input, Tensor hidden, Tensor weight, Tensor bias, boolean reverse) {
        Tensor[] inputs =
                bias == null ? new Tensor[] {input, hidden, weight} : new Tensor[] {input, hidden, weight, bias};
        return suits(3, inputs) ? new GruSequence(reverse, inputs).result("GruBackward0") : null;
    }

    @Override
    void forward() {
        Tensor turned = weight.t().contiguous(), h = hidden;
        Elements x = Elements.of(input);
        Object to = Elements.of(states).array();
        int n = rows * size;
        for (int i = 0; i < steps; i++) {
            int t = place(i);
            Tensor product = h.mm(turned);
            given[i] = Elements.of(bias == null ? product : product.add_(bias));
            Elements before = Elements.of(h);
            Recurrence.gru(
                    x.array(),
                    x.offset() + 3 * t * n,
                    given[i].array(),
                    given[i].offset(),
                    before.array(),
                    before.offset(),
                    rows,
                    size,
                    Elements.of(gates).array(),
                    3 * t * n,
                    to,
                    t * n);
            h = states.get(t);
        }
    }

    @Override
    Tensor[] gradients(Tensor gradient) {
        Tensor dInput = room(steps, 3), dGiven = room(steps, 3), dHidden = null;
        Tensor dState = empty(hidden.dtype(), hidden.shape());
        int n = rows * size;
        for (int i = steps - 1; i >= 0; i--) {
            int t = place(i);
            Elements before = Elements.of(i == 0 ? hidden : states.get(place(i - 1)));
            Elements d = Elements.of(dHidden == null ? gradient.get(t) : dHidden.add_(gradient.get(t)));
            Recurrence.gruGrad(
                    d.array(),
                    d.offset(),
                    Elements.of(gates).array(),
                    3 * t * n,
                    given[i].array(),
                    given[i].offset(),
                    before.array(),
                    before.offset(),
                    rows,
                    size,
                    Elements.of(dInput).array(),
                    3 * t * n,
                    Elements.of(dGiven).array(),
                    3 * t * n,
                    Elements.of(dState).array());
            dHidden = dGiven.get(t).mm(weight).add_(dState);
        }
        Tensor dWeight = weightGradient(dGiven);
        return bias == null
                ? new Tensor[] {dInput, dHidden, dWeight}
                : new Tensor[] {dInput, dHidden, dWeight, dGiven.flatten(0, 1).sum(0)};
    }

    @Override
    Tensor composed(Tensor[] inputs) {
        Tensor turned = inputs[2].t(), h = inputs[1];
        Tensor[] all = new Tensor[steps];
        for (int i = 0; i < steps; i++) {
            Tensor product = h.mm(turned);
            h = all[place(i)] =
                    Gates.composed(inputs[0].get(place(i)), inputs.length > 3 ? product.add(inputs[3]) : product, h);
        }
        return stack(List.of(all));
    }
}
