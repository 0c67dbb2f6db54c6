package jacobi.linalg;

import jacobi.tensor.Tensor;

/**
 * QR decomposition {@code A = Q R}.
 *
 * @param Q orthogonal columns
 * @param R upper triangular
 */
public record Qr(Tensor Q, Tensor R) {
    @Override
    public String toString() {
        return "torch.return_types.linalg_qr(\nQ=" + Q + ",\nR=" + R + ")";
    }
}
