package jacobi.frame;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;

/** Numbers as pandas and Python spell them. */
final class NumberText {
    private static final int DIGITS = 6;
    /** Before release 19 Java sometimes gives long numbers a digit too many. */
    private static final boolean SHORTEST = Runtime.version().feature() >= 19;

    private static final Pattern DECIMAL = Pattern.compile("\\s*[+-]?[0-9]+\\.[0-9]*");

    private NumberText() {}

    /** A value as Python's {@code str} gives it: {@code 3.0}, {@code 1e-07}, {@code True}, {@code nan}. */
    static String python(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return python(((Number) value).doubleValue());
        } else if (value instanceof Boolean b) {
            return b ? "True" : "False";
        }
        return String.valueOf(value);
    }

    /** The shortest decimal that reads back as the same double, in Python's notation. */
    static String python(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        } else if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e7) {
            // Here Java writes plain decimals, as Python does.
            String java = Double.toString(value);
            if (SHORTEST || java.length() < 18) {
                return java;
            }
        }
        BigDecimal shortest = shortest(size);
        String sign = value < 0 ? "-" : "";
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        if (exponent >= -4 && exponent < 16) {
            String plain = shortest.toPlainString();
            return sign + (plain.contains(".") ? plain : plain + ".0");
        }
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return sign
                + mantissa
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (!SHORTEST && java.precision() > 1) {
            BigDecimal shorter =
                    new BigDecimal(value).round(new MathContext(java.precision() - 1, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() == value) {
                return shorter.stripTrailingZeros();
            }
        }
        return java;
    }

    /**
     * A column of floats as pandas lines them up: six decimals, zeros common to all cut off, powers of ten when a
     * value is below 1e-6, or above 1e6 in a column that grew too wide. A space stands where no sign is.
     */
    static String[] column(double[] values) {
        String[] fixed = trimmed(format(values, NumberText::fixed));
        int longest = Arrays.stream(fixed).mapToInt(String::length).max().orElse(0);
        boolean large = Arrays.stream(values).anyMatch(v -> Math.abs(v) > 1e6);
        boolean small = Arrays.stream(values).anyMatch(v -> Math.abs(v) > 0 && Math.abs(v) < 1e-6);
        return small || large && longest > DIGITS + 6 ? trimmed(format(values, NumberText::scientific)) : fixed;
    }

    /** One float in a column of mixed objects: six decimals at most. */
    static String single(double value) {
        String text = fixed(value).replaceFirst("0+$", "");
        return text.endsWith(".") ? text + "0" : text;
    }

    private static String[] format(double[] values, DoubleFunction<String> each) {
        return Arrays.stream(values)
                .mapToObj(v -> Double.isNaN(v) ? "NaN" : each.apply(v))
                .toArray(String[]::new);
    }

    private static String fixed(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? " inf" : "-inf";
        }
        String text = new BigDecimal(Math.abs(value))
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
        return sign(value) + text;
    }

    private static String scientific(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? " inf" : "-inf";
        } else if (value == 0) {
            return sign(value) + "0." + "0".repeat(DIGITS) + "e+00";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(DIGITS + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - 1 - rounded.scale();
        String digits = rounded.unscaledValue().toString();
        digits = digits + "0".repeat(Math.max(0, DIGITS + 1 - digits.length()));
        return sign(value) + digits.charAt(0) + "." + digits.substring(1, DIGITS + 1) + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static String sign(double value) {
        return value < 0 || 1 / value < 0 ? "-" : " ";
    }

    private static String[] trimmed(String[] texts) {
        boolean[] decimal = new boolean[texts.length];
        int common = Integer.MAX_VALUE;
        for (int i = 0; i < texts.length; i++) {
            decimal[i] = DECIMAL.matcher(texts[i]).matches();
            if (decimal[i]) {
                int zeros = 0;
                while (texts[i].charAt(texts[i].length() - 1 - zeros) == '0') {
                    zeros++;
                }
                common = Math.min(common, zeros);
            }
        }
        String[] result = texts.clone();
        for (int i = 0; i < texts.length; i++) {
            if (decimal[i]) {
                String cut = texts[i].substring(0, texts[i].length() - common);
                result[i] = cut.endsWith(".") ? cut + "0" : cut;
            }
        }
        return result;
    }
}
