package jacobi.lecture;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a person writes them: whole, as a short fraction where they are one, else with four digits that count. */
final class Numeral {
    private static final MathContext SHORT = new MathContext(4);
    /** The largest denominator of a number that is written as a fraction. */
    private static final int LARGEST = 200;

    private static final double CLOSE = 1e-9;

    private Numeral() {}

    /** With four digits that count at most. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        if (Math.abs(value) < 1e-12) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(SHORT).stripTrailingZeros();
        int size = rounded.precision() - rounded.scale();
        return size > 7 || size < -3
                ? rounded.toString().replace("E+", "e").replace('E', 'e')
                : rounded.toPlainString();
    }

    /** In LaTeX, as a fraction where it is one. */
    static String latex(double value) {
        for (int below = 1; below <= LARGEST; below++) {
            double above = Math.rint(value * below);
            if (Math.abs(value * below - above) < CLOSE * Math.max(1, Math.abs(above)) && Math.abs(above) < 1e6) {
                String sign = above < 0 ? "-" : "";
                String whole = String.valueOf((long) Math.abs(above));
                return below == 1 ? sign + whole : sign + "\\frac{" + whole + "}{" + below + "}";
            }
        }
        return decimal(value);
    }

    /** In LaTeX, as a fraction in one line where it is one: fractions one above the other would touch. */
    static String inLine(double value) {
        return latex(value).replaceAll("\\\\frac\\{(\\d+)}\\{(\\d+)}", "$1/$2");
    }

    /** In LaTeX, as a decimal. */
    static String decimal(double value) {
        String text = text(value);
        int e = text.indexOf('e');
        if (e < 0) {
            return Double.isNaN(value)
                    ? "\\text{nan}"
                    : Double.isInfinite(value) ? (value < 0 ? "-" : "") + "\\infty" : text;
        }
        return text.substring(0, e) + " \\cdot 10^{" + text.substring(e + 1) + "}";
    }

    /** The root of a number in LaTeX: whole where it is, else under a root sign. */
    static String root(double square) {
        double root = Math.sqrt(square);
        String plain = latex(root);
        boolean exact = Math.abs(root - Math.rint(root)) < CLOSE || plain.contains("frac");
        return exact ? plain : "\\sqrt{" + latex(square) + "}";
    }

    /** A number in front of a letter: {@code 2}, {@code -} or nothing. */
    static String factor(double value) {
        return Math.abs(value - 1) < CLOSE ? "" : Math.abs(value + 1) < CLOSE ? "-" : latex(value) + "\\,";
    }

    /** What a float stands for: 0.1 and not the nearest double of the nearest float. */
    static double meant(double value, boolean isFloat) {
        return isFloat ? Double.parseDouble(Float.toString((float) value)) : value;
    }
}
