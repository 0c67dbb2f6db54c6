package jacobi.nn;

import jacobi.operation.Op;
import jacobi.tensor.Tensor;
import java.util.List;

/** One step of recurrent layers, from what inputs and state give to the gates. */
final class Gates {
    private Gates() {}

    /**
     * The next state of a GRU.
     *
     * @param input what the input gives to reset gate, update gate and candidate, (batch, 3 · hidden)
     * @param hidden what the state gives to them
     * @param state (batch, hidden)
     */
    @Op
    static Tensor gruGates(Tensor input, Tensor hidden, Tensor state) {
        return GruStep.suits(input, hidden, state) ? GruStep.of(input, hidden, state) : composed(input, hidden, state);
    }

    static Tensor composed(Tensor input, Tensor hidden, Tensor state) {
        List<Tensor> x = input.chunk(3, -1), h = hidden.chunk(3, -1);
        Tensor reset = x.get(0).add(h.get(0)).sigmoid(),
                update = x.get(1).add(h.get(1)).sigmoid();
        Tensor candidate = x.get(2).add(reset.mul(h.get(2))).tanh();
        return candidate.add(update.mul(state.sub(candidate)));
    }

    /**
     * The next cell state of an LSTM.
     *
     * @param gates what input and state give to input gate, forget gate, candidate and output gate, (batch, 4 · hidden)
     * @param cell (batch, hidden)
     */
    @Op
    static Tensor lstmCell(Tensor gates, Tensor cell) {
        List<Tensor> g = gates.chunk(4, -1);
        return g.get(1).sigmoid().mul(cell).add(g.get(0).sigmoid().mul(g.get(2).tanh()));
    }
}
