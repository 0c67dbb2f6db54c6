package jacobi.probability;

import java.math.BigDecimal;
import java.math.MathContext;

/** How probabilities are written: four digits that count, no trailing zeros. */
final class ProbabilityText {
    private ProbabilityText() {}

    static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        return Math.abs(value) < 1e-5 && value != 0 ? rounded.toString() : rounded.toPlainString();
    }
}
