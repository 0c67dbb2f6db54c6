package jacobi.linalg;

import jacobi.tensor.Tensor;

/**
 * Least-squares solution of {@code A X = B}.
 *
 * @param solution X that makes the squared residual smallest; the shortest of them if there are several
 * @param residuals squared residual of each column of B; empty unless A has more rows than columns and full rank
 * @param rank rank of A, int64
 * @param singularValues singular values of A, falling
 */
public record Lstsq(Tensor solution, Tensor residuals, Tensor rank, Tensor singularValues) {
    @Override
    public String toString() {
        return "torch.return_types.linalg_lstsq(\nsolution=" + solution + ",\nresiduals=" + residuals + ",\nrank="
                + rank + ",\nsingular_values=" + singularValues + ")";
    }
}
