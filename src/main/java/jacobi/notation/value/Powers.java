package jacobi.notation.value;

/** Powers of whole numbers, as Python's {@code **}; powers of fractions are {@link Math#pow}. */
public final class Powers {

    private Powers() {}

    /**
     * {@code base ** exponent}, exact.
     *
     * @throws ArithmeticException for a negative exponent, whose power is a fraction, and for a power beyond a long;
     *     the message names the form that gives a fraction
     */
    public static long pow(long base, long exponent) {
        if (exponent < 0) {
            throw new ArithmeticException("%s ** %s is no whole number; write %s.0 ** (%s) for a fraction"
                    .formatted(base, exponent, base, exponent));
        }
        long power = 1;
        long square = base;
        try {
            for (long left = exponent; left > 0; left >>= 1) {
                if ((left & 1) == 1) {
                    power = Math.multiplyExact(power, square);
                }
                if (left > 1) {
                    square = Math.multiplyExact(square, square);
                }
            }
        } catch (ArithmeticException e) {
            throw new ArithmeticException("%s ** %s is too large for a long; write %s.0 ** %s for a fraction,"
                            .formatted(base, exponent, base, exponent)
                    + " or BigInteger.valueOf(%s).pow(%s)".formatted(base, exponent));
        }
        return power;
    }
}
