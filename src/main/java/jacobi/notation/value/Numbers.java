package jacobi.notation.value;

import static jacobi.language.Say.say;

/**
 * A number of any kind as a whole number of Java, which notation writes where {@code int n = x.item()} asks for one.
 */
public final class Numbers {

    private Numbers() {}

    /**
     * The number as an int.
     *
     * @throws ArithmeticException if it has a fraction or is too large, since an int would hold another number
     */
    public static int toInt(Number number) {
        return (int) whole(number, "int", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /**
     * The number as a long.
     *
     * @throws ArithmeticException if it has a fraction or is too large, since a long would hold another number
     */
    public static long toLong(Number number) {
        return whole(number, "long", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long whole(Number number, String type, long least, long most) {
        boolean fraction = number instanceof Double || number instanceof Float;
        long whole = number.longValue();
        // A double beyond every long becomes the nearest long, which is not the same double but for 2^63.
        boolean same = !fraction || whole == number.doubleValue() && whole != Long.MAX_VALUE;
        if (!same || whole < least || whole > most) {
            throw new ArithmeticException(
                    say("notation.value.numbers.no-keep-double-cut", "number", number, "type", type));
        }
        return whole;
    }
}
