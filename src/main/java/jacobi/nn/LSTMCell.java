package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** One step of an {@link LSTM}: (batch, features) and states (batch, hidden) to the next states. */
public final class LSTMCell extends RnnCellBase {
    /** With numbers added. */
    public LSTMCell(int inputSize, int hiddenSize) {
        this(inputSize, hiddenSize, true);
    }

    /** With numbers added or not. */
    public LSTMCell(int inputSize, int hiddenSize, @Default("true") boolean bias) {
        super(4, inputSize, hiddenSize, bias);
    }

    /** From a state of zeros. */
    public LSTM.State forward(Tensor input) {
        return forward(input, null);
    }

    /** From a state, or zeros if it is null. */
    public LSTM.State forward(Tensor input, LSTM.State state) {
        LSTM.State before = state == null ? new LSTM.State(zeros(input), zeros(input)) : state;
        return LSTM.next(ofInput(input), ofState(before.h()), before.c());
    }
}
