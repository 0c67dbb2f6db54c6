package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** x Φ(x), or its approximation by a hyperbolic tangent (Hendrycks and Gimpel 2016). */
public final class GELU extends Module {
    private final String approximate;

    /** With approximate "none". */
    public GELU() {
        this("none");
    }

    /** With all that can be said. */
    public GELU(@Default("\"none\"") String approximate) {
        this.approximate = approximate;
    }

    public Tensor forward(Tensor input) {
        return input.gelu(approximate);
    }

    @Override
    protected String extraRepr() {
        return "approximate='" + approximate + "'";
    }
}
