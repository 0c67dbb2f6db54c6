package jacobi.linalg;

import jacobi.tensor.Tensor;

/**
 * LU decomposition with exchanged rows, {@code A = P L U}.
 *
 * @param P a permutation matrix
 * @param L lower triangular, ones on the diagonal
 * @param U upper triangular
 */
public record Lu(Tensor P, Tensor L, Tensor U) {
    @Override
    public String toString() {
        return "torch.return_types.linalg_lu(\nP=" + P + ",\nL=" + L + ",\nU=" + U + ")";
    }
}
