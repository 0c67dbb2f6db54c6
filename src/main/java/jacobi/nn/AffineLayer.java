package jacobi.nn;

import static jacobi.tensor.Tensors.empty;

import jacobi.tensor.DType;
import jacobi.tensor.Parameter;
import jacobi.tensor.Shape;

/** What layers have in common that multiply by weights they learn and add numbers: dense ones and convolutions. */
abstract class AffineLayer extends Module implements Lazily {
    /** (outputs, inputs), or filters. */
    public Parameter weight;

    /** One number for each output, or null. */
    public Parameter bias;

    AffineLayer(boolean bias) {
        weight = Parameter.uninitialized();
        this.bias = bias ? Parameter.uninitialized() : null;
    }

    /** Makes the parameters, and draws them. */
    final void make(DType dtype, Shape weights, int outputs) {
        weight = new Parameter(empty(dtype, weights));
        bias = bias == null ? null : new Parameter(empty(dtype, Shape.of(outputs)));
        resetParameters();
    }

    /** Draws the parameters anew. */
    public void resetParameters() {
        Init.fan(weight, bias);
    }

    @Override
    public boolean isLazy() {
        return weight.isUninitialized();
    }

    @Override
    protected String name() {
        return Sizes.name(super.name(), isLazy());
    }
}
