package jacobi.nn;

import static jacobi.tensor.Tensors.empty;
import static jacobi.tensor.Tensors.noGrad;

import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;

/**
 * x Wᵀ + b as one operation: the product is added to the bias where that lies already, and the gradient of the weight
 * comes in the weight's own order, so that a parameter keeps it as it is.
 */
final class LinearProduct {
    private LinearProduct() {}

    /** Whether the tensors are of one type and their shapes fit; others have their errors from other operations. */
    static boolean suits(Tensor input, Tensor weight, Tensor bias) {
        return input.dim() >= 2
                && weight.dim() == 2
                && input.size(-1) == weight.size(1)
                && input.dtype().isFloatingPoint()
                && weight.dtype() == input.dtype()
                && (bias == null
                        || bias.dtype() == input.dtype() && bias.shape().equals(Shape.of(weight.size(0))));
    }

    static Tensor of(Tensor input, Tensor weight, Tensor bias) {
        boolean matrix = input.dim() == 2;
        String name = bias != null
                ? matrix ? "AddmmBackward0" : "ViewBackward0"
                : matrix ? "MmBackward0" : "UnsafeViewBackward0";
        Operation operation = Operation.of(name, forward(input, weight, bias));
        if (bias != null) {
            operation.elementwise(bias, d -> d);
        }
        return operation
                .input(input, t -> t.matmul(weight.t()), g -> g.matmul(weight), weight)
                .input(weight, t -> input.matmul(t.t()), g -> rows(g).t().mm(rows(input)), input)
                .result();
    }

    private static Tensor rows(Tensor x) {
        return x.flatten(0, -2);
    }

    private static Tensor forward(Tensor input, Tensor weight, Tensor bias) {
        try (var off = noGrad()) {
            int[] shape = input.shape().toArray();
            shape[shape.length - 1] = weight.size(0);
            Tensor y = empty(input.dtype(), Shape.of(shape));
            if (bias != null) {
                y.set(bias);
            }
            Elements.addProduct(rows(input), weight.t(), rows(y));
            return y;
        }
    }
}
