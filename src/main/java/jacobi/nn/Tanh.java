package jacobi.nn;

import jacobi.tensor.Tensor;

/** Hyperbolic tangent. */
public final class Tanh extends Module {
    public Tensor forward(Tensor input) {
        return input.tanh();
    }
}
