package jacobi.nn;

import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.zeros;

import jacobi.operation.Default;
import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;

/** The last axes of each example moved to mean 0 and variance 1 (Ba et al. 2016). */
public final class LayerNorm extends Module {
    private final int[] normalizedShape;
    private final double eps;

    /** Scales, or null. */
    public Parameter weight;

    /** Moves, or null. */
    public Parameter bias;

    /** Over the last axis, of so many elements. */
    public LayerNorm(int normalizedShape) {
        this(new int[] {normalizedShape}, 1e-5, true);
    }

    /**
     * Over the last axes.
     *
     * @param normalizedShape their lengths
     * @param eps added to the variance, so that its root divides
     * @param elementwiseAffine whether scales and moves are learned
     */
    public LayerNorm(int[] normalizedShape, @Default("1e-5") double eps, @Default("true") boolean elementwiseAffine) {
        this.normalizedShape = normalizedShape.clone();
        this.eps = eps;
        weight = elementwiseAffine ? new Parameter(ones(normalizedShape)) : null;
        bias = elementwiseAffine ? new Parameter(zeros(normalizedShape)) : null;
    }

    public Tensor forward(Tensor input) {
        return Functional.layerNorm(input, normalizedShape, weight, bias, eps);
    }

    @Override
    protected String extraRepr() {
        return Sizes.tuple(normalizedShape) + ", eps=" + Sizes.number(eps) + ", elementwise_affine="
                + Sizes.bool(weight != null);
    }
}
