package jacobi.nn;

import jacobi.tensor.Tensor;

/** x · tanh(softplus(x)) (Misra 2019). */
public final class Mish extends Module {
    public Tensor forward(Tensor input) {
        return Functional.mish(input);
    }
}
