package jacobi.nn;

import jacobi.tensor.Tensor;

/** 1 / (1 + exp(−x)). */
public final class Sigmoid extends Module {
    public Tensor forward(Tensor input) {
        return input.sigmoid();
    }
}
