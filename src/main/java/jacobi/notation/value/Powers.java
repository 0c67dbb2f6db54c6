package jacobi.notation.value;

import static jacobi.language.Say.say;

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
            throw new ArithmeticException(say("notation.value.powers.fraction", "base", base, "exponent", exponent));
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
            throw new ArithmeticException(say("notation.value.powers.too-large", "base", base, "exponent", exponent));
        }
        return power;
    }
}
