package jacobi.language;

/** How wide a text is on a console: a Chinese, Japanese or Korean sign takes two columns, a combining mark none. */
public final class Width {
    /** First and last of the ranges Unicode calls wide or full-width (East Asian Width W and F). */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf, 0xa960, 0xa97c,
        0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f900,
        0x1f9ff, 0x20000, 0x3fffd
    };

    private Width() {}

    /** The columns a text takes. */
    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            columns += of(sign);
            i += Character.charCount(sign);
        }
        return columns;
    }

    /** The columns a sign takes: 0, 1 or 2. */
    public static int of(int sign) {
        if (sign < 0x300) {
            return 1;
        }
        int kind = Character.getType(sign);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK || kind == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (sign >= WIDE[i] && sign <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text with spaces after it, as wide as {@code columns} if it is not wider. */
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /** The text with spaces before it, as wide as {@code columns} if it is not wider. */
    public static String indented(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }
}
