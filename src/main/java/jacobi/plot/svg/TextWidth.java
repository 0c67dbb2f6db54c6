package jacobi.plot.svg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/**
 * Widths of text in the figures' font, from a table, so that a figure is laid out alike on every machine.
 *
 * <p>The table is DejaVu Sans; Verdana, the next in the font list, has nearly the same widths. Chinese, Japanese and
 * Korean characters and emoji count one em, combining marks nothing.
 */
public final class TextWidth {
    private static final int UNKNOWN = 600;
    private static final short[] TABLE = read();

    private TextWidth() {}

    /** The width of a text in points at a font size in points. */
    public static double of(String text, double fontSize) {
        long thousandths = text.codePoints().mapToLong(TextWidth::thousandths).sum();
        return thousandths * fontSize / 1000;
    }

    private static int thousandths(int codePoint) {
        if (codePoint < TABLE.length && TABLE[codePoint] > 0) {
            return TABLE[codePoint];
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 1000 : UNKNOWN;
    }

    /** The ranges Unicode's East Asian Width calls wide or fullwidth, and emoji. */
    private static boolean isWide(int c) {
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

    private static short[] read() {
        short[] widths = new short[0x2800];
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TextWidth.class.getResourceAsStream("/jacobi/plot/widths.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                StringTokenizer numbers = new StringTokenizer(line);
                int codePoint = Integer.parseInt(numbers.nextToken(), 16);
                while (numbers.hasMoreTokens()) {
                    widths[codePoint++] = Short.parseShort(numbers.nextToken());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of text widths cannot be read from the jar", e);
        }
        return widths;
    }
}
