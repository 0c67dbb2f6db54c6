package jacobi.nn;

import static jacobi.tensor.Tensors.empty;

import jacobi.tensor.DType;
import jacobi.tensor.Parameter;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;

/** What one step of a recurrent layer has in common: its parameters, and what input and state give to the gates. */
abstract class RnnCellBase extends Module {
    private final int inputSize;
    final int hiddenSize;

    /** (gates · hidden, inputs). */
    public Parameter weightIh;

    /** (gates · hidden, hidden). */
    public Parameter weightHh;

    /** (gates · hidden), or null. */
    public Parameter biasIh;

    /** (gates · hidden), or null. */
    public Parameter biasHh;

    RnnCellBase(int gates, int inputSize, int hiddenSize, boolean bias) {
        Sizes.require(name(), "inputSize", inputSize, 1);
        Sizes.require(name(), "hiddenSize", hiddenSize, 1);
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        weightIh = drawn(hiddenSize, gates * hiddenSize, inputSize);
        weightHh = drawn(hiddenSize, gates * hiddenSize, hiddenSize);
        biasIh = bias ? drawn(hiddenSize, gates * hiddenSize) : null;
        biasHh = bias ? drawn(hiddenSize, gates * hiddenSize) : null;
    }

    /** A parameter as recurrent layers begin with: float32, uniform between ±1/√hidden. */
    static Parameter drawn(int hiddenSize, int... shape) {
        Parameter parameter = new Parameter(empty(DType.float32, Shape.of(shape)));
        double bound = 1 / Math.sqrt(hiddenSize);
        Init.uniform_(parameter, -bound, bound);
        return parameter;
    }

    /** A state of zeros (batch, hidden) for an input (batch, features). */
    final Tensor zeros(Tensor input) {
        return Tensors.zeros(input.size(0), hiddenSize).to(input.dtype());
    }

    /** What the input gives to the gates, (batch, gates · hidden). */
    final Tensor ofInput(Tensor input) {
        return Functional.linear(input, weightIh, biasIh);
    }

    /** What the state gives to the gates, (batch, gates · hidden). */
    final Tensor ofState(Tensor hidden) {
        return Functional.linear(hidden, weightHh, biasHh);
    }

    @Override
    protected String extraRepr() {
        return inputSize + ", " + hiddenSize + (biasIh == null ? ", bias=False" : "");
    }
}
