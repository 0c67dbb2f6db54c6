package jacobi.plot.text;

/**
 * Widths of text in the figures' font, from a table, so that a figure is laid out alike on every machine.
 *
 * <p>The table is DejaVu Sans, whose slanted letters are as wide as the upright; Verdana, the next in the font list,
 * has nearly the same widths. Chinese, Japanese and Korean characters and emoji count one em, combining marks nothing.
 */
public final class TextWidth {
    private static final int UNKNOWN = 600;
    private static final GlyphTable REGULAR = new GlyphTable("/jacobi/plot/widths.txt");

    private TextWidth() {}

    /** The width of a text in points at a font size in points. */
    public static double of(String text, double fontSize) {
        return of(text, fontSize, false);
    }

    /** As {@link #of(String, double)}, of bold letters if {@code bold}. */
    public static double of(String text, double fontSize, boolean bold) {
        long thousandths = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            int width = bold ? Bold.TABLE.of(codePoint, 0) : 0;
            thousandths += width > 0 ? width : thousandths(codePoint);
        }
        return thousandths * fontSize / 1000;
    }

    private static int thousandths(int codePoint) {
        int width = REGULAR.of(codePoint, 0);
        if (width > 0) {
            return width;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 1000 : UNKNOWN;
    }

    /** The ranges Unicode's East Asian Width calls wide or fullwidth, and emoji. */
    static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFF;
    }

    /** Read with the first bold text. */
    private static final class Bold {
        static final GlyphTable TABLE = new GlyphTable("/jacobi/plot/widths-bold.txt");
    }
}
