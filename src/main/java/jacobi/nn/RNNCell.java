package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** One step of an {@link RNN}: (batch, features) and a state (batch, hidden) to the next state. */
public final class RNNCell extends RnnCellBase {
    /** With numbers added. */
    public RNNCell(int inputSize, int hiddenSize) {
        this(inputSize, hiddenSize, true);
    }

    /** With numbers added or not. */
    public RNNCell(int inputSize, int hiddenSize, @Default("true") boolean bias) {
        super(1, inputSize, hiddenSize, bias);
    }

    /** From a state of zeros. */
    public Tensor forward(Tensor input) {
        return forward(input, null);
    }

    /** From a state, or zeros if it is null. */
    public Tensor forward(Tensor input, Tensor state) {
        return ofInput(input).add(ofState(state == null ? zeros(input) : state)).tanh();
    }
}
