package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** One step of a {@link GRU}: (batch, features) and a state (batch, hidden) to the next state. */
public final class GRUCell extends RnnCellBase {
    /** With numbers added. */
    public GRUCell(int inputSize, int hiddenSize) {
        this(inputSize, hiddenSize, true);
    }

    /** With numbers added or not. */
    public GRUCell(int inputSize, int hiddenSize, @Default("true") boolean bias) {
        super(3, inputSize, hiddenSize, bias);
    }

    /** From a state of zeros. */
    public Tensor forward(Tensor input) {
        return forward(input, null);
    }

    /** From a state, or zeros if it is null. */
    public Tensor forward(Tensor input, Tensor state) {
        Tensor hidden = state == null ? zeros(input) : state;
        return Functional.gruGates(ofInput(input), ofState(hidden), hidden);
    }
}
