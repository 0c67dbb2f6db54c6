package jacobi.linalg;

import jacobi.tensor.Tensor;

/**
 * A determinant as sign and logarithm, for matrices whose determinant is too large or small for a float.
 *
 * @param sign -1, 0 or 1
 * @param logabsdet logarithm of the determinant's magnitude; -Infinity if it is 0
 */
public record Slogdet(Tensor sign, Tensor logabsdet) {
    @Override
    public String toString() {
        return "torch.return_types.linalg_slogdet(\nsign=" + sign + ",\nlogabsdet=" + logabsdet + ")";
    }
}
