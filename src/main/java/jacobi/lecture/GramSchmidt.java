package jacobi.lecture;

import static jacobi.language.Say.say;

import jacobi.plot.Gallery;
import jacobi.plot.film.Working;
import java.util.ArrayList;
import java.util.List;

/**
 * The method of Gram and Schmidt on the columns of a matrix: what lies along earlier vectors is taken away from each.
 */
final class GramSchmidt {
    private static final double ZERO = 1e-10;

    private GramSchmidt() {}

    static Working of(double[][] m) {
        Working working =
                new Working(say("lecture.gram-schmidt", "a", "$A = " + Latex.exact(m) + "$"), Gallery.theme());
        List<double[]> right = new ArrayList<>();
        List<String> unit = new ArrayList<>();
        for (int column = 0; column < m[0].length; column++) {
            double[] a = column(m, column);
            double[] u = a.clone();
            String name = "a_{" + (column + 1) + "}";
            StringBuilder formula = new StringBuilder("u_{" + (column + 1) + "} = " + name);
            for (int i = 0; i < right.size(); i++) {
                double[] before = right.get(i);
                double share = Workings.dot(a, before) / Workings.dot(before, before);
                String other = "u_{" + (i + 1) + "}";
                formula.append(
                        " - \\frac{" + name + " \\cdot " + other + "}{" + other + " \\cdot " + other + "} " + other);
                for (int j = 0; j < u.length; j++) {
                    u[j] -= share * before[j];
                }
            }
            String value = " = " + Latex.exactColumn(a);
            for (double[] before : right) {
                double share = Workings.dot(a, before) / Workings.dot(before, before);
                value += (share < 0 ? " + " : " - ") + Numeral.factor(Math.abs(share)) + Latex.exactColumn(before);
            }
            for (int j = 0; j < u.length; j++) {
                u[j] = Math.abs(u[j]) < ZERO ? 0 : u[j];
            }
            value += right.isEmpty() ? "" : " = " + Latex.exactColumn(u);
            working.step(
                    say(right.isEmpty() ? "lecture.gram-first" : "lecture.gram-take", "n", column + 1),
                    formula + value);
            double square = Workings.dot(u, u);
            if (square < ZERO) {
                working.step(say("lecture.gram-dependent", "n", column + 1), "u_{" + (column + 1) + "} = 0");
                continue;
            }
            right.add(u);
            String q = "\\frac{1}{" + Numeral.root(square) + "} " + Latex.exactColumn(u);
            unit.add(q);
            working.step(
                    say("lecture.gram-unit"),
                    "\\|u_{" + (column + 1) + "}\\| = " + Numeral.root(square) + ", \\quad q_{" + unit.size() + "} = "
                            + q);
        }
        return working.step(say("lecture.gram-end"), "q_i \\cdot q_j = 0 \\ (i \\neq j), \\quad q_i \\cdot q_i = 1");
    }

    private static double[] column(double[][] m, int column) {
        double[] a = new double[m.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = m[i][column];
        }
        return a;
    }
}
