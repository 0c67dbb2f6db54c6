package jacobi.lecture;

import static jacobi.language.Say.say;

import jacobi.plot.Gallery;
import jacobi.plot.film.Working;

/** Eigenvalues and eigenvectors of a 2 × 2 matrix by hand. */
final class TwoByTwo {
    private static final double ZERO = 1e-10;

    private TwoByTwo() {}

    static Working of(double[][] m) {
        double a = m[0][0];
        double b = m[0][1];
        double c = m[1][0];
        double d = m[1][1];
        double trace = a + d;
        double det = a * d - b * c;
        double disc = trace * trace - 4 * det;
        Working working = new Working(say("lecture.eigen", "a", "$A = " + Latex.exact(m) + "$"), Gallery.theme());
        working.step(
                say("lecture.eigen-wanted"),
                "\\det(A - \\lambda I) = \\det \\begin{bmatrix} " + Numeral.latex(a) + " - \\lambda & "
                        + Numeral.latex(b) + " \\\\ " + Numeral.latex(c) + " & " + Numeral.latex(d)
                        + " - \\lambda \\end{bmatrix} = 0");
        working.step(
                say("lecture.eigen-polynomial"),
                "\\lambda^2 - (" + Numeral.latex(a) + " + " + bracketed(d) + ")\\lambda + (" + Numeral.latex(a)
                        + " \\cdot " + bracketed(d) + " - " + bracketed(b) + " \\cdot " + bracketed(c) + ") = 0",
                "\\lambda^2" + signed(-trace, "\\lambda") + signed(det, "") + " = 0");
        working.step(
                say("lecture.eigen-roots"),
                "\\lambda = \\frac{" + Numeral.latex(trace) + " \\pm \\sqrt{" + bracketed(trace) + "^2 - 4 \\cdot "
                        + bracketed(det) + "}}{2} = \\frac{" + Numeral.latex(trace) + " \\pm \\sqrt{"
                        + Numeral.latex(disc)
                        + "}}{2}");
        if (disc < -ZERO) {
            double real = trace / 2;
            double imaginary = Math.sqrt(-disc) / 2;
            return working.step(
                    say("lecture.eigen-complex"),
                    "\\lambda = " + Numeral.latex(real) + " \\pm " + Numeral.factor(imaginary) + "i");
        }
        double root = Math.sqrt(Math.max(0, disc));
        double first = (trace + root) / 2;
        double second = (trace - root) / 2;
        working.step(
                say("lecture.eigen-values"),
                root < Math.sqrt(ZERO)
                        ? "\\lambda_1 = \\lambda_2 = " + Numeral.latex(first)
                        : "\\lambda_1 = " + Numeral.latex(first) + ", \\quad \\lambda_2 = " + Numeral.latex(second));
        vector(working, m, first, "1");
        if (root >= Math.sqrt(ZERO)) {
            vector(working, m, second, "2");
        }
        return working;
    }

    private static void vector(Working working, double[][] m, double lambda, String index) {
        double[][] shifted = {{clean(m[0][0] - lambda), m[0][1]}, {m[1][0], clean(m[1][1] - lambda)}};
        double[] row = Math.abs(shifted[0][0]) + Math.abs(shifted[0][1]) > ZERO ? shifted[0] : shifted[1];
        boolean any = Math.abs(row[0]) + Math.abs(row[1]) < ZERO;
        double[] v = any ? new double[] {1, 0} : new double[] {-row[1], row[0]};
        // Of all multiples the one whose first number is 1, or that has none.
        double by = Math.abs(v[0]) > ZERO ? v[0] : v[1];
        String vector = Latex.exactColumn(new double[] {clean(v[0] / by), clean(v[1] / by)});
        working.step(
                any ? say("lecture.eigen-any", "n", index) : say("lecture.eigen-vector", "n", index),
                "(A - \\lambda_{" + index + "} I) v = " + Latex.exact(shifted) + " v = 0, \\quad v_{" + index + "} = "
                        + vector);
    }

    private static double clean(double value) {
        return Math.abs(value) < ZERO ? 0 : value;
    }

    private static String bracketed(double value) {
        return value < 0 ? "(" + Numeral.latex(value) + ")" : Numeral.latex(value);
    }

    /** A term with its sign in front; nothing where it is zero. */
    private static String signed(double value, String letter) {
        if (Math.abs(value) < ZERO) {
            return "";
        }
        String number = letter.isEmpty() ? Numeral.latex(Math.abs(value)) : Numeral.factor(Math.abs(value)) + letter;
        return (value < 0 ? " - " : " + ") + number;
    }
}
