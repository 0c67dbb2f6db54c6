package jacobi.nn;

import jacobi.tensor.Tensor;

/** x − tanh(x). */
public final class Tanhshrink extends Module {
    public Tensor forward(Tensor input) {
        return Functional.tanhshrink(input);
    }
}
