package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Difference quotients as the step shrinks. */
final class NumericLimit {
    private static final double[] STEPS = {0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10, 1e-12};

    private NumericLimit() {}

    static double forward(DoubleUnaryOperator f, double x, double h) {
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h;
    }

    static double central(DoubleUnaryOperator f, double x, double h) {
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    }

    /** The step that balances cutting off and rounding for the central quotient: the cube root of the rounding unit. */
    static double bestStep(double x) {
        return Math.cbrt(Math.ulp(1.0)) * Math.max(1, Math.abs(x));
    }

    /** A line for each step; with errors where the derivative is known. */
    static Table table(String caption, DoubleUnaryOperator f, double x, Double exact, double... steps) {
        Table table = exact == null
                ? Table.of(caption, "h", "(f(x+h) − f(x)) / h", "(f(x+h) − f(x−h)) / 2h")
                : Table.of(
                        caption,
                        "h",
                        "(f(x+h) − f(x)) / h",
                        say("calculus.numericLimit.error"),
                        "(f(x+h) − f(x−h)) / 2h",
                        say("calculus.numericLimit.error"));
        for (double h : steps.length > 0 ? steps : STEPS) {
            double forward = forward(f, x, h);
            double central = central(f, x, h);
            table = exact == null
                    ? table.row(step(h), fixed(forward), fixed(central))
                    : table.row(
                            step(h), fixed(forward), error(forward - exact), fixed(central), error(central - exact));
        }
        return table;
    }

    private static String step(double h) {
        return h >= 1e-5
                ? BigDecimal.valueOf(h).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%.0e", h);
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    static String error(double difference) {
        return difference == 0 ? "0" : String.format(Locale.ROOT, "%.1e", Math.abs(difference));
    }
}
