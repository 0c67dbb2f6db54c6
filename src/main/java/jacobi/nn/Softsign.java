package jacobi.nn;

import jacobi.tensor.Tensor;

/** x / (1 + |x|). */
public final class Softsign extends Module {
    public Tensor forward(Tensor input) {
        return Functional.softsign(input);
    }
}
