package jacobi.display;

/** The functions a cell prints with, without {@code System.out} before them; JShell has the same three. */
public final class Prints {
    private Prints() {}

    /** Prints values with a space between, as Python does, and ends the line; an array as its elements. */
    public static void println(Object... values) {
        System.out.println(line(values));
    }

    /** Prints values with a space between, and stays on the line, as Java does. */
    public static void print(Object... values) {
        System.out.print(line(values));
    }

    /** Prints a text with values put in, as {@link String#format(String, Object...)} says. */
    public static void printf(String format, Object... values) {
        System.out.printf(format, values);
    }

    private static String line(Object[] values) {
        if (values == null) {
            return "null";
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : " ").append(ValueText.of(values[i]));
        }
        return line.toString();
    }
}
