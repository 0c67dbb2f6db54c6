package jacobi.linalg;

import static jacobi.linalg.Linalg.*;
import static jacobi.tensor.DType.*;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.tensor.Autograd;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LinalgTest {
    private static final Tensor SYMMETRIC = tensor(new double[][] {{2, 1}, {1, 2}});
    private static final Tensor SINGULAR = tensor(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

    @Test
    void L4_norms_of_vectors_and_matrices() {
        assertThat(norm(tensor(3.0, -4)).toDouble()).isEqualTo(5);
        assertThat(vectorNorm(tensor(3.0, -4), 1).toDouble()).isEqualTo(7);
        assertThat(vectorNorm(tensor(3.0, -4), Double.POSITIVE_INFINITY).toDouble())
                .isEqualTo(4);
        assertThat(matrixNorm(ones(4, 9)).toDouble()).isEqualTo(6);
        Tensor a = tensor(new double[][] {{3, 0}, {4, 5}});
        assertThat(matrixNorm(a, 2)).hasToString("tensor(6.7082)");
        assertThat(matrixNorm(a, "fro")).hasToString("tensor(7.0711)");
        assertThat(matrixNorm(a, "nuc").toDouble()).isCloseTo(6.7082 + 2.2361, within(1e-4));
        assertThat(matrixNorm(a, 1).toDouble()).isEqualTo(7);
        assertThat(matrixNorm(a, Double.POSITIVE_INFINITY).toDouble()).isEqualTo(9);
    }

    @Test
    void cross_and_kronecker_products_are_pytorchs() {
        assertThat(cross(tensor(1.0, 2, 3), tensor(4.0, 5, 6))).hasToString("tensor([-3.,  6., -3.])");
        assertThat(cross(eye(3), tensor(0.0, 0, 1)))
                .hasToString("tensor([[ 0., -1.,  0.],\n        [ 1.,  0.,  0.],\n        [ 0.,  0.,  0.]])");
        assertThatThrownBy(() -> cross(ones(2), ones(3)))
                .hasMessageContaining("length 3")
                .hasMessageContaining("[2]");
        assertThat(kron(tensor(new int[][] {{1, 2}}), eye(2).to(int64)))
                .hasToString("tensor([[1, 0, 2, 0],\n        [0, 1, 0, 2]])");
        assertThat(kron(tensor(1, 2), tensor(3, 4))).hasToString("tensor([3, 4, 6, 8])");
        assertThat(kron(tensor(new int[][] {{1, 2}}), tensor(3, 4))).hasToString("tensor([[3, 4, 6, 8]])");
        assertThat(kron(tensor(2), tensor(3))).hasToString("tensor(6)");
    }

    @Test
    void gradients_of_qr_pass_for_tall_square_and_wide_matrices() {
        for (int[] shape : new int[][] {{4, 3}, {3, 3}, {2, 4}, {2, 4, 2}}) {
            Tensor a = arange(0, Shape.of(shape).numel(), 1, float64)
                    .mul(1.7)
                    .sin()
                    .add(0.2)
                    .reshape(shape);
            assertThat(Autograd.gradcheck(x -> qr(x).Q(), a)).isTrue();
            assertThat(Autograd.gradcheck(x -> qr(x).R(), a)).isTrue();
            assertThat(Autograd.gradgradcheck(x -> qr(x).R(), a)).isTrue();
        }
        Tensor x = randn(4, 2).requiresGrad_();
        assertThat(qr(x).R().toString()).contains("grad_fn=<LinalgQrBackward0>");
        assertThatThrownBy(() -> qr(x, "complete"))
                .hasMessageContaining("arbitrary")
                .hasMessageContaining("qr(A)");
        assertThat(qr(randn(2, 3).requiresGrad_(), "complete").Q().requiresGrad())
                .isTrue();
    }

    @Test
    void power_zero_of_a_matrix_has_gradient_zero() {
        Tensor a = tensor(new double[][] {{2, 1}, {1, 3}}).requiresGrad_();
        Tensor p = matrixPower(a, 0);
        assertThat(p.detach()).hasToString("tensor([[1., 0.],\n        [0., 1.]])");
        p.sum().backward();
        assertThat(a.grad()).hasToString("tensor([[0., 0.],\n        [0., 0.]])");
    }

    @Test
    void L5_orthogonal_matrices_and_positive_definite_ones() {
        Tensor q = qr(randn(4, 4).to(float64)).Q();
        close(q.matmul(q.T()), eye(float64, 4, 4));
        Tensor l = cholesky(SYMMETRIC);
        assertThat(l).hasToString("tensor([[1.4142, 0.0000],\n        [0.7071, 1.2247]])");
    }

    @Test
    void L6_eigenvalues_keep_their_directions() {
        Eigh e = eigh(SYMMETRIC);
        assertThat(e).hasToString("""
            torch.return_types.linalg_eigh(
            eigenvalues=tensor([1., 3.]),
            eigenvectors=tensor([[-0.7071,  0.7071],
                    [ 0.7071,  0.7071]]))\
            """);
        Tensor kept = e.eigenvectors().select(1, 1);
        close(SYMMETRIC.mv(kept), kept.mul(3));
        assertThat(eigvals(SYMMETRIC).isReal()).isTrue();
    }

    @Test
    void L6_eigenvalues_of_a_turn_are_complex_and_print_as_pytorchs() {
        Tensor turn = tensor(new double[][] {{0, -1, 0}, {1, 0, 0}, {0, 0, 2.5}});
        assertThat(eig(turn)).hasToString("""
            torch.return_types.linalg_eig(
            eigenvalues=tensor([0.0000+1.j, 0.0000-1.j, 2.5000+0.j]),
            eigenvectors=tensor([[0.7071+0.0000j, 0.7071+0.0000j, 0.0000+0.0000j],
                    [0.0000-0.7071j, 0.0000+0.7071j, 0.0000+0.0000j],
                    [0.0000+0.0000j, 0.0000+0.0000j, 1.0000+0.0000j]]))\
            """);
        assertThat(eigvals(tensor(new double[][] {{0, -1}, {1, 0}}).to(float64)))
                .hasToString("tensor([0.+1.j, 0.-1.j], dtype=torch.complex128)");
        Tensor general = tensor(new double[][] {{1, 2}, {3, 4}});
        assertThat(eigvals(general)).hasToString("tensor([-0.3723+0.j,  5.3723+0.j])");
        assertThat(eigvals(general).isReal()).isTrue();
        assertThat(eigvals(turn).abs().get(0).toDouble()).isCloseTo(1, within(1e-6));
    }

    @Test
    void eigenvectors_of_a_general_matrix_fulfil_the_equation() {
        Tensor a = randn(2, 7, 7).to(float64);
        Eig e = eig(a);
        ComplexTensor v = e.eigenvectors(), lambda = e.eigenvalues();
        Tensor lr = lambda.real().unsqueeze(-2), li = lambda.imag().unsqueeze(-2);
        close(a.matmul(v.real()), v.real().mul(lr).sub(v.imag().mul(li)));
        close(a.matmul(v.imag()), v.real().mul(li).add(v.imag().mul(lr)));
        close(v.abs().square().sum(-2), ones(2, 7).to(float64));
    }

    @Test
    void svd_and_lu_multiply_back_to_the_matrix() {
        for (int[] shape : new int[][] {{3, 5}, {5, 3}, {2, 4, 4}}) {
            Tensor a = randn(shape).to(float64);
            for (boolean full : new boolean[] {false, true}) {
                Svd d = svd(a, full);
                int k = d.S().size(-1);
                Tensor product = d.U().narrow(-1, 0, k)
                        .mul(d.S().unsqueeze(-2))
                        .matmul(d.Vh().narrow(-2, 0, k));
                close(product, a);
                close(
                        d.U().mT().matmul(d.U()),
                        eye(float64, d.U().size(-1), d.U().size(-1))
                                .expandAs(d.U().mT().matmul(d.U())));
            }
        }
        Tensor a = randn(5, 5).to(float64);
        Lu d = lu(a);
        close(d.P().matmul(d.L()).matmul(d.U()), a);
        assertThat(d.L().triu(1).abs().max().toDouble()).isZero();
    }

    @Test
    void gradients_have_gradients() {
        Tensor x = tensor(new double[][] {{2, 1}, {1, 3}}).to(float64).requiresGrad_(true);
        // d det = cofactors; the second derivative of x11 x22 - x12 x21 by x11 and x22 is 1.
        det(x).backward(null, true, true);
        Tensor first = x.grad();
        Tensor before = first.detach().clone();
        first.get(0).get(0).backward();
        close(
                x.grad().detach().sub(before),
                tensor(new double[][] {{0, 0}, {0, 1}}).to(float64));
    }

    @Test
    void the_determinant_of_a_singular_matrix_has_a_gradient_too() {
        Tensor x = SINGULAR.to(float64).requiresGrad_(true);
        det(x).backward();
        close(
                x.grad(),
                tensor(new double[][] {{-3, 6, -3}, {6, -12, 6}, {-3, 6, -3}}).to(float64));
    }

    @Test
    void errors_say_what_was_expected_and_what_helps() {
        lesson(
                () -> inv(SINGULAR),
                "inv: the matrix is singular: its 3 columns span only 2 dimensions, so it has no inverse; pinv(A) "
                        + "gives the pseudo-inverse");
        lesson(
                () -> solve(SINGULAR, ones(3)),
                "solve: the matrix is singular: its 3 columns span only 2 dimensions, so it has no inverse; "
                        + "lstsq(A, B) gives the best approximation");
        lesson(
                () -> inv(stack(java.util.List.of(SYMMETRIC, ones(2, 2)))),
                "inv: the matrix is singular (matrix 1 of the stack): "
                        + "its 2 columns span only 1 dimension, so it has no inverse; pinv(A) gives the "
                        + "pseudo-inverse");
        lesson(
                () -> det(ones(2, 3)),
                "det: expected a square matrix, found 2 rows and 3 columns (shape torch.Size([2, 3]))");
        lesson(
                () -> eigh(tensor(new double[][] {{1, 2}, {3, 4}})),
                "eigh: expected a symmetric matrix, found 2.0 at row 0, column 1 and 3.0 at row 1, column 0; "
                        + "eig(A) takes any square matrix, and (A + A.T) / 2 is symmetric");
        lesson(
                () -> cholesky(tensor(new double[][] {{1, 2}, {2, 1}})),
                "cholesky: the matrix is not positive definite: its smallest eigenvalue is -1.0, "
                        + "and xᵀAx > 0 for all x needs all of them above 0");
        lesson(
                () -> inv(tensor(new long[][] {{1, 2}, {3, 4}})),
                "inv: expected float32 or float64, found torch.int64; convert with x.to(float32)");
        lesson(
                () -> svd(ones(3)),
                "svd: expected a matrix (or a stack of them), found shape torch.Size([3]), 1 axis; x.unsqueeze(1) "
                        + "makes a vector a column");
        lesson(
                () -> solve(eye(2), ones(3, 1)),
                "solve: A has 2 rows and B has 3 (shapes torch.Size([2, 2]) and torch.Size([3, 1])); "
                        + "they must be the same");
        lesson(
                () -> eig(eye(2).requiresGrad_(true)),
                "eig has no gradient, and a tensor of shape torch.Size([2, 2]) requires one; use it with A.detach()");
        lesson(() -> inv(full(new int[] {2, 2}, Double.NaN)), "inv: the matrix holds NaN; x.isfinite() shows where");
        lesson(
                () -> matrixNorm(eye(2), 3),
                "matrixNorm: there is no matrix norm of order 3.0; there are 1, -1, 2, -2, infinity, -infinity, "
                        + "\"fro\" and \"nuc\"; "
                        + "vectorNorm(x, 3.0) takes all elements");
    }

    @Test
    void a_vector_on_the_right_side_gives_a_vector() {
        Tensor x = solve(SYMMETRIC, tensor(3.0, 3));
        assertThat(x).hasToString("tensor([1., 1.])");
        assertThat(matrixRank(SINGULAR)).hasToString("tensor(2)");
        assertThat(det(tensor(new double[][] {{1, 2}, {3, 4}}))).hasToString("tensor(-2.)");
    }

    @Test
    void results_keep_the_type() {
        assertThat(inv(SYMMETRIC).dtype()).isEqualTo(float32);
        assertThat(svd(SYMMETRIC.to(float64)).S().dtype()).isEqualTo(float64);
    }

    private static void lesson(org.assertj.core.api.ThrowableAssert.ThrowingCallable wrong, String message) {
        assertThatThrownBy(wrong).hasMessage(message);
    }

    private static void close(Tensor found, Tensor expected) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        assertThat(found.toDoubleArray())
                .containsExactly(expected.toDoubleArray(), within(found.dtype() == float64 ? 1e-9 : 1e-5));
    }
}
