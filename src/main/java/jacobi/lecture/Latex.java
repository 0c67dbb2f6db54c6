package jacobi.lecture;

import static jacobi.language.Say.say;

import jacobi.calculus.Expression;
import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.Table;
import jacobi.frame.DataFrame;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.film.Working;
import jacobi.probability.Joint;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as LaTeX, which a page sets and a paper takes. */
public final class Latex {
    /** More rows or columns than this are not written out: the middle becomes dots. */
    private static final int MOST = 10;

    private static final int HEAD = 4;
    private static final int TAIL = 2;

    private Latex() {}

    /**
     * A value as mathematics: a tensor or an array as a number, a column or a matrix, a frame or a table as an array
     * under a line, a formula, or the steps of a computation.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static MimeBundle latex(Object value) {
        if (value instanceof Working working) {
            return Displays.latex(working.latex());
        }
        return Displays.latex("$\\displaystyle " + source(value) + "$");
    }

    /**
     * A system of linear equations: {@code latex(A, b)} is {@code A x = b} line by line.
     *
     * @param a of shape (m, n)
     * @param b of shape (m,) or (m, 1)
     */
    public static MimeBundle latex(Tensor a, Tensor b) {
        return Displays.latex("$\\displaystyle " + system(numbers(a), numbers(b.reshape(-1, 1))) + "$");
    }

    private static String source(Object value) {
        if (value instanceof Expression formula) {
            return formula.latex();
        } else if (value instanceof Tensor tensor) {
            return tensor(tensor);
        } else if (value instanceof DataFrame frame) {
            return frame(frame);
        } else if (value instanceof Table table) {
            return table(table.header(), table.rows());
        } else if (value instanceof Joint joint) {
            return source(joint.table());
        } else if (value instanceof Number number) {
            return Numeral.decimal(number.doubleValue());
        } else if (value != null && (value.getClass().isArray() || value instanceof List<?>)) {
            int depth = GivenNumbers.depth(value, "latex");
            return depth == 1
                    ? column(GivenNumbers.vector(value, "latex"))
                    : matrix(GivenNumbers.matrix(value, "latex"));
        }
        throw new IllegalArgumentException(say(
                "lecture.latex",
                "found",
                value == null ? "null" : value.getClass().getSimpleName()));
    }

    private static String tensor(Tensor x) {
        return switch (x.dim()) {
            case 0 -> Numeral.decimal(x.detach().toDoubleArray()[0]);
            case 1 -> column(numbers(x.reshape(1, -1))[0]);
            case 2 -> matrix(numbers(x));
            default ->
                shortened(x.size(0), i -> tensor(x.get(i)), "\\cdots").stream()
                        .collect(Collectors.joining(",\\ ", "\\left[", "\\right]"));
        };
    }

    /** The numbers of a matrix, those of a float as they were meant. */
    static double[][] numbers(Tensor x) {
        boolean isFloat = x.dtype() == DType.float32;
        double[] flat = x.detach().toDoubleArray();
        int columns = x.size(1);
        double[][] rows = new double[x.size(0)][columns];
        for (int i = 0; i < flat.length; i++) {
            rows[i / columns][i % columns] = Numeral.meant(flat[i], isFloat);
        }
        return rows;
    }

    private static String column(double[] numbers) {
        return bracketed(shortened(numbers.length, i -> Numeral.decimal(numbers[i]), "\\vdots"));
    }

    private static String matrix(double[][] rows) {
        int columns = rows[0].length;
        String dots = String.join(" & ", shortened(columns, i -> "\\vdots", "\\ddots"));
        return bracketed(shortened(
                rows.length,
                row -> String.join(" & ", shortened(columns, i -> Numeral.decimal(rows[row][i]), "\\cdots")),
                dots));
    }

    /** As a matrix of fractions, for computations worked out by hand. */
    static String exact(double[]... rows) {
        List<String> lines = new ArrayList<>();
        for (double[] row : rows) {
            lines.add(IntStream.range(0, row.length)
                    .mapToObj(i -> Numeral.inLine(row[i]))
                    .collect(Collectors.joining(" & ")));
        }
        return bracketed(lines);
    }

    /** As a column of fractions. */
    static String exactColumn(double[] numbers) {
        return bracketed(IntStream.range(0, numbers.length)
                .mapToObj(i -> Numeral.inLine(numbers[i]))
                .toList());
    }

    static String bracketed(List<String> lines) {
        return "\\begin{bmatrix} " + String.join(" \\\\ ", lines) + " \\end{bmatrix}";
    }

    /** All parts where they are few, else the first and the last with dots between. */
    private static List<String> shortened(int count, IntFunction<String> part, String dots) {
        if (count <= MOST) {
            return IntStream.range(0, count).mapToObj(part).toList();
        }
        List<String> some =
                new ArrayList<>(IntStream.range(0, HEAD).mapToObj(part).toList());
        some.add(dots);
        IntStream.range(count - TAIL, count).mapToObj(part).forEach(some::add);
        return some;
    }

    private static String system(double[][] a, double[][] b) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < a.length; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < a[row].length; column++) {
                double value = a[row][column];
                if (value != 0) {
                    line.append(line.isEmpty() ? value < 0 ? "-" : "" : value < 0 ? " - " : " + ")
                            .append(Numeral.factor(Math.abs(value)))
                            .append("x_{" + (column + 1) + "}");
                }
            }
            lines.add((line.isEmpty() ? "0" : line) + " &= " + Numeral.latex(b[row][0]));
        }
        return "\\left\\{ \\begin{aligned} " + String.join(" \\\\ ", lines) + " \\end{aligned} \\right.";
    }

    private static String frame(DataFrame frame) {
        List<String> header = new ArrayList<>(List.of(""));
        for (int column = 0; column < frame.shape().columns(); column++) {
            header.add(String.valueOf(frame.columns().get(column)));
        }
        List<List<String>> rows = new ArrayList<>();
        int[] shown = Table.shownRows(frame.size());
        for (int row : shown) {
            List<String> cells =
                    new ArrayList<>(List.of(String.valueOf(frame.index().get(row))));
            for (int column = 0; column < header.size() - 1; column++) {
                Object cell = frame.iloc(row, column);
                cells.add(cell == null ? "NaN" : String.valueOf(cell));
            }
            rows.add(cells);
        }
        return table(header, rows);
    }

    private static String table(List<String> header, List<List<String>> rows) {
        List<String> columns = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            int at = column;
            columns.add(rows.stream().allMatch(row -> isNumber(row.get(at))) ? "r" : "l");
        }
        return "\\begin{array}{" + String.join("", columns) + "}\n" + line(header) + " \\\\ \\hline\n"
                + rows.stream().map(Latex::line).collect(Collectors.joining(" \\\\\n")) + "\n\\end{array}";
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> isNumber(cell)
                        ? cell.replace("−", "-")
                        : "\\text{" + escaped(cell).replace("\\", "}\\backslash\\text{") + "}")
                .collect(Collectors.joining(" & "));
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[-−+]?\\d[\\d.]*");
    }

    private static String escaped(String text) {
        return text.replaceAll("([&%$#_{}])", "\\\\$1");
    }
}
