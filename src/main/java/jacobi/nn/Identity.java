package jacobi.nn;

import jacobi.tensor.Tensor;

/** What it gets. */
public final class Identity extends Module {
    public Tensor forward(Tensor input) {
        return input;
    }
}
