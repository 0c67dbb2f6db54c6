// for hardshrink, softshrink:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where hardshrink:
/** x, and 0 where it is within ±lambd. */
// end for
// where softshrink:
/** x moved towards 0 by lambd, and 0 within ±lambd. */
// end for
public final class Hardshrink extends Module {
    private final double lambd;

    /** With lambd 0.5. */
    public Hardshrink() {
        this(0.5);
    }

    /** With all that can be said. */
    public Hardshrink(@Default("0.5") double lambd) {
        this.lambd = lambd;
    }

    public Tensor forward(Tensor input) {
        return Functional.hardshrink(input, lambd);
    }

    @Override
    protected String extraRepr() {
        return Sizes.number(lambd);
    }
}
