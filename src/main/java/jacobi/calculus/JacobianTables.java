package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;

/** The shapes of derivatives, found by differentiating tensors of different lengths and naming the lengths found. */
final class JacobianTables {
    private static final int M = 2;
    private static final int N = 3;
    private static final int K = 4;
    private static final int L = 5;
    private static final Map<Integer, String> LETTERS = Map.of(1, "1", M, "m", N, "n", K, "k", L, "l");
    private static final int[][] Y = {{1}, {M, 1}, {M, L}};
    private static final int[][] X = {{1}, {N, 1}, {N, K}};

    private JacobianTables() {}

    static Table shapes() {
        Table table = Table.of(
                say("calculus.jacobianTables.numerator-layout-denominator-layout"),
                "y \\ x",
                "x (1,)",
                "x (n,1)",
                "X (n,k)");
        for (int[] y : Y) {
            Object[] row = new Object[4];
            row[0] = (y.length > 1 && y[1] > 1 ? "Y " : "y ") + letters(y);
            for (int c = 0; c < X.length; c++) {
                row[c + 1] =
                        letters(shape(y, X[c], Layout.NUMERATOR)) + " | " + letters(shape(y, X[c], Layout.DENOMINATOR));
            }
            table = table.row(row);
        }
        return table;
    }

    private static int[] shape(int[] y, int[] x, Layout layout) {
        Tensor ones = Tensors.ones(DType.float64, x);
        return Calculus.jacobian(t -> Tensors.ones(DType.float64, y).mul(t.sum()), ones, layout)
                .shape()
                .toArray();
    }

    /** The shapes of the factors of the chain rule, from a chain x → u → y computed for each case. */
    static Table chain() {
        Table table =
                Table.of(say("calculus.jacobianTables.numerator-layout"), "y", "u", "x", "∂y/∂u", "∂u/∂x", "∂y/∂x");
        int[][][] cases = {{{1}, {1}, {N, 1}}, {{1}, {K, 1}, {N, 1}}, {{M, 1}, {K, 1}, {N, 1}}};
        for (int[][] each : cases) {
            int[] y = each[0];
            int[] u = each[1];
            int[] x = each[2];
            table = table.row(
                    letters(y),
                    letters(u),
                    letters(x),
                    letters(shape(y, u, Layout.NUMERATOR)),
                    letters(shape(u, x, Layout.NUMERATOR)),
                    letters(shape(y, x, Layout.NUMERATOR)));
        }
        return table;
    }

    private static String letters(int[] shape) {
        if (shape.length == 1) {
            return "(" + LETTERS.get(shape[0]) + ",)";
        }
        StringJoiner text = new StringJoiner(",", "(", ")");
        Arrays.stream(shape).mapToObj(LETTERS::get).forEach(text::add);
        return text.toString();
    }
}
