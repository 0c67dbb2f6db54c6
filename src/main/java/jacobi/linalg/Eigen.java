package jacobi.linalg;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.matmul;

import jacobi.tensor.DType;
import jacobi.tensor.Operation;
import jacobi.tensor.Tensor;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.RealMatrix;

/**
 * Eigenvalues and eigenvectors.
 *
 * <p>Gradients of the symmetric case: with dP = Vᵀ dA V, dλ is its diagonal, and dV = V (F ∘ dP) with F_ij = 1 / (λ_j -
 * λ_i) off the diagonal; those of the vectors need eigenvalues that differ.
 */
final class Eigen {
    private Eigen() {}

    static Eig general(Tensor a) {
        Batch batch = Batch.square("eig", a);
        if (Operation.isTracked(a)) {
            throw Linalg.noGradient("eig", a);
        }
        int n = batch.rows;
        EigenDecompositionNonSymmetric[] all = new EigenDecompositionNonSymmetric[batch.count];
        for (int i = 0; i < batch.count && n > 0; i++) {
            all[i] = decompose(batch, i);
        }
        ComplexTensor values = new ComplexTensor(
                batch.stack(i -> part(all[i], n, true), n), batch.stack(i -> part(all[i], n, false), n));
        ComplexTensor vectors = new ComplexTensor(
                batch.stack(i -> vectors(all[i], n, true), n, n), batch.stack(i -> vectors(all[i], n, false), n, n));
        return new Eig(values, vectors);
    }

    static ComplexTensor values(Tensor a) {
        return general(a.detach()).eigenvalues();
    }

    private static EigenDecompositionNonSymmetric decompose(Batch batch, int i) {
        try {
            return new EigenDecompositionNonSymmetric(batch.matrix(i));
        } catch (MathRuntimeException e) {
            throw new ArithmeticException(
                    say("linalg.eigen.no-eigenvalues-found", "which", batch.which(i), "reason", e.getMessage()));
        }
    }

    private static double[] part(EigenDecompositionNonSymmetric e, int n, boolean real) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = real ? e.getEigenvalue(i).getReal() : e.getEigenvalue(i).getImaginary();
        }
        return out;
    }

    /** The eigenvectors as columns, of length 1 and turned so that the largest number is real, as LAPACK does. */
    private static double[] vectors(EigenDecompositionNonSymmetric e, int n, boolean real) {
        double[] out = new double[n * n];
        for (int j = 0; j < n; j++) {
            FieldVector<Complex> v = e.getEigenvector(j);
            double squares = 0;
            Complex largest = Complex.ONE;
            boolean complex = false;
            for (int i = 0; i < n; i++) {
                Complex c = v.getEntry(i);
                squares += c.getReal() * c.getReal() + c.getImaginary() * c.getImaginary();
                if (i == 0 || c.norm() > largest.norm() * (1 + 1e-12)) {
                    largest = c;
                }
                complex |= c.getImaginary() != 0;
            }
            double length = Math.sqrt(squares);
            Complex turn = complex ? largest.conjugate().divide(largest.norm() * length) : new Complex(1 / length);
            for (int i = 0; i < n; i++) {
                Complex c = v.getEntry(i).multiply(turn);
                out[i * n + j] = real ? c.getReal() : c.getImaginary();
            }
        }
        return out;
    }

    static Eigh symmetric(String operation, Tensor a) {
        Batch batch = Batch.square(operation, a);
        int n = batch.rows;
        EigenDecompositionSymmetric[] all = new EigenDecompositionSymmetric[batch.count];
        for (int i = 0; i < batch.count && n > 0; i++) {
            requireSymmetric(operation, batch, i);
            all[i] = new EigenDecompositionSymmetric(batch.matrix(i));
        }
        // The library gives the largest first.
        Tensor values = batch.stack(
                i -> {
                    double[] out = new double[n];
                    for (int k = 0; k < n; k++) {
                        out[k] = all[i].getEigenvalue(n - 1 - k);
                    }
                    return out;
                },
                n);
        Tensor vectors = batch.stack(
                i -> {
                    double[] out = new double[n * n];
                    for (int k = 0; k < n; k++) {
                        // Either sign is right; the last number that is not 0 is made positive, so that results are the
                        // same everywhere.
                        double[] v = all[i].getEigenvector(n - 1 - k).toArray();
                        double sign = 1;
                        for (double c : v) {
                            if (Math.abs(c) > 1e-12) {
                                sign = Math.signum(c);
                            }
                        }
                        for (int r = 0; r < n; r++) {
                            out[r * n + k] = sign * v[r];
                        }
                    }
                    return out;
                },
                n,
                n);
        return Operation.isTracked(a) ? tracked(a, values, vectors) : new Eigh(values, vectors);
    }

    private static Eigh tracked(Tensor a, Tensor values, Tensor v) {
        Tensor lambda = Operation.of("LinalgEighBackward0", values)
                .input(
                        a,
                        t -> matmul(matmul(v.mT(), t), v).diagonal(0, -2, -1),
                        g -> matmul(v.mul(g.unsqueeze(-2)), v.mT()),
                        v)
                .result();
        Tensor vectors = Operation.of("LinalgEighBackward0", v)
                .input(
                        a,
                        t -> matmul(v, turning(values, matmul(matmul(v.mT(), t), v))),
                        g -> matmul(matmul(v, turning(values, matmul(v.mT(), g))), v.mT()),
                        values,
                        v)
                .result();
        return new Eigh(lambda, vectors);
    }

    /** x over λ_j - λ_i at (i, j), 0 on the diagonal. */
    private static Tensor turning(Tensor values, Tensor x) {
        Tensor one = Solving.identity(values, values.size(-1));
        Tensor gaps = values.unsqueeze(-2).sub(values.unsqueeze(-1));
        return x.mul(one.neg().add(1)).div(gaps.add(one));
    }

    private static void requireSymmetric(String operation, Batch batch, int i) {
        RealMatrix a = batch.matrix(i);
        double limit = a.getNormInfty() * (batch.dtype == DType.float32 ? 1e-5 : 1e-9);
        for (int r = 0; r < batch.rows; r++) {
            for (int c = 0; c < r; c++) {
                if (Math.abs(a.getEntry(r, c) - a.getEntry(c, r)) > limit) {
                    throw new IllegalArgumentException(say(
                            "linalg.eigen.expected-symmetric-matrix-found",
                            "operation",
                            operation,
                            "which",
                            batch.which(i),
                            "entry",
                            a.getEntry(c, r),
                            "c",
                            c,
                            "r",
                            r,
                            "entry2",
                            a.getEntry(r, c)));
                }
            }
        }
    }
}
