package jacobi.nn;

import jacobi.tensor.Tensor;

/** max(x, 0). */
public final class ReLU extends Module {
    public Tensor forward(Tensor input) {
        return input.relu();
    }
}
