package jacobi.nn;

import static jacobi.tensor.Tensors.full;

import jacobi.operation.Default;
import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;

/** x above 0, and times a learned slope below (He et al. 2015). */
public final class PReLU extends Module {
    private final int numParameters;

    /** The slopes. */
    public Parameter weight;

    /** One slope, ¼ at first. */
    public PReLU() {
        this(1, 0.25);
    }

    /** With slopes that begin at {@code init}: one, or one for each channel. */
    public PReLU(@Default("1") int numParameters, @Default("0.25") double init) {
        this.numParameters = numParameters;
        weight = new Parameter(full(new int[] {numParameters}, (float) init));
    }

    public Tensor forward(Tensor input) {
        return Functional.prelu(input, weight);
    }

    @Override
    protected String extraRepr() {
        return "num_parameters=" + numParameters;
    }
}
