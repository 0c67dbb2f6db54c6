package jacobi.linalg;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;

/** Norms of matrices by name and number, as {@code torch.linalg.matrix_norm}. */
final class MatrixNorms {
    private MatrixNorms() {}

    static Tensor norm(Tensor a, String order) {
        return switch (order) {
            case "fro" -> axes("matrixNorm", a).norm(2, new int[] {-2, -1}, false);
            case "nuc" -> Singular.values("matrixNorm", a).sum(-1);
            default ->
                throw new IllegalArgumentException(say("linalg.matrixNorms.unknown-order-there-fro", "order", order));
        };
    }

    static Tensor norm(Tensor a, double order) {
        double magnitude = Math.abs(order);
        if (magnitude == 2) {
            Tensor s = Singular.values("matrixNorm", a);
            return order > 0 ? s.amax(-1) : s.amin(-1);
        }
        if (magnitude != 1 && !Double.isInfinite(magnitude)) {
            throw new IllegalArgumentException(say("linalg.matrixNorms.there-no-matrix-norm", "order", order));
        }
        Tensor sums = axes("matrixNorm", a).abs().sum(magnitude == 1 ? -2 : -1);
        return order > 0 ? sums.amax(-1) : sums.amin(-1);
    }

    private static Tensor axes(String operation, Tensor a) {
        new Batch(operation, a);
        return a;
    }
}
