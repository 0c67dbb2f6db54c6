package jacobi.nn;

import static jacobi.nn.StepGradients.fall;
import static jacobi.nn.StepGradients.rise;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.empty;

import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Recurrence;
import java.util.List;

/**
 * A step of a GRU as one operation: 35 of them are a sequence, and each made of many operations would spend its time
 * between them.
 */
final class GruStep {
    private final Tensor input;
    private final Tensor hidden;
    private final Tensor state;
    private final Tensor gates;
    private final int rows;
    private final int size;
    private final StepGradients gradients = new StepGradients(this::backward);

    private GruStep(Tensor input, Tensor hidden, Tensor state) {
        this.input = input;
        this.hidden = hidden;
        this.state = state;
        rows = state.size(0);
        size = state.size(1);
        gates = empty(state.dtype(), Shape.of(rows, 3 * size));
    }

    static boolean suits(Tensor input, Tensor hidden, Tensor state) {
        return StepGradients.suit(input, hidden, state, 3);
    }

    static Tensor of(Tensor input, Tensor hidden, Tensor state) {
        GruStep self = new GruStep(input, hidden, state);
        Tensor y = self.forward();
        return Operation.of("GruGatesBackward0", y)
                .input(input, self::fromInput, g -> self.gradients.hand(g, 0), input, hidden, state)
                .input(hidden, self::fromHidden, g -> self.gradients.hand(g, 1), input, hidden, state)
                .input(state, t -> t.mul(self.part(1)), g -> self.gradients.hand(g, 2), input, hidden, state)
                .result();
    }

    private Tensor forward() {
        Tensor y = empty(state.dtype(), state.shape());
        Elements i = Elements.of(input), h = Elements.of(hidden), s = Elements.of(state);
        Elements g = Elements.of(gates), to = Elements.of(y);
        Recurrence.gru(
                i.array(),
                i.offset(),
                h.array(),
                h.offset(),
                s.array(),
                s.offset(),
                rows,
                size,
                g.array(),
                0,
                to.array(),
                0);
        return y;
    }

    private Tensor[] backward(Tensor gradient) {
        if (Operation.isTracked(gradient, input, hidden, state)) {
            return recorded(gradient);
        }
        Tensor[] all = {
            empty(state.dtype(), input.shape()),
            empty(state.dtype(), input.shape()),
            empty(state.dtype(), state.shape())
        };
        Elements d = Elements.of(gradient), g = Elements.of(gates), h = Elements.of(hidden), s = Elements.of(state);
        Elements di = Elements.of(all[0]), dh = Elements.of(all[1]), ds = Elements.of(all[2]);
        Recurrence.gruGrad(
                d.array(),
                d.offset(),
                g.array(),
                0,
                h.array(),
                h.offset(),
                s.array(),
                s.offset(),
                rows,
                size,
                di.array(),
                0,
                dh.array(),
                0,
                ds.array());
        return all;
    }

    /** The gradients made of operations, which have derivatives in turn. */
    private Tensor[] recorded(Tensor d) {
        List<Tensor> i = input.chunk(3, -1), h = hidden.chunk(3, -1);
        Tensor r = i.get(0).add(h.get(0)).sigmoid(), z = i.get(1).add(h.get(1)).sigmoid();
        Tensor n = i.get(2).add(r.mul(h.get(2))).tanh();
        Tensor dn = d.mul(z.neg().add(1)).mul(fall(n));
        Tensor dr = dn.mul(h.get(2)).mul(rise(r)), dz = d.mul(state.sub(n)).mul(rise(z));
        return new Tensor[] {cat(List.of(dr, dz, dn), 1), cat(List.of(dr, dz, dn.mul(r)), 1), d.mul(z)};
    }

    /** Reset gate, update gate or candidate. */
    private Tensor part(int number) {
        return gates.narrow(1, number * size, size);
    }

    private Tensor fromInput(Tensor t) {
        Tensor r = part(0), dr = t.narrow(1, 0, size).mul(rise(r));
        return turned(t, t.narrow(1, 2 * size, size).add(dr.mul(hidden.narrow(1, 2 * size, size))));
    }

    private Tensor fromHidden(Tensor t) {
        Tensor r = part(0), dr = t.narrow(1, 0, size).mul(rise(r));
        Tensor candidate = hidden.narrow(1, 2 * size, size);
        return turned(t, t.narrow(1, 2 * size, size).mul(r).add(dr.mul(candidate)));
    }

    private Tensor turned(Tensor t, Tensor candidate) {
        Tensor z = part(1), n = part(2);
        Tensor dz = t.narrow(1, size, size).mul(rise(z));
        Tensor dn = candidate.mul(fall(n));
        return dn.mul(z.neg().add(1)).add(dz.mul(state.sub(n)));
    }
}
