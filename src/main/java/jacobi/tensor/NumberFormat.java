package jacobi.tensor;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the elements of one tensor are written, so that all are equally wide: as whole numbers with a point, with
 * decimals, or with exponents, by PyTorch's rules (class {@code _Formatter} of torch/_tensor_str.py).
 */
final class NumberFormat {
    private final boolean fractions;
    private final boolean bool;
    private final int precision;
    private boolean whole = true;
    private boolean scientific;
    private int width = 1;

    /** The format for the elements shown. */
    NumberFormat(Tensor shown, PrintOptions options) {
        fractions = shown.dtype().isFloatingPoint();
        bool = shown.dtype() == DType.bool;
        precision = options.precision();
        Tensor flat = Loops.contiguous(shown);
        int from = flat.offset, to = from + flat.numel();
        if (!fractions) {
            for (int i = from; i < to; i++) {
                width = Math.max(width, integer(flat.storage.getLong(i)).length());
            }
            return;
        }
        double least = Double.POSITIVE_INFINITY, most = 0;
        for (int i = from; i < to; i++) {
            double v = flat.storage.getDouble(i);
            if (v == 0 || Double.isNaN(v) || Double.isInfinite(v)) {
                continue;
            }
            least = Math.min(least, Math.abs(v));
            most = Math.max(most, Math.abs(v));
            whole &= v == Math.rint(v);
        }
        if (most > 0) {
            scientific = most / least > 1000 || most > 1e8 || !whole && least < 1e-4;
        }
        for (int i = from; i < to && most > 0; i++) {
            double v = flat.storage.getDouble(i);
            if (v == 0 || Double.isNaN(v) || Double.isInfinite(v)) {
                continue;
            }
            width = Math.max(width, fraction(v).length());
        }
        if (options.sciMode() != null) {
            scientific = options.sciMode();
        }
    }

    int width() {
        return width;
    }

    /** The element of a storage, padded to the common width. */
    String element(Storage storage, int at) {
        String s = fractions ? fraction(storage.getDouble(at)) : integer(storage.getLong(at));
        return s.length() >= width ? s : " ".repeat(width - s.length()) + s;
    }

    private String integer(long v) {
        return bool ? (v != 0 ? "True" : "False") : Long.toString(v);
    }

    private String fraction(double v) {
        if (Double.isNaN(v)) {
            return "nan";
        }
        if (Double.isInfinite(v)) {
            return v > 0 ? "inf" : "-inf";
        }
        String sign = v < 0 || v == 0 && 1 / v < 0 ? "-" : "";
        double size = Math.abs(v);
        if (scientific) {
            return sign + exponent(size, precision);
        }
        return sign + decimals(size, whole ? 0 : precision) + (whole ? "." : "");
    }

    /** Exactly the binary value, rounded half to even as C does; String.format rounds the shortest decimal instead. */
    private static String decimals(double size, int digits) {
        return new BigDecimal(size).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String exponent(double size, int digits) {
        if (size == 0) {
            return decimals(0, digits) + "e+00";
        }
        BigDecimal exact = new BigDecimal(size);
        int exponent = exact.precision() - exact.scale() - 1;
        BigDecimal mantissa = exact.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_EVEN);
        if (mantissa.compareTo(BigDecimal.TEN) >= 0) {
            exponent++;
            mantissa = exact.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_EVEN);
        }
        return mantissa.toPlainString()
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
