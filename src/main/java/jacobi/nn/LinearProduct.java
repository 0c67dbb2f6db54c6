package jacobi.nn;

import static jacobi.tensor.Tensors.empty;

import jacobi.tensor.DType;
import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Matrices;

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
        int[] shape = input.shape().toArray();
        int k = weight.size(1), n = weight.size(0), m = 1;
        for (int i = 0; i < shape.length - 1; i++) {
            m *= shape[i];
        }
        shape[shape.length - 1] = n;
        Tensor y = empty(input.dtype(), Shape.of(shape));
        Elements a = Elements.of(input), b = Elements.of(weight), c = Elements.of(y);
        Elements first = bias == null ? null : Elements.of(bias);
        for (int i = 0; first != null && i < m; i++) {
            System.arraycopy(first.array(), first.offset(), c.array(), i * n, n);
        }
        if (y.dtype() == DType.float32) {
            Matrices.matmul(
                    m, n, k, a.floats(), a.offset(), k, 1, b.floats(), b.offset(), 1, k, c.floats(), 0, n, true);
        } else {
            Matrices.matmul(
                    m, n, k, a.doubles(), a.offset(), k, 1, b.doubles(), b.offset(), 1, k, c.doubles(), 0, n, true);
        }
        return y;
    }
}
