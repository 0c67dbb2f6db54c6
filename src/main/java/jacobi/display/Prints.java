package jacobi.display;

import jacobi.operation.Default;
import jacobi.operation.Named;
import java.util.Locale;

/**
 * The functions a cell prints with, without {@code System.out} before them; JShell has {@code print}, {@code println}
 * and {@code printf}, too.
 */
public final class Prints {
    private Prints() {}

    /** Prints values with a space between, as Python does, and ends the line; an array as its elements. */
    public static void println(Object... values) {
        System.out.println(line(values, " "));
    }

    /** Prints values with a space between, as Python does, and ends the line; an array as its elements. */
    public static void print(Object... values) {
        System.out.println(line(values, " "));
    }

    /**
     * Prints values as Python's {@code print(values, sep=sep, end=end)}, which notation writes so.
     *
     * @param sep what stands between two values
     * @param end what stands after the last, {@code ""} to stay on the line
     */
    @Named("print")
    public static void printSeparated(@Default("\" \"") String sep, @Default("\"\\n\"") String end, Object... values) {
        System.out.print(line(values, sep) + end);
    }

    /**
     * Prints a text with values put in, as {@link String#format(Locale, String, Object...)} says, with a point in
     * decimal numbers wherever the reader lives.
     */
    public static void printf(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static String line(Object[] values, String separator) {
        if (values == null) {
            return "null";
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : separator).append(ValueText.of(values[i]));
        }
        return line.toString();
    }
}
