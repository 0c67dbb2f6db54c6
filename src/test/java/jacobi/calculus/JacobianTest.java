package jacobi.calculus;

import static jacobi.calculus.Calculus.jacobian;
import static jacobi.calculus.Layout.DENOMINATOR;
import static jacobi.calculus.Layout.NUMERATOR;
import static jacobi.calculus.Layout.TORCH;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.randn;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JacobianTest {

    @Test
    @DisplayName("C3: the gradient of a scalar is a row, of a vector by a scalar a column")
    void rowsAndColumns() {
        Tensor x = tensor(new double[] {3, -4});
        Tensor row = jacobian(t -> t.square().mul(tensor(new double[] {1, 2})).sum(), x, NUMERATOR);
        assertThat(row).hasToString("tensor([[  6., -16.]])");
        assertThat(jacobian(t -> t.mul(tensor(new double[] {1, 2, 3})), tensor(2.0), NUMERATOR))
                .hasToString("tensor([[1.],\n        [2.],\n        [3.]])");
        assertThat(jacobian(t -> ones(2, 3).matmul(t), randn(3), NUMERATOR)
                        .shape()
                        .toArray())
                .containsExactly(2, 3);
        Tensor leaf = x.requiresGrad_(true);
        leaf.square().sum().backward();
        assertThat(leaf.grad().shape().toArray()).as("grad has x's shape").containsExactly(2);
    }

    @Test
    @DisplayName("C4: shapes in numerator and denominator layout")
    void shapes() {
        assertThat(Calculus.jacobianShapes()).hasToString("""
                numerator layout | denominator layout
                y \\ x    x (1,)         x (n,1)            X (n,k)
                y (1,)   (1,) | (1,)    (1,n) | (n,1)      (k,n) | (n,k)
                y (m,1)  (m,1) | (1,m)  (m,n) | (n,m)      (m,k,n) | (n,k,m)
                Y (m,l)  (m,l) | (l,m)  (m,l,n) | (n,l,m)  (m,l,k,n) | (n,k,l,m)""");
        Tensor x = randn(3, 4);
        assertThat(jacobian(t -> t.matmul(ones(4, 5)), x, TORCH).shape().toArray())
                .as("as PyTorch: of y, then of x")
                .containsExactly(3, 5, 3, 4);
        assertThatThrownBy(() -> jacobian(t -> t.mul(2), randn(2, 2, 2), NUMERATOR))
                .hasMessageContaining("use Layout.TORCH");
    }

    @Test
    void layoutsHoldTheSameNumbers() {
        Tensor x = randn(3, 4);
        Tensor w = randn(2, 3);
        Tensor torch = jacobian(w::matmul, x, TORCH);
        Tensor numerator = jacobian(w::matmul, x, NUMERATOR);
        assertThat(numerator.shape().toArray()).containsExactly(2, 4, 4, 3);
        assertThat(numerator.get(1, 2, 2, 0).toDouble())
                .isEqualTo(torch.get(1, 2, 0, 2).toDouble());
        assertThat(jacobian(w::matmul, x, DENOMINATOR).get(0, 2, 2, 1).toDouble())
                .isEqualTo(torch.get(1, 2, 0, 2).toDouble());
    }

    @Test
    @DisplayName("C5: the rules of matrix calculus hold")
    void rules() {
        assertThat(Calculus.matrixRules().rows())
                .hasSize(16)
                .allSatisfy(row -> assertThat(row.get(4)).as("%s", row).isEqualTo("true"));
    }

    @Test
    @DisplayName("C6: shapes and values of the chain rule")
    void chainRule() {
        assertThat(Calculus.chainShapes()).hasToString("""
                ∂y/∂x = ∂y/∂u ∂u/∂x in numerator layout
                y      u      x      ∂y/∂u  ∂u/∂x  ∂y/∂x
                (1,)   (1,)   (n,1)  (1,)   (1,n)  (1,n)
                (1,)   (k,1)  (n,1)  (1,k)  (k,n)  (1,n)
                (m,1)  (k,1)  (n,1)  (m,k)  (k,n)  (m,n)""");
        Tensor x = tensor(new double[] {1, 2});
        Tensor slope = jacobian(w -> x.dot(w).sub(5).square(), tensor(new double[] {3, 4}), NUMERATOR);
        assertThat(slope).hasToString("tensor([[12., 24.]])");
        Tensor matrix = arange(6.0).reshape(3, 2);
        Tensor y = ones(3);
        Tensor loss = jacobian(w -> matrix.matmul(w).sub(y).square().sum(), tensor(new double[] {1, -1}), NUMERATOR);
        assertThat(loss).hasToString("tensor([[-24., -36.]])");
    }
}
