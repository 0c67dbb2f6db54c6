package jacobi.nn;

import static jacobi.tensor.Tensors.empty;
import static jacobi.tensor.Tensors.zeros;

import jacobi.operation.Default;
import jacobi.tensor.DType;
import jacobi.tensor.Parameter;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;

/** One step of a {@link GRU}: (batch, features) and a state (batch, hidden) to the next state. */
public final class GRUCell extends Module {
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
    public GRUCell(int inputSize, int hiddenSize) {
        this(inputSize, hiddenSize, true);
    }

    /** With numbers added or not. */
    public GRUCell(int inputSize, int hiddenSize, @Default("true") boolean bias) {
        Sizes.require("GRUCell", "inputSize", inputSize, 1);
        Sizes.require("GRUCell", "hiddenSize", hiddenSize, 1);
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        weightIh = made(3 * hiddenSize, inputSize);
        weightHh = made(3 * hiddenSize, hiddenSize);
        biasIh = bias ? made(3 * hiddenSize) : null;
        biasHh = bias ? made(3 * hiddenSize) : null;
    }

    private Parameter made(int... shape) {
        Parameter parameter = new Parameter(empty(DType.float32, Shape.of(shape)));
        double bound = 1 / Math.sqrt(hiddenSize);
        Init.uniform_(parameter, -bound, bound);
        return parameter;
    }

    /** From a state of zeros. */
    public Tensor forward(Tensor input) {
        return forward(input, null);
    }

    /** From a state, or zeros if it is null. */
    public Tensor forward(Tensor input, Tensor state) {
        Tensor none = state == null ? zeros(input.size(0), hiddenSize).to(input.dtype()) : null;
        Tensor hidden = state == null ? none : state;
        Tensor x = Functional.linear(input, weightIh, biasIh), h = Functional.linear(hidden, weightHh, biasHh);
        return Functional.gruGates(x, h, hidden);
    }

    @Override
    protected String extraRepr() {
        return inputSize + ", " + hiddenSize + (biasIh == null ? ", bias=False" : "");
    }
}
