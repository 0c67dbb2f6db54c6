package jacobi.lecture;

import static jacobi.language.Say.say;

import jacobi.linalg.Linalg;
import jacobi.operation.Default;
import jacobi.plot.Gallery;
import jacobi.plot.film.Film;
import jacobi.plot.film.Working;
import jacobi.probability.Joint;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Computations of the book worked out step by step. Matrices are tensors of numbers, not modified; what comes out even
 * is written in fractions.
 */
public final class Workings {
    private Workings() {}

    /** A matrix brought to echelon form by Gaussian elimination, row by row. */
    public static Working gaussianElimination(Tensor a) {
        return new Elimination(matrix("gaussianElimination", a), null).working();
    }

    /**
     * A system {@code A x = b} solved by Gaussian elimination, row by row, down and then up.
     *
     * @param a of shape (m, n)
     * @param b of shape (m,) or (m, 1)
     */
    public static Working gaussianElimination(Tensor a, Tensor b) {
        double[][] left = matrix("gaussianElimination", a);
        if (b.numel() != left.length) {
            throw new IllegalArgumentException(say("lecture.right-side", "rows", left.length, "found", b.shape()));
        }
        return new Elimination(left, Latex.numbers(b.reshape(-1, 1))).working();
    }

    /** The columns of a matrix made into vectors of length 1 at right angles to one another, one after the other. */
    public static Working gramSchmidt(Tensor a) {
        return GramSchmidt.of(matrix("gramSchmidt", a));
    }

    /** The eigenvalues and eigenvectors of a 2 × 2 matrix by its characteristic polynomial. */
    public static Working eigenvalues2x2(Tensor a) {
        double[][] m = matrix("eigenvalues2x2", a);
        if (m.length != 2 || m[0].length != 2) {
            throw new IllegalArgumentException(say("lecture.two-by-two", "found", a.shape()));
        }
        return TwoByTwo.of(m);
    }

    /** The eigenvalue of greatest magnitude by power iteration, from a vector of ones, in six steps. */
    public static Working powerIteration(Tensor a) {
        return powerIteration(a, 6);
    }

    /**
     * The eigenvalue of greatest magnitude by power iteration: the matrix is applied to a vector of ones again and
     * again, which is made of length 1 each time.
     */
    public static Working powerIteration(Tensor a, @Default("6") int steps) {
        double[][] m = matrix("powerIteration", a);
        if (m.length != m[0].length || steps < 1 || steps > 50) {
            throw new IllegalArgumentException(say("lecture.power", "found", a.shape(), "steps", steps));
        }
        Working working = new Working(say("lecture.power-title", "a", "$A = " + Latex.exact(m) + "$"), Gallery.theme());
        double[] v = new double[m.length];
        Arrays.fill(v, 1 / Math.sqrt(m.length));
        working.step(say("lecture.power-start"), "v_0 = " + decimals(v));
        for (int i = 1; i <= steps; i++) {
            double[] w = times(m, v);
            double length = Math.sqrt(dot(w, w));
            if (length == 0) {
                return working.step(say("lecture.power-zero"), "A v_{" + (i - 1) + "} = 0");
            }
            for (int j = 0; j < w.length; j++) {
                v[j] = w[j] / length;
            }
            String at = "v_{" + i + "}";
            working.step(
                    say("lecture.power-step"),
                    at + " = \\frac{A v_{" + (i - 1) + "}}{\\|A v_{" + (i - 1) + "}\\|} = " + decimals(v) + ", \\quad "
                            + at + "^\\top A " + at + " = " + Numeral.decimal(dot(v, times(m, v))));
        }
        double[] values = Linalg.eigvals(a.to(DType.float64)).abs().toDoubleArray();
        return working.step(
                say("lecture.power-end"),
                "\\max_i |\\lambda_i| = "
                        + Numeral.decimal(Arrays.stream(values).max().orElse(Double.NaN)));
    }

    /**
     * The chain rule for functions of tensors one after the other, with the shape of each factor: {@code chainRule(x, x
     * -> W.matmul(x), u -> u.sin(), v -> v.sum())}.
     *
     * @param x where the derivative is taken
     * @param functions the first is applied to x, each other to what the one before it gives
     */
    @SafeVarargs
    public static Working chainRule(Tensor x, UnaryOperator<Tensor>... functions) {
        return Chain.of(x, functions);
    }

    /**
     * Bayes' rule as a table: prior, likelihood, their product, and what the evidence leaves of it.
     *
     * @param hypothesis a variable and its value, as {@code "H=1"}
     * @param evidence what is known, as {@code "D=1"}
     */
    public static Working bayesTable(Joint joint, String hypothesis, String evidence) {
        return new Bayes(joint, hypothesis, evidence).table();
    }

    /** Bayes' rule as a tree: first the hypotheses, then the evidence, and the branches that it leaves. */
    public static Film bayesTree(Joint joint, String hypothesis, String evidence) {
        return new Bayes(joint, hypothesis, evidence).tree();
    }

    private static double[][] matrix(String word, Tensor a) {
        if (a.dim() != 2 || a.numel() == 0 || a.size(0) > 8 || a.size(1) > 8) {
            throw new IllegalArgumentException(say("lecture.small-matrix", "word", word, "found", a.shape()));
        }
        return Latex.numbers(a);
    }

    static double[] times(double[][] m, double[] v) {
        return Arrays.stream(m).mapToDouble(row -> dot(row, v)).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static String decimals(double[] v) {
        return Latex.bracketed(Arrays.stream(v).mapToObj(Numeral::decimal).toList());
    }
}
