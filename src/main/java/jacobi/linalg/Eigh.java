package jacobi.linalg;

import jacobi.tensor.Tensor;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: {@code A = V diag(λ) Vᵀ}.
 *
 * @param eigenvalues λ, (..., n), rising
 * @param eigenvectors V, (..., n, n), orthogonal; column i belongs to eigenvalue i
 */
public record Eigh(Tensor eigenvalues, Tensor eigenvectors) {
    @Override
    public String toString() {
        return "torch.return_types.linalg_eigh(\neigenvalues=" + eigenvalues + ",\neigenvectors=" + eigenvectors + ")";
    }
}
