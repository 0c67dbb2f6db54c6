package jacobi.kernel;

/** Cursor positions: the protocol counts Unicode code points, Java counts UTF-16 units. */
final class CodePoints {
    private CodePoints() {}

    /** The index in {@code text} of a cursor; null and positions outside stand for the nearest end. */
    static int toIndex(String text, Integer cursor) {
        if (cursor == null || cursor > text.codePointCount(0, text.length())) {
            return text.length();
        }
        return text.offsetByCodePoints(0, Math.max(0, cursor));
    }

    /** The cursor at an index in {@code text}. */
    static int fromIndex(String text, int index) {
        return text.codePointCount(0, Math.min(index, text.length()));
    }
}
