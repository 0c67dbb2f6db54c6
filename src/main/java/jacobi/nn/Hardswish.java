package jacobi.nn;

import jacobi.tensor.Tensor;

/** x · min(max(x + 3, 0), 6) / 6. */
public final class Hardswish extends Module {
    public Tensor forward(Tensor input) {
        return Functional.hardswish(input);
    }
}
