package jacobi.linalg;

import jacobi.tensor.Tensor;

/** Norms of matrices by name and number, as {@code torch.linalg.matrix_norm}. */
final class MatrixNorms {
    private MatrixNorms() {}

    static Tensor norm(Tensor a, String order) {
        return switch (order) {
            case "fro" -> axes("matrixNorm", a).norm(2, new int[] {-2, -1}, false);
            case "nuc" -> Singular.values("matrixNorm", a).sum(-1);
            default ->
                throw new IllegalArgumentException(
                        "matrixNorm: unknown order \"" + order
                                + "\"; there are \"fro\" (Frobenius), \"nuc\" (nuclear), and the numbers 1, -1, 2, -2, infinity and -infinity");
        };
    }

    static Tensor norm(Tensor a, double order) {
        double magnitude = Math.abs(order);
        if (magnitude == 2) {
            Tensor s = Singular.values("matrixNorm", a);
            return order > 0 ? s.amax(-1) : s.amin(-1);
        }
        if (magnitude != 1 && !Double.isInfinite(magnitude)) {
            throw new IllegalArgumentException("matrixNorm: there is no matrix norm of order " + order
                    + "; there are 1, -1, 2, -2, infinity, -infinity, \"fro\" and \"nuc\"; vectorNorm(x, " + order
                    + ") takes all elements");
        }
        Tensor sums = axes("matrixNorm", a).abs().sum(magnitude == 1 ? -2 : -1);
        return order > 0 ? sums.amax(-1) : sums.amin(-1);
    }

    private static Tensor axes(String operation, Tensor a) {
        new Batch(operation, a);
        return a;
    }
}
