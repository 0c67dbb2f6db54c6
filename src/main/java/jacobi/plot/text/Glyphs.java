package jacobi.plot.text;

/**
 * Letters in one look. Lengths are in parts of the font size.
 *
 * @param x where they begin
 * @param y their base line, downwards
 * @param size their size against the font size
 */
record Glyphs(String text, double x, double y, double size, boolean italic, boolean bold) {
    private static final GlyphTable TOPS = new GlyphTable("/jacobi/plot/tops.txt");
    private static final GlyphTable BOTTOMS = new GlyphTable("/jacobi/plot/bottoms.txt");

    /** What letters without an entry rise and reach: those of other scripts, which fill an em. */
    private static final int TOP = 760;

    private static final int BOTTOM = 210;

    double width() {
        return TextWidth.of(text, size, bold);
    }

    /** How far they rise above their base line. */
    double rise() {
        return size * text.codePoints().map(c -> TOPS.of(c, TOP)).max().orElse(0) / 1000;
    }

    /** How far they reach below their base line. */
    double reach() {
        return size * text.codePoints().map(c -> BOTTOMS.of(c, BOTTOM)).max().orElse(0) / 1000;
    }

    boolean looksLike(Glyphs other) {
        return size == other.size && y == other.y && italic == other.italic && bold == other.bold;
    }
}
