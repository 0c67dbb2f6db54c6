package jacobi.plot.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they are written in figures: short, with the typographic minus sign. */
public final class Numerals {
    private static final MathContext SHORT = new MathContext(4);

    private Numerals() {}

    /** A number with four digits at the most. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return fixed(value, 0);
        }
        BigDecimal rounded = new BigDecimal(value).round(SHORT).stripTrailingZeros();
        int size = rounded.precision() - rounded.scale();
        boolean plain = size <= 7 && size >= -4 || value == 0;
        return (plain
                        ? rounded.toPlainString()
                        : rounded.toString().replace("E+", "e").replace('E', 'e'))
                .replace('-', '\u2212');
    }

    /** A number with so many decimals. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "\u2212∞";
        }
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '\u2212');
    }
}
