package jacobi.tensor;

import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.DType.int64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertNear;
import static jacobi.tensor.Expect.assertShape;
import static jacobi.tensor.Expect.assertTensor;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows L1 to L5: transposes and products. Decompositions are in jacobi.linalg. */
class ProductsTest {
    private final Tensor A = arange(20, float32).reshape(5, 4);

    @Test
    @DisplayName("L1: transposed, symmetric, antisymmetric, Hadamard product")
    void transposed() {
        assertShape(A.T(), 4, 5);
        assertThat(A.T().get(3, 1).item()).isEqualTo(7.0);
        Tensor S = tensor(new double[][] {{1, 2, 3}, {2, 0, 4}, {3, 4, 5}});
        assertThat(S.eq(S.T()).all().isTrue()).isTrue();
        Tensor K = A.mm(A.T()).triu(1);
        K = K.sub(K.T());
        assertThat(K.equal(K.T().neg())).isTrue();
        assertValues(A.mul(A).get(1), 16, 25, 36, 49);
    }

    @Test
    @DisplayName("L2: the dot product, and two types that do not go together")
    void dots() {
        Tensor x = arange(4.0), y = ones(4);
        assertTensor("tensor(6.)", dot(x, y));
        assertTensor("tensor(6.)", x.mul(y).sum());
        assertError(() -> dot(arange(4), y)).hasMessageContaining("torch.int64").hasMessageContaining("torch.float32");
        assertError(() -> dot(x, ones(3))).hasMessageContaining("4 and 3");
        assertThat(dot(arange(4), arange(4)).item()).isEqualTo(14L);
        assertError(() -> dot(A, y)).hasMessageContaining("a vector");
    }

    @Test
    @DisplayName("L3: matrix times vector, matrix times matrix")
    void products() {
        Tensor x = arange(4.0);
        assertTensor("tensor([ 14.,  38.,  62.,  86., 110.])", mv(A, x));
        assertTensor("tensor([ 14.,  38.,  62.,  86., 110.])", A.matmul(x));
        assertTensor(
                "tensor([[ 6.,  6.,  6.],\n"
                        + "        [22., 22., 22.],\n"
                        + "        [38., 38., 38.],\n"
                        + "        [54., 54., 54.],\n"
                        + "        [70., 70., 70.]])",
                mm(A, ones(4, 3)));
        assertError(() -> mm(A, A))
                .hasMessageContaining("(5, 4)")
                .hasMessageContaining("4 columns")
                .hasMessageContaining("5 rows");
        assertError(() -> mv(A, ones(5))).hasMessageContaining("4 columns");
        assertThat(arange(6).reshape(2, 3).mm(arange(6).reshape(3, 2)).toLongArray())
                .containsExactly(10, 13, 28, 40);
        assertThat(arange(6).reshape(2, 3).mv(arange(3)).dtype()).isEqualTo(int64);
    }

    @Test
    @DisplayName("L3: every pair of axes matmul knows, against sums of products")
    void matmulShapes() {
        int[][][] cases = {
            {{4}, {4}},
            {{3, 4}, {4}},
            {{4}, {4, 2}},
            {{3, 4}, {4, 2}},
            {{2, 3, 4}, {4}},
            {{4}, {2, 4, 3}},
            {{2, 3, 4}, {4, 5}},
            {{2, 3, 4}, {2, 4, 5}},
            {{3, 4}, {2, 4, 5}},
            {{5, 1, 3, 4}, {2, 4, 2}}
        };
        manualSeed(3);
        for (int[][] shapes : cases) {
            Tensor a = randn(float64, shapes[0]), b = randn(float64, shapes[1]);
            Tensor left = a.dim() == 1 ? a.unsqueeze(0) : a, right = b.dim() == 1 ? b.unsqueeze(1) : b;
            Tensor sums = left.unsqueeze(-1).mul(right.unsqueeze(-3)).sum(-2);
            if (a.dim() == 1) {
                sums = sums.squeeze(-2);
            }
            if (b.dim() == 1) {
                sums = sums.squeeze(-1);
            }
            assertNear(a.matmul(b), sums, 1e-12);
        }
    }

    @Test
    @DisplayName("L5: orthogonal vectors, permutation matrices, positive definite matrices")
    void orthogonality() {
        assertThat(dot(tensor(1.0, 2), tensor(-2.0, 1)).item()).isEqualTo(0.0);
        Tensor P = eye(4).get(randperm(4));
        assertThat(P.mm(P.T()).equal(eye(4))).isTrue();
        manualSeed(5);
        Tensor B = randn(float64, 3, 3), D = B.T().mm(B).add(eye(DType.float64, 3, 3));
        for (int i = 0; i < 20; i++) {
            Tensor x = randn(float64, 3);
            assertThat(dot(x, mv(D, x)).toDouble()).isPositive();
        }
    }

    @Test
    @DisplayName("L6: trace, diagonal, triangles, outer product")
    void parts() {
        Tensor M = arange(9, float32).reshape(3, 3);
        assertTensor("tensor(12.)", trace(M));
        assertValues(diag(M), 0, 4, 8);
        assertValues(tril(M).get(0), 0, 0, 0);
        assertValues(outer(tensor(1.0, 2), tensor(3.0, 4)), 3, 4, 6, 8);
    }

    @Test
    @DisplayName("einsum says products, sums, diagonals and transposes")
    void einsums() {
        manualSeed(7);
        Tensor a = randn(float64, 3, 4),
                b = randn(float64, 4, 5),
                s = randn(float64, 2, 3, 4),
                c = randn(float64, 2, 4, 5);
        assertNear(einsum("ij,jk->ik", a, b), a.mm(b), 1e-12);
        assertNear(einsum("ij,jk", a, b), a.mm(b), 1e-12);
        assertNear(einsum("bij,bjk->bik", s, c), s.bmm(c), 1e-12);
        assertNear(einsum("ij->ji", a), a.T(), 0);
        assertNear(einsum("ij->", a), a.sum(), 1e-12);
        assertNear(einsum("i,j->ij", a.get(0), b.get(0)), outer(a.get(0), b.get(0)), 1e-12);
        assertNear(einsum("ii->i", a.mm(a.T())), a.mm(a.T()).diagonal(), 0);
        assertNear(einsum("ii", a.mm(a.T())), a.mm(a.T()).trace(), 1e-12);
        assertNear(einsum("...ij,jk->...ik", s, b), s.matmul(b), 1e-12);
        assertNear(einsum("ij,ij->ij", a, a), a.mul(a), 1e-12);
        assertNear(einsum("ij,jk,k->i", a, b, b.get(0)), a.mm(b).mv(b.get(0)), 1e-12);
        assertNear(einsum("bij,kj->bik", s, a), s.matmul(a.T()), 1e-12);
        assertError(() -> einsum("ij,jk->ik", a)).hasMessageContaining("2 operands");
        assertError(() -> einsum("ij,jk->ik", a, a)).hasMessageContaining("letter j is 4 in one operand and 3");
        assertError(() -> einsum("ij->ik", a)).hasMessageContaining("no operand has");
    }

    @Test
    @DisplayName("Products of transposed and gapped matrices, against three plain loops")
    void strided() {
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            int m = 1 + random.nextInt(9), k = 1 + random.nextInt(9), n = 1 + random.nextInt(9);
            Tensor a = strided(m, k, random), b = strided(k, n, random), y = a.mm(b);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int l = 0; l < k; l++) {
                        sum += a.get(i, l).toDouble() * b.get(l, j).toDouble();
                    }
                    assertThat(y.get(i, j).toDouble()).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-12));
                }
            }
        }
    }

    private static Tensor strided(int rows, int columns, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> randn(float64, columns, rows).T();
            case 1 -> randn(float64, rows, 2 * columns).get(slice(), slice(null, null, 2));
            default -> randn(float64, 1, columns).expand(rows, columns);
        };
    }
}
