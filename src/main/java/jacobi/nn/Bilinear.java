package jacobi.nn;

import static jacobi.tensor.Tensors.einsum;
import static jacobi.tensor.Tensors.empty;

import jacobi.operation.Default;
import jacobi.tensor.DType;
import jacobi.tensor.Parameter;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;

/** y = x₁ A x₂ + b, one matrix A for each output. */
public final class Bilinear extends Module {
    private final int in1Features;
    private final int in2Features;
    private final int outFeatures;

    /** (outputs, inputs of the first, inputs of the second). */
    public Parameter weight;

    /** One number for each output, or null. */
    public Parameter bias;

    /** A layer with a bias. */
    public Bilinear(int in1Features, int in2Features, int outFeatures) {
        this(in1Features, in2Features, outFeatures, true);
    }

    /** A layer for inputs whose last axes have these lengths. */
    public Bilinear(int in1Features, int in2Features, int outFeatures, @Default("true") boolean bias) {
        Sizes.require("Bilinear", "in1Features", in1Features, 1);
        Sizes.require("Bilinear", "in2Features", in2Features, 1);
        Sizes.require("Bilinear", "outFeatures", outFeatures, 1);
        this.in1Features = in1Features;
        this.in2Features = in2Features;
        this.outFeatures = outFeatures;
        weight = new Parameter(empty(DType.float32, Shape.of(outFeatures, in1Features, in2Features)));
        this.bias = bias ? new Parameter(empty(DType.float32, Shape.of(outFeatures))) : null;
        double bound = 1 / Math.sqrt(in1Features);
        Init.uniform_(weight, -bound, bound);
        if (this.bias != null) {
            Init.uniform_(this.bias, -bound, bound);
        }
    }

    public Tensor forward(Tensor input1, Tensor input2) {
        Tensor y = einsum("...i,oij,...j->...o", input1, weight, input2);
        return bias == null ? y : y.add(bias);
    }

    @Override
    protected String extraRepr() {
        return "in1_features=" + in1Features + ", in2_features=" + in2Features + ", out_features=" + outFeatures
                + ", bias=" + Sizes.bool(bias != null);
    }
}
