package jacobi.plot.text;

import jacobi.language.JarText;
import java.util.Arrays;
import java.util.StringTokenizer;

/** A number for each of many characters, in thousandths of an em, read from a table in the jar. */
final class GlyphTable {
    private static final int PAGE = 256;
    private static final short NONE = Short.MIN_VALUE;

    private final short[][] pages = new short[0x1E0][];

    /** Lines of a code point in hexadecimal and the numbers of it and those after it; lines with # are comments. */
    GlyphTable(String resource) {
        JarText.table(GlyphTable.class, resource).map(StringTokenizer::new).forEach(this::read);
    }

    private void read(StringTokenizer numbers) {
        int codePoint = Integer.parseInt(numbers.nextToken(), 16);
        while (numbers.hasMoreTokens()) {
            short[] page = pages[codePoint / PAGE];
            if (page == null) {
                page = new short[PAGE];
                Arrays.fill(page, NONE);
                pages[codePoint / PAGE] = page;
            }
            page[codePoint++ % PAGE] = Short.parseShort(numbers.nextToken());
        }
    }

    /** The number of a character, or {@code otherwise} where the table has none. */
    int of(int codePoint, int otherwise) {
        short[] page = codePoint / PAGE < pages.length ? pages[codePoint / PAGE] : null;
        return page == null || page[codePoint % PAGE] == NONE ? otherwise : page[codePoint % PAGE];
    }
}
