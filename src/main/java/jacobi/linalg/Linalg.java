package jacobi.linalg;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.matmul;
import static jacobi.tensor.Tensors.zerosLike;

import jacobi.tensor.Operation;
import jacobi.tensor.Tensor;

/**
 * Linear algebra in the words of {@code torch.linalg}; the prelude imports it statically. Norms of vectors, products
 * and traces are in {@link jacobi.tensor.Tensors}.
 *
 * <p>Where nothing else is said, a matrix is the last two axes of a tensor, axes before them make a stack of matrices,
 * elements are float32 or float64, nothing is modified, gradients pass, and a matrix that holds NaN or an infinity is
 * an error. Computing is in double precision, by Hipparchus.
 */
public final class Linalg {
    private Linalg() {}

    /**
     * Inverse of a square matrix.
     *
     * @throws ArithmeticException if it is singular
     */
    public static Tensor inv(Tensor a) {
        return Solving.inverse(a);
    }

    /** Determinant of a square matrix. */
    public static Tensor det(Tensor a) {
        return Solving.determinant(a);
    }

    /** Sign and logarithm of the determinant of a square matrix. */
    public static Slogdet slogdet(Tensor a) {
        return Solving.signAndLogarithm(a);
    }

    /**
     * X with {@code A X = B}.
     *
     * @param a square, regular
     * @param b a vector, a matrix, or a stack of either
     * @throws ArithmeticException if A is singular
     */
    public static Tensor solve(Tensor a, Tensor b) {
        return Solving.solve(a, b);
    }

    /** X that brings {@code A X} nearest to B, column by column. */
    public static Lstsq lstsq(Tensor a, Tensor b) {
        return Singular.leastSquares(a, b);
    }

    /** Pseudo-inverse (Moore and Penrose): the inverse where there is one, the best replacement elsewhere. */
    public static Tensor pinv(Tensor a) {
        return Singular.pseudoInverse(a);
    }

    /** Number of independent columns, int64: singular values above the rounding of the type. */
    public static Tensor matrixRank(Tensor a) {
        return Singular.rank(a);
    }

    /** Eigenvalues and eigenvectors of any square matrix, complex; no gradient. */
    public static Eig eig(Tensor a) {
        return Eigen.general(a);
    }

    /** Eigenvalues of any square matrix, complex; no gradient. */
    public static ComplexTensor eigvals(Tensor a) {
        return Eigen.values(a);
    }

    /**
     * Eigenvalues, rising, and eigenvectors of a symmetric matrix.
     *
     * @throws IllegalArgumentException if the matrix is not symmetric
     */
    public static Eigh eigh(Tensor a) {
        return Eigen.symmetric("eigh", a);
    }

    /** Eigenvalues of a symmetric matrix, rising. */
    public static Tensor eigvalsh(Tensor a) {
        return Eigen.symmetric("eigvalsh", a).eigenvalues();
    }

    /** Singular value decomposition with square U and Vh. */
    public static Svd svd(Tensor a) {
        return Singular.decomposition(a, true);
    }

    /**
     * Singular value decomposition; of U and Vh only the columns and rows that belong to a singular value unless {@code
     * fullMatrices}.
     */
    public static Svd svd(Tensor a, boolean fullMatrices) {
        return Singular.decomposition(a, fullMatrices);
    }

    /** Singular values, falling. */
    public static Tensor svdvals(Tensor a) {
        return Singular.values("svdvals", a);
    }

    /** QR decomposition with as many columns of Q as needed. */
    public static Qr qr(Tensor a) {
        return Triangular.qr(a, false);
    }

    /**
     * QR decomposition. The gradient needs the first columns of A, as many as there are rows at most, to be
     * independent; Q with more columns than A has none, as they are arbitrary.
     *
     * @param mode "reduced", or "complete" for a square Q
     */
    public static Qr qr(Tensor a, String mode) {
        if (!mode.equals("reduced") && !mode.equals("complete")) {
            throw new IllegalArgumentException(say("linalg.linalg.unknown-mode-there-reduced", "mode", mode));
        }
        return Triangular.qr(a, mode.equals("complete"));
    }

    /** LU decomposition of a square, regular matrix with exchanged rows: {@code A = P L U}; no gradient. */
    public static Lu lu(Tensor a) {
        return Solving.decomposition(a);
    }

    /**
     * Cholesky factor of a symmetric positive definite matrix: lower triangular L with {@code A = L Lᵀ}. The upper half
     * of A is not read.
     *
     * @throws ArithmeticException if A is not positive definite
     */
    public static Tensor cholesky(Tensor a) {
        return Triangular.cholesky(a);
    }

    /**
     * Cross product of vectors of three numbers: at right angles to both, as long as the area they span.
     *
     * @param a vectors along the last axis, of length 3; axes before it broadcast
     */
    public static Tensor cross(Tensor a, Tensor b) {
        if (a.dim() == 0 || b.dim() == 0 || a.size(-1) != 3 || b.size(-1) != 3) {
            throw new IllegalArgumentException(
                    say("linalg.linalg.last-axis-length-got", "aShape", a.shape(), "bShape", b.shape()));
        }
        return a.roll(-1, -1).mul(b.roll(-2, -1)).sub(a.roll(-2, -1).mul(b.roll(-1, -1)));
    }

    /**
     * Kronecker product: blocks of b, each times one element of a. Of matrices (m, n) and (p, q) the shape is (m p, n
     * q), and so for any number of axes; missing ones in front count as length 1.
     */
    public static Tensor kron(Tensor a, Tensor b) {
        int n = Math.max(a.dim(), b.dim());
        int[] left = new int[2 * n], right = new int[2 * n], shape = new int[n];
        for (int i = 0; i < n; i++) {
            int p = i - (n - a.dim()), q = i - (n - b.dim());
            left[2 * i] = p < 0 ? 1 : a.size(p);
            right[2 * i + 1] = q < 0 ? 1 : b.size(q);
            left[2 * i + 1] = right[2 * i] = 1;
            shape[i] = left[2 * i] * right[2 * i + 1];
        }
        return a.reshape(left).mul(b.reshape(right)).reshape(shape);
    }

    /** Product of a square matrix with itself, {@code n} factors; of the inverse if n is negative. */
    public static Tensor matrixPower(Tensor a, int n) {
        Batch batch = Batch.square("matrixPower", a);
        if (n < 0) {
            return matrixPower(inv(a), -n);
        }
        Tensor power = null, square = a;
        for (int k = n; k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                power = power == null ? square : matmul(power, square);
            }
            if (k > 1) {
                square = matmul(square, square);
            }
        }
        if (power != null) {
            return n == 1 ? a.clone() : power;
        }
        Tensor one = Solving.identity(a, batch.rows).expand(a.shape().toArray()).clone();
        // No change of A changes the identity, but what is made of it can be differentiated.
        return Operation.isTracked(a)
                ? Operation.of("MatrixPowerBackward0", one)
                        .elementwise(a, d -> zerosLike(d.detach()))
                        .result()
                : one;
    }

    /**
     * Exponential of a square matrix: the series 1 + A + A²/2! + …, of A halved until it is small and squared as often
     * after.
     */
    public static Tensor matrixExp(Tensor a) {
        Batch.square("matrixExp", a);
        double norm = a.numel() == 0 ? 0 : a.detach().abs().sum(-1).max().toDouble();
        int halvings = Math.max(0, Math.getExponent(norm) + 2);
        Tensor x = a.mul(Math.scalb(1.0, -halvings)),
                sum = Solving.identity(a, a.size(-1)).add(x),
                term = x;
        // With a norm below 1/2 the 18th term is below the rounding of a double.
        for (int k = 2; k <= 18; k++) {
            term = matmul(term, x).div(k);
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = matmul(sum, sum);
        }
        return sum;
    }

    /** Norm of a matrix: "fro" (Frobenius, root of the sum of squares) or "nuc" (nuclear, sum of singular values). */
    public static Tensor matrixNorm(Tensor a, String order) {
        return MatrixNorms.norm(a, order);
    }

    /**
     * Norm of a matrix.
     *
     * @param order 2 (spectral, the largest singular value), -2 (the smallest), 1 (largest column sum of magnitudes),
     *     -1 (smallest), infinity (largest row sum) or -infinity
     */
    public static Tensor matrixNorm(Tensor a, double order) {
        return MatrixNorms.norm(a, order);
    }

    /** Frobenius norm of a matrix. */
    public static Tensor matrixNorm(Tensor a) {
        return MatrixNorms.norm(a, "fro");
    }

    /**
     * Norm of all elements as one vector, of any order: (Σ |x|ᵖ)^(1/p); infinity is the largest magnitude, 0 counts
     * what is not 0.
     */
    public static Tensor vectorNorm(Tensor x, double order) {
        return x.norm(order);
    }

    /** Euclidean norm of all elements as one vector. */
    public static Tensor vectorNorm(Tensor x) {
        return x.norm();
    }

    /** Norm of the vectors along an axis. */
    public static Tensor vectorNorm(Tensor x, double order, int axis) {
        return x.norm(order, axis, false);
    }

    /** Condition number: the largest singular value over the smallest; infinite of a singular matrix. */
    public static Tensor cond(Tensor a) {
        Tensor s = Singular.values("cond", a);
        return s.amax(-1).div(s.amin(-1));
    }

    /** The error of operations without gradient. */
    static UnsupportedOperationException noGradient(String operation, Tensor a) {
        return new UnsupportedOperationException(
                say("linalg.linalg.no-gradient-tensor-shape", "operation", operation, "aShape", a.shape()));
    }
}
