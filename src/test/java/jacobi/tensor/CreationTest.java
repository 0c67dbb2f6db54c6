package jacobi.tensor;

import static jacobi.tensor.DType.bool;
import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.DType.int32;
import static jacobi.tensor.DType.int64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertShape;
import static jacobi.tensor.Expect.assertTensor;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows T1 to T9: making tensors and looking at them. */
class CreationTest {

    @Test
    @DisplayName("T1: ranges of whole numbers are int64, of fractions float32")
    void ranges() {
        assertTensor("tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11])", arange(12));
        assertThat(arange(12).dtype()).isEqualTo(int64);
        assertTensor("tensor([0., 1., 2., 3.])", arange(4.0));
        assertThat(arange(0, 3, 0.1).numel()).isEqualTo(30);
        assertThat(arange(12, float32).dtype()).isEqualTo(float32);
        assertTensor("tensor([5, 3, 1])", arange(5, 0, -2));
        assertError(() -> arange(0, 5, 0)).hasMessageContaining("step must not be 0");
        assertError(() -> arange(0, 5, -1)).hasMessageContaining("wrong way");
    }

    @Test
    @DisplayName("T2: shape, number of elements, length")
    void shapeAndLength() {
        Tensor x = arange(12);
        assertThat(x.shape()).hasToString("torch.Size([12])");
        assertThat(x.shape().get(0)).isEqualTo(12);
        assertThat(x.shape().get(-1)).isEqualTo(12);
        assertThat(x.numel()).isEqualTo(12);
        assertThat(x.length()).isEqualTo(12);
        assertThat(x.reshape(3, 4).shape().toArray()).containsExactly(3, 4);
        assertError(() -> tensor(3.0).length()).hasMessageContaining("0-d");
    }

    @Test
    @DisplayName("T3: a number has 0 axes, a vector 1, a matrix 2")
    void axes() {
        assertThat(tensor(3.0).dim()).isZero();
        assertThat(tensor(1.0, 2).dim()).isEqualTo(1);
        assertThat(zeros(2, 3).dim()).isEqualTo(2);
        assertThat(zeros(2, 3, 4, 5).dim()).isEqualTo(4);
    }

    @Test
    @DisplayName("T4: reshape works out one length; sizes that do not fit are named")
    void reshape() {
        Tensor x = arange(12);
        assertTensor(
                "tensor([[ 0,  1,  2,  3],\n        [ 4,  5,  6,  7],\n        [ 8,  9, 10, 11]])", x.reshape(3, 4));
        assertThat(x.reshape(3, -1).equal(x.reshape(3, 4))).isTrue();
        assertThat(x.reshape(-1, 4).equal(x.reshape(3, 4))).isTrue();
        assertError(() -> x.reshape(5, -1)).hasMessageContaining("12").hasMessageContaining("5");
        assertError(() -> x.reshape(3, 5)).hasMessageContaining("15 elements").hasMessageContaining("has 12");
        assertError(() -> x.reshape(-1, -1)).hasMessageContaining("only one may be -1");
        assertShape(zeros(0, 3).reshape(3, 0), 3, 0);
    }

    @Test
    @DisplayName("T5: zeros, ones, full, eye, linspace and their likes")
    void constants() {
        assertTensor(
                "tensor([[[0., 0., 0., 0.],\n         [0., 0., 0., 0.],\n         [0., 0., 0., 0.]],\n\n"
                        + "        [[0., 0., 0., 0.],\n         [0., 0., 0., 0.],\n         [0., 0., 0., 0.]]])",
                zeros(2, 3, 4));
        assertThat(ones(2, 3, 4).sum().item()).isEqualTo(24.0);
        assertShape(ones(4, 3), 4, 3);
        assertThat(zeros(float64, 2, 3).dtype()).isEqualTo(float64);
        assertThat(onesLike(arange(3))).hasToString("tensor([1, 1, 1])");
        assertThat(zerosLike(zeros(float64, 2))).hasToString("tensor([0., 0.], dtype=torch.float64)");
        assertTensor("tensor([7, 7])", full(new int[] {2}, 7));
        assertTensor("tensor([7.5000, 7.5000])", full(new int[] {2}, 7.5));
        assertTensor("tensor([[1., 0., 0.],\n        [0., 1., 0.]])", eye(2, 3));
        assertTensor("tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])", linspace(0, 1, 5));
        assertTensor("tensor([ 1., 10.])", logspace(0, 1, 2));
        assertThat(zeros().dim()).isZero();
        assertError(() -> zeros(2, -1)).hasMessageContaining("negative length -1");
    }

    @Test
    @DisplayName("T7: whole numbers int64, any fraction float32, booleans bool; uneven nesting is an error")
    void nested() {
        assertTensor("tensor([[2, 1],\n        [4, 3]])", tensor(new int[][] {{2, 1}, {4, 3}}));
        assertTensor("tensor([[2., 1.],\n        [4., 3.]])", tensor(new double[][] {{2, 1}, {4, 3}}));
        assertTensor("tensor([[2., 1.],\n        [4., 3.]])", tensor(List.of(List.of(2.0, 1), List.of(4, 3))));
        assertTensor("tensor([1, 2, 3])", tensor(1, 2, 3));
        assertTensor("tensor([1., 2., 4.])", tensor(1.0, 2, 4));
        assertTensor("tensor([ True, False])", tensor(true, false));
        assertThat(tensor(new byte[] {1}).dtype()).isEqualTo(int64);
        assertThat(tensor(new double[0]).dtype()).isEqualTo(float32);
        assertShape(tensor(new double[2][0]), 2, 0);
        assertThat(tensor(new int[] {1, 0}, bool)).hasToString("tensor([ True, False])");
        assertThat(tensor(new double[] {1.9}, int32)).hasToString("tensor([1], dtype=torch.int32)");
        assertTensor("tensor([3., 4.])", tensor(List.of(tensor(3.0), tensor(4.0))));
        assertError(() -> tensor(new int[][] {{1, 2}, {3}}))
                .hasMessageContaining("uneven")
                .hasMessageContaining("1 element");
        assertError(() -> tensor(List.of(1, List.of(2)))).hasMessageContaining("uneven");
        assertError(() -> tensor(List.of("a"))).hasMessageContaining("String");
    }

    @Test
    @DisplayName("T8: 0-d arithmetic")
    void numbers() {
        Tensor x = tensor(3.0), y = tensor(2.0);
        assertTensor("tensor(5.)", x.add(y));
        assertTensor("tensor(6.)", x.mul(y));
        assertTensor("tensor(1.5000)", x.div(y));
        assertTensor("tensor(9.)", x.pow(y));
    }

    @Test
    @DisplayName("T9: a clone is independent")
    void cloneIsIndependent() {
        Tensor a = arange(6, float32).reshape(2, 3), b = a.clone();
        b.set(100, 0, 0);
        assertThat(a.get(0, 0).item()).isEqualTo(0.0);
        assertThat(b.sharesStorage(a)).isFalse();
        assertValues(a.T().clone(), 0, 3, 1, 4, 2, 5);
    }

    @Test
    @DisplayName("meshgrid gives the coordinates of all combinations")
    void grids() {
        List<Tensor> grid = meshgrid(tensor(1, 2), tensor(3, 4, 5));
        assertTensor("tensor([[1, 1, 1],\n        [2, 2, 2]])", grid.get(0));
        assertTensor("tensor([[3, 4, 5],\n        [3, 4, 5]])", grid.get(1));
    }
}
