package jacobi.nn;

import static jacobi.tensor.Tensors.empty;
import static jacobi.tensor.Tensors.zeros;

import jacobi.operation.Default;
import jacobi.tensor.DType;
import jacobi.tensor.Parameter;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;

/** One step of an {@link LSTM}: (batch, features) and states (batch, hidden) to the next states. */
public final class LSTMCell extends Module {
    private final int inputSize;
    private final int hiddenSize;

    /** (gates, inputs). */
    public Parameter weightIh;

    /** (gates, hidden). */
    public Parameter weightHh;

    /** One number for each gate, or null. */
    public Parameter biasIh;

    /** One number for each gate, or null. */
    public Parameter biasHh;

    /** With numbers added. */
    public LSTMCell(int inputSize, int hiddenSize) {
        this(inputSize, hiddenSize, true);
    }

    /** With numbers added or not. */
    public LSTMCell(int inputSize, int hiddenSize, @Default("true") boolean bias) {
        Sizes.require("LSTMCell", "inputSize", inputSize, 1);
        Sizes.require("LSTMCell", "hiddenSize", hiddenSize, 1);
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        weightIh = made(4 * hiddenSize, inputSize);
        weightHh = made(4 * hiddenSize, hiddenSize);
        biasIh = bias ? made(4 * hiddenSize) : null;
        biasHh = bias ? made(4 * hiddenSize) : null;
    }

    private Parameter made(int... shape) {
        Parameter parameter = new Parameter(empty(DType.float32, Shape.of(shape)));
        double bound = 1 / Math.sqrt(hiddenSize);
        Init.uniform_(parameter, -bound, bound);
        return parameter;
    }

    /** From a state of zeros. */
    public LSTM.State forward(Tensor input) {
        return forward(input, null);
    }

    /** From a state, or zeros if it is null. */
    public LSTM.State forward(Tensor input, LSTM.State state) {
        Tensor none = state == null ? zeros(input.size(0), hiddenSize).to(input.dtype()) : null;
        Tensor hidden = state == null ? none : state.h(), cell = state == null ? none : state.c();
        Tensor x = Functional.linear(input, weightIh, biasIh), h = Functional.linear(hidden, weightHh, biasHh);
        Tensor gates = x.add(h);
        Tensor c = Functional.lstmCell(gates, cell);
        Tensor o = gates.narrow(-1, 3 * hiddenSize, hiddenSize).sigmoid();
        return new LSTM.State(o.mul(c.tanh()), c);
    }

    @Override
    protected String extraRepr() {
        return inputSize + ", " + hiddenSize + (biasIh == null ? ", bias=False" : "");
    }
}
