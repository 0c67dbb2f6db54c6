package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** x moved towards 0 by lambd, and 0 within ±lambd. */
public final class Softshrink extends Module {
    private final double lambd;

    /** With lambd 0.5. */
    public Softshrink() {
        this(0.5);
    }

    /** With all that can be said. */
    public Softshrink(@Default("0.5") double lambd) {
        this.lambd = lambd;
    }

    public Tensor forward(Tensor input) {
        return Functional.softshrink(input, lambd);
    }

    @Override
    protected String extraRepr() {
        return Sizes.number(lambd);
    }
}
