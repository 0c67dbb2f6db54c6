package jacobi.linalg;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.matmul;
import static jacobi.tensor.Tensors.zeros;

import jacobi.tensor.DType;
import jacobi.tensor.Operation;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Singular values and what is made of them: rank, pseudo-inverse, least squares.
 *
 * <p>Gradients: with dP = Uᵀ dA V, dS is its diagonal, and the turning of U and V solves a 2×2 system for each pair of
 * singular values, which must differ; see J. Townsend, <i>Differentiating the Singular Value Decomposition</i> (2016).
 */
final class Singular {
    private Singular() {}

    /** The library's decomposition, which wants at least one number. */
    static SingularValueDecomposition decomposition(RealMatrix a) {
        return new SingularValueDecomposition(a);
    }

    /** The decomposition, with square U and Vh if {@code full}. */
    static Svd decomposition(Tensor a, boolean full) {
        Batch batch = new Batch("svd", a);
        int m = batch.rows, n = batch.columns, k = Math.min(m, n);
        if (full && m != n && Operation.isTracked(a)) {
            throw new UnsupportedOperationException(say("linalg.singular.square-vh-matrix-no", "m", m, "n", n));
        }
        SingularValueDecomposition[] all = new SingularValueDecomposition[batch.count];
        for (int i = 0; i < batch.count && k > 0; i++) {
            all[i] = decomposition(batch.matrix(i));
        }
        Tensor u = batch.stack(i -> orthogonal(k == 0 ? null : all[i].getU(), m, full ? m : k, k), m, full ? m : k);
        Tensor s = batch.stack(i -> k == 0 ? new double[0] : all[i].getSingularValues(), k);
        Tensor v = batch.stack(i -> orthogonal(k == 0 ? null : all[i].getV(), n, full ? n : k, k), n, full ? n : k);
        Tensor vh = v.mT().contiguous();
        if (!Operation.isTracked(a)) {
            return new Svd(u, s, vh);
        }
        return tracked(a, u, s, vh);
    }

    private static Svd tracked(Tensor a, Tensor u, Tensor s, Tensor vh) {
        Tensor values = Operation.of("LinalgSvdBackward0", s)
                .input(
                        a,
                        t -> matmul(matmul(u.mT(), t), vh.mT()).diagonal(0, -2, -1),
                        g -> matmul(u.mul(g.unsqueeze(-2)), vh),
                        u,
                        vh)
                .result();
        Tensor left = Operation.of("LinalgSvdBackward0", u)
                .input(
                        a,
                        t -> {
                            throw Linalg.noGradient(say("linalg.singular.svd-forward-mode"), a);
                        },
                        g -> {
                            Tensor turn = skew(matmul(u.mT(), g)).div(gaps(s));
                            Tensor inside = matmul(matmul(u, turn.mul(s.unsqueeze(-2))), vh);
                            Tensor outside = g.sub(matmul(u, matmul(u.mT(), g))).div(s.unsqueeze(-2));
                            return u.size(-2) > u.size(-1) ? inside.add(matmul(outside, vh)) : inside;
                        },
                        u,
                        s,
                        vh)
                .result();
        Tensor right = Operation.of("LinalgSvdBackward0", vh)
                .input(
                        a,
                        t -> {
                            throw Linalg.noGradient(say("linalg.singular.svd-vh-forward-mode"), a);
                        },
                        g -> {
                            Tensor turn = skew(matmul(vh, g.mT())).div(gaps(s));
                            Tensor inside = matmul(matmul(u.mul(s.unsqueeze(-2)), turn), vh);
                            Tensor outside =
                                    g.sub(matmul(matmul(g, vh.mT()), vh)).div(s.unsqueeze(-1));
                            return vh.size(-1) > vh.size(-2) ? inside.add(matmul(u, outside)) : inside;
                        },
                        u,
                        s,
                        vh)
                .result();
        return new Svd(left, values, right);
    }

    private static Tensor skew(Tensor x) {
        return x.sub(x.mT());
    }

    /** s_j² - s_i² at (i, j), 1 on the diagonal. */
    private static Tensor gaps(Tensor s) {
        Tensor squares = s.square(), gaps = squares.unsqueeze(-2).sub(squares.unsqueeze(-1));
        return gaps.add(Solving.identity(s, s.size(-1)));
    }

    /** The first {@code known} columns of a matrix, and others that make it orthogonal, (rows, columns) in all. */
    private static double[] orthogonal(RealMatrix x, int rows, int columns, int known) {
        if (columns <= known) {
            return x == null ? new double[0] : Batch.flat(x, rows, columns);
        }
        if (known == 0) {
            return Batch.flat(MatrixUtils.createRealIdentityMatrix(rows), rows, columns);
        }
        RealMatrix q = new QRDecomposition(x).getQ();
        double[] out = Batch.flat(q, rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < known; j++) {
                out[i * columns + j] = x.getEntry(i, j);
            }
        }
        return out;
    }

    static Tensor values(String operation, Tensor a) {
        Batch batch = new Batch(operation, a);
        int k = Math.min(batch.rows, batch.columns);
        if (Operation.isTracked(a)) {
            return decomposition(a, false).S();
        }
        return batch.stack(
                i -> k == 0 ? new double[0] : decomposition(batch.matrix(i)).getSingularValues(), k);
    }

    /** Singular values above the largest one times the longer side times {@code eps}. */
    static int rank(double[] s, int rows, int columns, double eps) {
        double limit = s.length == 0 ? 0 : Arrays.stream(s).max().getAsDouble() * Math.max(rows, columns) * eps;
        return (int) Arrays.stream(s).filter(v -> v > limit).count();
    }

    /** The rounding of a type, by which a singular value counts as 0. */
    static double eps(DType type) {
        return type == DType.float32 ? Math.ulp(1f) : Math.ulp(1.0);
    }

    static Tensor rank(Tensor a) {
        Batch batch = new Batch("matrixRank", a);
        Tensor s = values("matrixRank", a.detach());
        int k = s.size(-1);
        double[] all = s.toDoubleArray();
        return batch.stack(i -> new double[] {
                    rank(Arrays.copyOfRange(all, i * k, (i + 1) * k), batch.rows, batch.columns, eps(batch.dtype))
                })
                .to(DType.int64);
    }

    static Tensor pseudoInverse(Tensor a) {
        Batch batch = new Batch("pinv", a);
        int m = batch.rows, n = batch.columns;
        Tensor p = batch.stack(
                i -> {
                    SingularValueDecomposition svd = decomposition(batch.matrix(i));
                    double[] s = svd.getSingularValues();
                    int rank = rank(s, m, n, eps(batch.dtype));
                    RealMatrix out = MatrixUtils.createRealMatrix(n, m);
                    for (int r = 0; r < rank; r++) {
                        out = out.add(svd.getV()
                                .getColumnMatrix(r)
                                .multiplyTransposed(svd.getU().getColumnMatrix(r))
                                .scalarMultiply(1 / s[r]));
                    }
                    return Batch.flat(out, n, m);
                },
                n,
                m);
        if (!Operation.isTracked(a)) {
            return p;
        }
        // dP = -P dA P + P Pᵀ dAᵀ (I - A P) + (I - P A) dAᵀ Pᵀ P, where the rank stays (Golub and Pereyra, 1973).
        return Operation.of("LinalgPinvBackward0", p)
                .input(
                        a,
                        t -> {
                            Tensor first = matmul(matmul(p, t), p).neg();
                            Tensor second = matmul(matmul(matmul(p, p.mT()), t.mT()), rest(matmul(a, p)));
                            Tensor third = matmul(matmul(rest(matmul(p, a)), t.mT()), matmul(p.mT(), p));
                            return first.add(second).add(third);
                        },
                        g -> {
                            Tensor first = matmul(matmul(p.mT(), g), p.mT()).neg();
                            Tensor second = matmul(matmul(rest(matmul(a, p)), g.mT()), matmul(p, p.mT()));
                            Tensor third = matmul(matmul(matmul(p.mT(), p), g.mT()), rest(matmul(p, a)));
                            return first.add(second).add(third);
                        },
                        a,
                        p)
                .result();
    }

    private static Tensor rest(Tensor projection) {
        return Solving.identity(projection, projection.size(-1)).sub(projection);
    }

    static Lstsq leastSquares(Tensor a, Tensor b) {
        Batch batch = new Batch("lstsq", a);
        if (b.dim() == 1) {
            throw new IllegalArgumentException(say("linalg.singular.vector-shape-make-column", "bShape", b.shape()));
        }
        if (b.size(-2) != batch.rows) {
            throw new IllegalArgumentException(say(
                    "linalg.singular.rows-shapes-they-same",
                    "rows",
                    batch.rows,
                    "value",
                    b.size(-2),
                    "aShape",
                    a.shape(),
                    "bShape",
                    b.shape()));
        }
        Tensor x = matmul(pseudoInverse(a), b), rank = rank(a);
        boolean full =
                batch.rows > batch.columns && rank.eq(batch.columns).all().isTrue();
        Tensor residuals = full ? matmul(a, x).sub(b).square().sum(-2) : zeros(a.dtype(), 0);
        return new Lstsq(x, residuals, rank, values("lstsq", a.detach()));
    }
}
