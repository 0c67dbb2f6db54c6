package jacobi.display;

import java.util.Arrays;

/** A value as text, for people. */
public final class ValueText {
    private ValueText() {}

    /** A value's own text; of an array that of its elements. */
    public static String of(Object value) {
        String nested = Arrays.deepToString(new Object[] {value});
        return nested.substring(1, nested.length() - 1);
    }
}
