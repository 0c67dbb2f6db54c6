package jacobi.nn;

import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.function.Function;

/**
 * The gradients of a step of a recurrent net, which are computed at once for the inputs that ask for theirs in turn.
 */
final class StepGradients {
    private final Function<Tensor, Tensor[]> backward;
    private Tensor last;
    private Tensor[] gradients;

    /** @param backward computes a gradient for each input, from that of the result */
    StepGradients(Function<Tensor, Tensor[]> backward) {
        this.backward = backward;
    }

    /** The gradient of one input; each is handed out once. */
    Tensor hand(Tensor gradient, int input) {
        if (last != gradient || gradients[input] == null) {
            gradients = backward.apply(gradient);
            last = gradient;
        }
        Tensor one = gradients[input];
        gradients[input] = null;
        return one;
    }

    /**
     * Whether a step can be one operation.
     *
     * @param input what the input gives, (batch, parts · hidden)
     * @param hidden what the hidden state gives
     * @param state (batch, hidden)
     */
    static boolean suit(Tensor input, Tensor hidden, Tensor state, int parts) {
        return state.dtype().isFloatingPoint()
                && state.dim() == 2
                && input.dtype() == state.dtype()
                && hidden.dtype() == state.dtype()
                && input.shape().equals(hidden.shape())
                && input.shape().equals(Shape.of(state.size(0), parts * state.size(1)));
    }

    /** The derivative of the logistic function, by its value. */
    static Tensor rise(Tensor y) {
        return y.mul(y.neg().add(1));
    }

    /** The derivative of the hyperbolic tangent, by its value. */
    static Tensor fall(Tensor y) {
        return y.square().neg().add(1);
    }
}
