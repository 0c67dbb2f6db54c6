package jacobi.nn;

import static jacobi.tensor.Tensors.where;

import jacobi.operation.Op;
import jacobi.tensor.Operation;
import jacobi.tensor.Tensor;

/** Activation functions that tensors do not have as methods. */
final class Activations {
    private Activations() {}

    /** x · min(max(x + 3, 0), 6) / 6: silu made of straight pieces. */
    @Op
    static Tensor hardswish(Tensor input) {
        Tensor y = Operation.map(input, x -> x * Math.min(Math.max(x + 3, 0), 6) / 6);
        return Operation.of("HardswishBackward0", y)
                .elementwise(input, d -> d.mul(slope(input)), input)
                .result();
    }

    private static Tensor slope(Tensor x) {
        return where(x.abs().lt(3), x.div(3).add(0.5), x.ge(3).to(x.dtype()));
    }
}
