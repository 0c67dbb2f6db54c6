package jacobi.nn;

import jacobi.tensor.Tensor;

/** min(max(x, 0), 6). */
public final class ReLU6 extends Module {
    public Tensor forward(Tensor input) {
        return input.clamp(0, 6);
    }
}
