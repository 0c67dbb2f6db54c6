package jacobi.nn;

import jacobi.tensor.Tensor;

/** x · sigmoid(x), also called swish. */
public final class SiLU extends Module {
    public Tensor forward(Tensor input) {
        return input.silu();
    }
}
