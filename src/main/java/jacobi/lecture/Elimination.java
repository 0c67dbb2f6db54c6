package jacobi.lecture;

import static jacobi.language.Say.say;

import jacobi.plot.Gallery;
import jacobi.plot.film.Working;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gaussian elimination by hand: a row is exchanged only where its pivot is zero, unlike in programs, which take the
 * largest pivot for the sake of rounding.
 */
final class Elimination {
    private static final double ZERO = 1e-10;

    private final double[][] rows;
    private final int unknowns;
    private final boolean isSystem;
    private final Working working;
    private final List<Integer> pivots = new ArrayList<>();

    /** @param right the right side as a column, or null where there is none */
    Elimination(double[][] left, double[][] right) {
        unknowns = left[0].length;
        isSystem = right != null;
        rows = new double[left.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(left[i], unknowns + (isSystem ? 1 : 0));
            if (isSystem) {
                rows[i][unknowns] = right[i][0];
            }
        }
        working = new Working(say(isSystem ? "lecture.solve" : "lecture.echelon"), Gallery.theme());
    }

    Working working() {
        working.step(say("lecture.given"), matrix());
        down();
        if (isSystem) {
            up();
        } else {
            working.step(say("lecture.rank"), "\\mathrm{rank} = " + pivots.size());
        }
        return working;
    }

    private void down() {
        for (int column = 0; column < unknowns && pivots.size() < rows.length; column++) {
            int pivot = pivots.size();
            int found = pivot;
            while (found < rows.length && Math.abs(rows[found][column]) < ZERO) {
                found++;
            }
            if (found == rows.length) {
                continue;
            }
            if (found != pivot) {
                double[] moved = rows[pivot];
                rows[pivot] = rows[found];
                rows[found] = moved;
                step("R_{" + (pivot + 1) + "} \\leftrightarrow R_{" + (found + 1) + "}");
            }
            for (int row = pivot + 1; row < rows.length; row++) {
                subtract(row, pivot, rows[row][column] / rows[pivot][column]);
            }
            pivots.add(column);
        }
    }

    private void up() {
        for (int row = pivots.size(); row < rows.length; row++) {
            if (Math.abs(rows[row][unknowns]) > ZERO) {
                working.step(say("lecture.no-solution", "row", row + 1), "0 = " + Numeral.latex(rows[row][unknowns]));
                return;
            }
        }
        for (int pivot = pivots.size() - 1; pivot >= 0; pivot--) {
            double by = rows[pivot][pivots.get(pivot)];
            if (Math.abs(by - 1) > ZERO) {
                for (int i = 0; i <= unknowns; i++) {
                    rows[pivot][i] = clean(rows[pivot][i] / by);
                }
                String row = "R_{" + (pivot + 1) + "}";
                step(row + " \\leftarrow " + (Math.abs(by + 1) < ZERO ? "-" : factor(1 / by)) + row);
            }
            for (int row = pivot - 1; row >= 0; row--) {
                subtract(row, pivot, rows[row][pivots.get(pivot)]);
            }
        }
        working.step(pivots.size() < unknowns ? say("lecture.many-solutions") : say("lecture.solution"), solution());
    }

    private String solution() {
        List<String> parts = new ArrayList<>();
        for (int pivot = 0; pivot < pivots.size(); pivot++) {
            StringBuilder part = new StringBuilder("x_{" + (pivots.get(pivot) + 1) + "} = ");
            double value = rows[pivot][unknowns];
            boolean bare = true;
            if (Math.abs(value) > ZERO || onlyPivot(pivot)) {
                part.append(Numeral.latex(value));
                bare = false;
            }
            for (int column = pivots.get(pivot) + 1; column < unknowns; column++) {
                double share = -rows[pivot][column];
                if (Math.abs(share) > ZERO) {
                    part.append(bare ? share < 0 ? "-" : "" : share < 0 ? " - " : " + ")
                            .append(Numeral.factor(Math.abs(share)))
                            .append("x_{" + (column + 1) + "}");
                    bare = false;
                }
            }
            parts.add(part.toString());
        }
        return String.join(", \\quad ", parts);
    }

    private boolean onlyPivot(int pivot) {
        for (int column = pivots.get(pivot) + 1; column < unknowns; column++) {
            if (Math.abs(rows[pivot][column]) > ZERO) {
                return false;
            }
        }
        return true;
    }

    /** Takes so many times a pivot's row from another row. */
    private void subtract(int row, int pivot, double times) {
        if (Math.abs(times) < ZERO) {
            return;
        }
        for (int i = 0; i < rows[row].length; i++) {
            rows[row][i] = clean(rows[row][i] - times * rows[pivot][i]);
        }
        String of = "R_{" + (row + 1) + "}";
        step(of + " \\leftarrow " + of + (times < 0 ? " + " : " - ") + factor(Math.abs(times)) + "R_{" + (pivot + 1)
                + "}");
    }

    private static String factor(double times) {
        return Numeral.factor(times);
    }

    /** What rounding leaves of zero is zero. */
    private static double clean(double value) {
        return Math.abs(value) < ZERO ? 0 : value;
    }

    private void step(String operation) {
        working.step("$" + operation + "$", matrix());
    }

    private String matrix() {
        if (!isSystem) {
            return Latex.exact(rows);
        }
        List<String> lines = new ArrayList<>();
        for (double[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < unknowns; i++) {
                line.append(Numeral.inLine(row[i])).append(" & ");
            }
            lines.add(line + "\\vert & " + Numeral.inLine(row[unknowns]));
        }
        return Latex.bracketed(lines);
    }
}
