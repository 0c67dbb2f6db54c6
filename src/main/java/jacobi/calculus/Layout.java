package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the partial derivatives of y by x are arranged. Of tensors, one without axes or of shape (1,) counts as a scalar,
 * one with one axis or of shape (n, 1) as a column vector, one with two axes as a matrix.
 */
public enum Layout {
    /** As PyTorch does: the axes of y, then the axes of x. */
    TORCH,
    /**
     * The axes of y, then those of x transposed: the gradient of a scalar is a row (1, n), the derivative of a column
     * by a number a column (m, 1), of a vector by a vector (m, n).
     */
    NUMERATOR,
    /** The numerator layout with its axes reversed: the gradient of a scalar is a column (n, 1). */
    DENOMINATOR;

    /** Arranges a Jacobian that has the axes of y, then the axes of x. */
    Tensor arrange(Tensor torch, int[] y, int[] x) {
        if (this == TORCH) {
            return torch;
        }
        int[] of = core(y, "y");
        int[] by = core(x, "x");
        int axes = of.length + by.length;
        int[] order = IntStream.range(0, axes)
                .map(axis -> axis < of.length ? axis : axes - 1 - (axis - of.length))
                .toArray();
        int[] lengths = IntStream.concat(Arrays.stream(of), Arrays.stream(by)).toArray();
        Tensor arranged = torch.reshape(lengths).permute(order);
        if (axes == 0) {
            arranged = arranged.reshape(1);
        } else if (axes == 1) {
            arranged = arranged.unsqueeze(of.length == 0 ? 0 : 1);
        }
        if (this == NUMERATOR || arranged.dim() == 1) {
            return arranged;
        }
        int last = arranged.dim() - 1;
        return arranged.permute(
                IntStream.rangeClosed(0, last).map(axis -> last - axis).toArray());
    }

    /** The lengths that count: none for a scalar, one for a vector, two for a matrix. */
    private static int[] core(int[] shape, String name) {
        if (shape.length == 0 || shape.length == 1 && shape[0] == 1) {
            return new int[0];
        } else if (shape.length == 1) {
            return shape;
        } else if (shape.length == 2) {
            return shape[1] == 1 ? new int[] {shape[0]} : shape;
        }
        throw new IllegalArgumentException(
                say("calculus.layout.layouts-named-scalars-vectors", "name", name, "shape", Arrays.toString(shape)));
    }
}
