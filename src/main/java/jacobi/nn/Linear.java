package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.DType;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;

/** y = x Wᵀ + b over the last axis. */
public class Linear extends AffineLayer {
    private int inFeatures;
    private final int outFeatures;
    private final DType dtype;

    /** A layer with a bias, float32. */
    public Linear(int inFeatures, int outFeatures) {
        this(inFeatures, outFeatures, true);
    }

    /** A layer, float32. */
    public Linear(int inFeatures, int outFeatures, boolean bias) {
        this(inFeatures, outFeatures, bias, DType.float32);
    }

    /**
     * A layer, its parameters even between ±1/√inputs.
     *
     * @param inFeatures length of the input's last axis
     * @param outFeatures length of the output's last axis
     * @param bias whether a number is added to each output
     * @param dtype float32 or float64
     */
    public Linear(
            int inFeatures,
            int outFeatures,
            @Default("true") boolean bias,
            @Default("jacobi.tensor.DType.float32") DType dtype) {
        this(inFeatures, outFeatures, bias, dtype, false);
    }

    Linear(int inFeatures, int outFeatures, boolean bias, DType dtype, boolean lazy) {
        super(bias);
        Sizes.require("Linear", "inFeatures", inFeatures, lazy ? 0 : 1);
        Sizes.require("Linear", "outFeatures", outFeatures, 1);
        this.outFeatures = outFeatures;
        this.dtype = dtype;
        if (!lazy) {
            make(inFeatures);
        }
    }

    private void make(int features) {
        inFeatures = features;
        make(dtype, Shape.of(outFeatures, features), outFeatures);
    }

    @Override
    public void initialize(Tensor saved) {
        make(saved.size(1));
    }

    public Tensor forward(Tensor input) {
        if (isLazy()) {
            make(input.size(-1));
        }
        if (input.dim() == 0 || input.size(-1) != inFeatures) {
            throw new IllegalArgumentException(say(
                    "nn.linear.features",
                    "shape",
                    input.shape().text(),
                    "inFeatures",
                    inFeatures,
                    "outFeatures",
                    outFeatures));
        }
        return Functional.linear(input, weight, bias);
    }

    /** Length of the input's last axis; 0 while a lazy layer does not know. */
    public int inFeatures() {
        return inFeatures;
    }

    /** Length of the output's last axis. */
    public int outFeatures() {
        return outFeatures;
    }

    @Override
    protected long multiplications(Tensor input, Tensor output) {
        return (long) output.numel() * inFeatures;
    }

    @Override
    protected String extraRepr() {
        return "in_features=" + inFeatures + ", out_features=" + outFeatures + ", bias=" + Sizes.bool(bias != null);
    }
}
