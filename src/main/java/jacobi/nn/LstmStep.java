package jacobi.nn;

import static jacobi.nn.StepGradients.fall;
import static jacobi.nn.StepGradients.rise;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.empty;
import static jacobi.tensor.Tensors.stack;

import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Recurrence;
import java.util.List;

/** A step of an LSTM as one operation, see {@link GruStep}; hidden and cell state are one result, stacked. */
final class LstmStep {
    private final Tensor input;
    private final Tensor hidden;
    private final Tensor cell;
    private final Tensor gates;
    private final Tensor bent;
    private final int rows;
    private final int size;
    private final StepGradients gradients = new StepGradients(this::backward);

    private LstmStep(Tensor input, Tensor hidden, Tensor cell) {
        this.input = input;
        this.hidden = hidden;
        this.cell = cell;
        rows = cell.size(0);
        size = cell.size(1);
        gates = empty(cell.dtype(), Shape.of(rows, 4 * size));
        bent = empty(cell.dtype(), cell.shape());
    }

    static boolean suits(Tensor input, Tensor hidden, Tensor cell) {
        return StepGradients.suit(input, hidden, cell, 4);
    }

    static Tensor of(Tensor input, Tensor hidden, Tensor cell) {
        LstmStep self = new LstmStep(input, hidden, cell);
        Tensor y = self.forward();
        return Operation.of("LstmGatesBackward0", y)
                .input(input, self::fromGates, g -> self.gradients.hand(g, 0), input, hidden, cell)
                .input(hidden, self::fromGates, g -> self.gradients.hand(g, 1), input, hidden, cell)
                .input(cell, self::fromCell, g -> self.gradients.hand(g, 2), input, hidden, cell)
                .result();
    }

    private Tensor forward() {
        Tensor y = empty(cell.dtype(), Shape.of(2, rows, size));
        Elements i = Elements.of(input), h = Elements.of(hidden), c = Elements.of(cell);
        Recurrence.lstm(
                i.array(),
                i.offset(),
                h.array(),
                h.offset(),
                c.array(),
                c.offset(),
                rows,
                size,
                Elements.of(gates).array(),
                0,
                Elements.of(bent).array(),
                0,
                Elements.of(y).array(),
                rows * size,
                Elements.of(y).array(),
                0);
        return y;
    }

    private Tensor[] backward(Tensor gradient) {
        if (Operation.isTracked(gradient, input, hidden, cell)) {
            return recorded(gradient);
        }
        Tensor dGates = empty(cell.dtype(), input.shape()), dCell = empty(cell.dtype(), cell.shape());
        Elements d = Elements.of(gradient), c = Elements.of(cell);
        Recurrence.lstmGrad(
                d.array(),
                d.offset(),
                d.array(),
                d.offset() + rows * size,
                Elements.of(gates).array(),
                0,
                c.array(),
                c.offset(),
                Elements.of(bent).array(),
                0,
                rows,
                size,
                Elements.of(dGates).array(),
                0,
                Elements.of(dCell).array(),
                0);
        return new Tensor[] {dGates, dGates, dCell};
    }

    /** The gradients made of operations, which have derivatives in turn. */
    private Tensor[] recorded(Tensor gradient) {
        List<Tensor> all = input.add(hidden).chunk(4, -1);
        Tensor in = all.get(0).sigmoid(), forget = all.get(1).sigmoid();
        Tensor n = all.get(2).tanh(), open = all.get(3).sigmoid();
        Tensor t = forget.mul(cell).add(in.mul(n)).tanh(), dh = gradient.get(0);
        Tensor d = gradient.get(1).add(dh.mul(open).mul(fall(t)));
        Tensor dGates = cat(
                List.of(
                        d.mul(n).mul(rise(in)),
                        d.mul(cell).mul(rise(forget)),
                        d.mul(in).mul(fall(n)),
                        dh.mul(t).mul(rise(open))),
                1);
        return new Tensor[] {dGates, dGates, d.mul(forget)};
    }

    private Tensor part(Tensor of, int number) {
        return of.narrow(1, number * size, size);
    }

    private Tensor fromGates(Tensor t) {
        Tensor in = part(gates, 0), forget = part(gates, 1), n = part(gates, 2), open = part(gates, 3);
        Tensor dCell = part(t, 0)
                .mul(rise(in))
                .mul(n)
                .add(part(t, 1).mul(rise(forget)).mul(cell))
                .add(part(t, 2).mul(fall(n)).mul(in));
        Tensor dHidden =
                part(t, 3).mul(rise(open)).mul(bent).add(dCell.mul(open).mul(fall(bent)));
        return stack(List.of(dHidden, dCell));
    }

    private Tensor fromCell(Tensor t) {
        Tensor dCell = t.mul(part(gates, 1));
        return stack(List.of(dCell.mul(part(gates, 3)).mul(fall(bent)), dCell));
    }
}
