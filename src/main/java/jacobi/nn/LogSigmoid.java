package jacobi.nn;

import jacobi.tensor.Tensor;

/** Logarithm of the sigmoid. */
public final class LogSigmoid extends Module {
    public Tensor forward(Tensor input) {
        return Functional.logsigmoid(input);
    }
}
