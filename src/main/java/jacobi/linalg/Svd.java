package jacobi.linalg;

import jacobi.tensor.Tensor;

/**
 * Singular value decomposition {@code A = U diag(S) Vh}.
 *
 * @param U orthogonal, its columns the directions A maps onto
 * @param S singular values, falling, none negative
 * @param Vh orthogonal, its rows the directions A maps from
 */
public record Svd(Tensor U, Tensor S, Tensor Vh) {
    @Override
    public String toString() {
        return "torch.return_types.linalg_svd(\nU=" + U + ",\nS=" + S + ",\nVh=" + Vh + ")";
    }
}
