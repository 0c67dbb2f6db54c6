package jacobi.nn;

import jacobi.operation.Op;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
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
     * The next hidden state and the next cell state of an LSTM, (2, batch, hidden).
     *
     * @param input what the input gives to input gate, forget gate, candidate and output gate, (batch, 4 · hidden)
     * @param hidden what the hidden state gives to them
     * @param cell (batch, hidden)
     */
    @Op
    static Tensor lstmGates(Tensor input, Tensor hidden, Tensor cell) {
        return LstmStep.suits(input, hidden, cell)
                ? LstmStep.of(input, hidden, cell)
                : composedLstm(input, hidden, cell);
    }

    static Tensor composedLstm(Tensor input, Tensor hidden, Tensor cell) {
        List<Tensor> g = input.add(hidden).chunk(4, -1);
        Tensor c =
                g.get(1).sigmoid().mul(cell).add(g.get(0).sigmoid().mul(g.get(2).tanh()));
        return Tensors.stack(List.of(g.get(3).sigmoid().mul(c.tanh()), c));
    }
}
