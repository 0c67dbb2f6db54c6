package jacobi.linalg;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.matmul;
import static jacobi.tensor.Tensors.zerosLike;

import jacobi.tensor.Operation;
import jacobi.tensor.Tensor;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Decompositions into triangular factors: Cholesky and QR. */
final class Triangular {
    private Triangular() {}

    /** L with A = L Lᵀ. Gradient: I. Murray, <i>Differentiation of the Cholesky decomposition</i> (2016). */
    static Tensor cholesky(Tensor a) {
        Batch batch = Batch.square("cholesky", a);
        int n = batch.rows;
        Tensor l = batch.stack(i -> Batch.flat(cholesky(batch, i), n, n), n, n);
        return Operation.of("LinalgCholeskyExBackward0", l)
                .input(
                        a,
                        t -> {
                            Tensor inverse = Solving.inverse(l);
                            return matmul(l, half(matmul(matmul(inverse, t), inverse.mT())));
                        },
                        g -> {
                            Tensor inverse = Solving.inverse(l);
                            Tensor s = matmul(matmul(inverse.mT(), half(matmul(l.mT(), g))), inverse);
                            return s.add(s.mT()).div(2);
                        },
                        l)
                .result();
    }

    /** The lower triangle, with half of the diagonal. */
    private static Tensor half(Tensor x) {
        return x.tril().add(x.tril(-1)).div(2);
    }

    private static RealMatrix cholesky(Batch batch, int i) {
        // The library wants the two halves equal to the last bit or nearly; PyTorch reads the lower one.
        RealMatrix a = batch.matrix(i);
        for (int r = 0; r < batch.rows; r++) {
            for (int c = r + 1; c < batch.rows; c++) {
                a.setEntry(r, c, a.getEntry(c, r));
            }
        }
        try {
            return new CholeskyDecomposition(a, 1, 0).getL();
        } catch (MathRuntimeException e) {
            double smallest = new EigenDecompositionSymmetric(a).getEigenvalue(batch.rows - 1);
            throw new ArithmeticException(
                    say("linalg.triangular.matrix-not-positive-definite", "which", batch.which(i), "smallest", (float)
                            smallest));
        }
    }

    /** Q R with {@code full} or only the needed columns of Q. */
    static Qr qr(Tensor a, boolean full) {
        Batch batch = new Batch("qr", a);
        int m = batch.rows, n = batch.columns, k = full ? m : Math.min(m, n);
        QRDecomposition[] all = new QRDecomposition[batch.count];
        for (int i = 0; i < batch.count && m > 0 && n > 0; i++) {
            all[i] = new QRDecomposition(batch.matrix(i));
        }
        if (Operation.isTracked(a) && k > Math.min(m, n)) {
            throw new UnsupportedOperationException(say("linalg.triangular.square-matrix-no-gradient", "m", m, "n", n));
        }
        Qr plain = new Qr(
                batch.stack(i -> asLapack(Batch.flat(all[i].getQ(), m, k), m <= n ? k - 1 : k, k, true), m, k),
                batch.stack(i -> asLapack(Batch.flat(all[i].getR(), k, n), m <= n ? k - 1 : k, n, false), k, n));
        return Operation.isTracked(a) ? tracked(a, plain.Q(), plain.R()) : plain;
    }

    /**
     * Gradients of A = Q R. Where X is the inverse of R, dA X = dQ + Q dR X, and Qᵀ dQ is skew, so that it has the
     * lower triangle of Qᵀ dA X. The columns of A right of a square part have Q from that part, and R = Qᵀ A.
     */
    private static Qr tracked(Tensor a, Tensor q, Tensor r) {
        Tensor tangent = Operation.of("LinalgQrBackward0", q)
                .input(a, t -> turned(t, a, q, r), g -> pull(g, zerosLike(r), a, q, r), a, q, r)
                .result();
        Tensor triangle = Operation.of("LinalgQrBackward0", r)
                .input(
                        a,
                        t -> matmul(q.mT(), t).add(matmul(turned(t, a, q, r).mT(), a)),
                        g -> pull(zerosLike(q), g, a, q, r),
                        a,
                        q,
                        r)
                .result();
        return new Qr(tangent, triangle);
    }

    /** The derivative of Q in the direction t of A. */
    private static Tensor turned(Tensor t, Tensor a, Tensor q, Tensor r) {
        int k = q.size(-1);
        Tensor inverse = Solving.inverse(r.narrow(-1, 0, k)), x = matmul(t.narrow(-1, 0, k), inverse);
        Tensor inside = matmul(q.mT(), x), low = inside.tril(-1), skew = low.sub(low.mT());
        return x.sub(matmul(q, inside)).add(matmul(q, skew));
    }

    /** The gradient of A from those of Q and R. */
    private static Tensor pull(Tensor gq, Tensor gr, Tensor a, Tensor q, Tensor r) {
        int k = q.size(-1), n = a.size(-1);
        Tensor square = r.narrow(-1, 0, k), rest = null;
        if (n > k) {
            Tensor right = gr.narrow(-1, k, n - k);
            rest = matmul(q, right);
            gq = gq.add(matmul(a.narrow(-1, k, n - k), right.mT()));
            gr = gr.narrow(-1, 0, k);
        }
        Tensor m = matmul(gr, square.mT()).sub(matmul(q.mT(), gq)).triu();
        Tensor symmetric = m.add(m.triu(1).mT());
        Tensor first =
                matmul(gq.add(matmul(q, symmetric)), Solving.inverse(square).mT());
        return rest == null ? first : cat(List.of(first, rest), -1);
    }

    /**
     * Turns the sign of one column or row, which LAPACK leaves alone: the last reflection of a wide matrix would only
     * turn a sign.
     */
    private static double[] asLapack(double[] x, int place, int columns, boolean column) {
        for (int i = 0; i < x.length; i++) {
            if ((column ? i % columns : i / columns) == place) {
                x[i] = 0 - x[i];
            }
        }
        return x;
    }
}
