package jacobi.plot.svg;

/** Numbers as an SVG attribute wants them: at most two decimals, nothing superfluous, the same in every locale. */
public final class Decimals {

    /** What a coordinate further out than this is moved to; browsers lose precision beyond about 2²⁴. */
    private static final long FAR = 100_000_000L;

    private Decimals() {}

    /** The text of {@code value} rounded to two decimals: {@code 12}, {@code -0.5}, {@code 3.14}. */
    public static String of(double value) {
        return append(new StringBuilder(), hundredths(value)).toString();
    }

    /** {@code value} in hundredths; NaN becomes 0 and what is very far becomes merely far. */
    static long hundredths(double value) {
        return Math.max(-FAR, Math.min(FAR, Math.round(value * 100)));
    }

    static StringBuilder append(StringBuilder out, long hundredths) {
        long size = Math.abs(hundredths);
        if (hundredths < 0) {
            out.append('-');
        }
        long whole = size / 100;
        int fraction = (int) (size % 100);
        if (whole != 0 || fraction == 0) {
            out.append(whole);
        }
        if (fraction != 0) {
            out.append('.').append((char) ('0' + fraction / 10));
            if (fraction % 10 != 0) {
                out.append((char) ('0' + fraction % 10));
            }
        }
        return out;
    }
}
