package jacobi.nn;

import jacobi.tensor.Tensor;

/** ELU with the scale that keeps mean 0 and variance 1 (Klambauer et al. 2017). */
public final class SELU extends Module {
    public Tensor forward(Tensor input) {
        return Functional.selu(input);
    }
}
