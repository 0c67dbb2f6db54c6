package jacobi.linalg;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.eye;
import static jacobi.tensor.Tensors.matmul;

import jacobi.tensor.Operation;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** Inverse, determinant and linear systems, by LU decomposition; gradients follow from dA⁻¹ = -A⁻¹ dA A⁻¹. */
final class Solving {
    private Solving() {}

    /** LU decomposition that treats no pivot as zero but zero. */
    static LUDecomposition lu(RealMatrix a) {
        return new LUDecomposition(a, 0);
    }

    /** LU decomposition of matrix i, which must be regular in double precision. */
    private static LUDecomposition regular(String operation, Batch batch, int i, String instead) {
        RealMatrix a = batch.matrix(i);
        LUDecomposition lu = lu(a);
        int rank = batch.rows;
        double largest = 0, smallest = Double.POSITIVE_INFINITY;
        if (lu.getU() != null) {
            RealMatrix u = lu.getU();
            for (int k = 0; k < batch.rows; k++) {
                largest = Math.max(largest, Math.abs(u.getEntry(k, k)));
                smallest = Math.min(smallest, Math.abs(u.getEntry(k, k)));
            }
        }
        if (lu.getU() == null || smallest <= batch.rows * Math.ulp(1.0) * largest) {
            rank = Singular.rank(
                    Singular.decomposition(a).getSingularValues(), batch.rows, batch.columns, Math.ulp(1.0) * 8);
            throw new ArithmeticException(say(
                    "linalg.solving.matrix-singular-its-columns",
                    "operation",
                    operation,
                    "which",
                    batch.which(i),
                    "rows",
                    batch.rows,
                    "rank",
                    rank,
                    "instead",
                    instead));
        }
        return lu;
    }

    static Tensor inverse(Tensor a) {
        Batch batch = Batch.square("inv", a);
        int n = batch.rows;
        Tensor y = batch.stack(
                i -> Batch.flat(
                        regular("inv", batch, i, say("linalg.solving.gives-pseudo-inverse"))
                                .getSolver()
                                .getInverse(),
                        n,
                        n),
                n,
                n);
        return Operation.of("LinalgInvExBackward0", y)
                .input(
                        a,
                        t -> matmul(matmul(y, t), y).neg(),
                        g -> matmul(matmul(y.mT(), g), y.mT()).neg(),
                        y)
                .result();
    }

    static Tensor solve(Tensor a, Tensor b) {
        Batch left = Batch.square("solve", a);
        int n = left.rows;
        int[] dims = b.shape().toArray();
        // As PyTorch: a stack of vectors is one that has one axis less than A, and the same others.
        boolean vector = dims.length == 1
                || dims.length == left.lead.length + 1
                        && Arrays.equals(dims, 0, dims.length - 1, left.lead, 0, left.lead.length);
        if (vector) {
            return solve(a, b.unsqueeze(-1)).squeeze(-1);
        }
        if (a.dtype() != b.dtype()) {
            throw new IllegalArgumentException(
                    say("linalg.solving.convert-one", "dtype", a.dtype(), "dtype2", b.dtype()));
        }
        if (dims[dims.length - 2] != n) {
            throw new IllegalArgumentException(say(
                    "linalg.solving.rows-shapes-they-same",
                    "n",
                    n,
                    "dims",
                    dims[dims.length - 2],
                    "aShape",
                    a.shape(),
                    "bShape",
                    b.shape()));
        }
        if (!Arrays.equals(left.lead, Arrays.copyOf(dims, dims.length - 2))) {
            return broadcast(a, b, left.lead, dims);
        }
        Batch right = new Batch("solve", b);
        Tensor x = right.stack(
                i -> Batch.flat(
                        regular("solve", left, i, say("linalg.solving.gives-best-approximation"))
                                .getSolver()
                                .solve(right.matrix(i)),
                        n,
                        right.columns),
                n,
                right.columns);
        return Operation.of("LinalgSolveExBackward0", x)
                .input(
                        a,
                        t -> solve(a, matmul(t, x)).neg(),
                        g -> matmul(solve(a.mT(), g), x.mT()).neg(),
                        a,
                        x)
                .input(b, t -> solve(a, t), g -> solve(a.mT(), g), a)
                .result();
    }

    private static Tensor broadcast(Tensor a, Tensor b, int[] lead, int[] dims) {
        int n = Math.max(lead.length, dims.length - 2);
        int[] common = new int[n];
        for (int i = 1; i <= n; i++) {
            int p = i <= lead.length ? lead[lead.length - i] : 1;
            int q = i <= dims.length - 2 ? dims[dims.length - 2 - i] : 1;
            if (p != q && p != 1 && q != 1) {
                throw new IllegalArgumentException(
                        say("linalg.solving.stacks-shapes-do-not", "aShape", a.shape(), "bShape", b.shape()));
            }
            common[n - i] = Math.max(p, q);
        }
        return solve(expand(a, common), expand(b, common));
    }

    private static Tensor expand(Tensor x, int[] lead) {
        int[] dims = Arrays.copyOf(lead, lead.length + 2);
        dims[lead.length] = x.size(-2);
        dims[lead.length + 1] = x.size(-1);
        return x.expand(dims);
    }

    static Tensor determinant(Tensor a) {
        Batch batch = Batch.square("det", a);
        Tensor d = batch.stack(i -> new double[] {determinant(batch.matrix(i))});
        return Operation.of("LinalgDetBackward0", d)
                .input(
                        a,
                        t -> cofactors(a, d).mul(t).sum(new int[] {-2, -1}),
                        g -> spread(g).mul(cofactors(a, d)),
                        a,
                        d)
                .result();
    }

    private static double determinant(RealMatrix a) {
        if (a.getRowDimension() == 0) {
            return 1;
        }
        LUDecomposition lu = lu(a);
        return lu.getU() == null ? 0 : lu.getDeterminant();
    }

    /**
     * Derivatives of the determinant: det(A) A⁻ᵀ; where there is no inverse, the minors, which have none here.
     */
    private static Tensor cofactors(Tensor a, Tensor d) {
        Batch batch = new Batch("det", a);
        for (int i = 0; i < batch.count; i++) {
            if (!invertible(batch.matrix(i))) {
                return minors(batch);
            }
        }
        return inverse(a).mT().mul(spread(d));
    }

    private static boolean invertible(RealMatrix a) {
        double[] s = Singular.decomposition(a).getSingularValues();
        return s[s.length - 1] > s.length * Math.ulp(1.0) * s[0];
    }

    private static Tensor minors(Batch batch) {
        int n = batch.rows;
        return batch.stack(
                i -> {
                    RealMatrix a = batch.matrix(i);
                    double[] out = new double[n * n];
                    for (int r = 0; r < n; r++) {
                        for (int c = 0; c < n; c++) {
                            out[r * n + c] = ((r + c) % 2 == 0 ? 1 : -1) * determinant(without(a, r, c));
                        }
                    }
                    return out;
                },
                n,
                n);
    }

    private static RealMatrix without(RealMatrix a, int row, int column) {
        int n = a.getRowDimension();
        RealMatrix m = MatrixUtils.createRealMatrix(Math.max(n - 1, 1), Math.max(n - 1, 1));
        if (n == 1) {
            m.setEntry(0, 0, 1);
            return m;
        }
        for (int r = 0; r < n - 1; r++) {
            for (int c = 0; c < n - 1; c++) {
                m.setEntry(r, c, a.getEntry(r < row ? r : r + 1, c < column ? c : c + 1));
            }
        }
        return m;
    }

    static Slogdet signAndLogarithm(Tensor a) {
        Batch batch = Batch.square("slogdet", a);
        double[] logs = new double[batch.count];
        Tensor sign = batch.stack(i -> {
            LUDecomposition lu = lu(batch.matrix(i));
            RealMatrix u = lu.getU();
            if (u == null) {
                logs[i] = Double.NEGATIVE_INFINITY;
                return new double[] {0};
            }
            double s = permutationSign(lu.getPivot());
            for (int k = 0; k < batch.rows; k++) {
                logs[i] += Math.log(Math.abs(u.getEntry(k, k)));
                s *= Math.signum(u.getEntry(k, k));
            }
            return new double[] {s};
        });
        Tensor log = batch.stack(i -> new double[] {logs[i]});
        if (!Operation.isTracked(a)) {
            return new Slogdet(sign, log);
        }
        return new Slogdet(
                sign,
                Operation.of("LinalgSlogdetBackward0", log)
                        .input(
                                a,
                                t -> inverse(a).mT().mul(t).sum(new int[] {-2, -1}),
                                g -> spread(g).mul(inverse(a).mT()),
                                a)
                        .result());
    }

    private static double permutationSign(int[] pivot) {
        double sign = 1;
        boolean[] seen = new boolean[pivot.length];
        for (int i = 0; i < pivot.length; i++) {
            if (seen[i]) {
                continue;
            }
            for (int j = pivot[i]; j != i; j = pivot[j]) {
                seen[j] = true;
                sign = -sign;
            }
        }
        return sign;
    }

    static Lu decomposition(Tensor a) {
        Batch batch = Batch.square("lu", a);
        if (Operation.isTracked(a)) {
            throw Linalg.noGradient("lu", a);
        }
        int n = batch.rows;
        return new Lu(
                batch.stack(i -> Batch.flat(plu(batch, i).getP().transpose(), n, n), n, n),
                batch.stack(i -> Batch.flat(plu(batch, i).getL(), n, n), n, n),
                batch.stack(i -> Batch.flat(plu(batch, i).getU(), n, n), n, n));
    }

    private static LUDecomposition plu(Batch batch, int i) {
        return regular("lu", batch, i, say("linalg.solving.works-every-matrix"));
    }

    /** A number per matrix, to be multiplied with the matrices. */
    static Tensor spread(Tensor x) {
        return x.unsqueeze(-1).unsqueeze(-1);
    }

    static Tensor identity(Tensor like, int n) {
        return eye(like.dtype(), n, n);
    }
}
