package jacobi.linalg;

/**
 * Eigenvalues and eigenvectors of a general matrix: {@code A v = λ v}.
 *
 * @param eigenvalues λ, (..., n), complex
 * @param eigenvectors v, the columns of (..., n, n), complex, each of length 1
 */
public record Eig(ComplexTensor eigenvalues, ComplexTensor eigenvectors) {
    @Override
    public String toString() {
        return "torch.return_types.linalg_eig(\neigenvalues=" + eigenvalues + ",\neigenvectors=" + eigenvectors + ")";
    }
}
