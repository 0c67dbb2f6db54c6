package jacobi.display;

import java.util.Locale;

/** Pieces of HTML outputs that read the same whether or not a page trusts them. */
public final class Html {
    private Html() {}

    /** Which edge of a table's cell its text keeps to. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    /** Text as HTML shows it to the character. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text that HTML without tags shows. */
    public static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /**
     * A cell of a table.
     *
     * <p>A page that does not trust an output takes styles away, and the style sheet of Notebook sets all cells to the
     * right, which an {@code align} of the cell cannot change and one of an element inside it can.
     *
     * @param tag {@code td} or {@code th}
     * @param text not escaped
     */
    public static String cell(String tag, String text, Align align) {
        String inside =
                align == Align.RIGHT ? escape(text) : "<div align=\"" + align.word + "\">" + escape(text) + "</div>";
        return "<" + tag + " align=\"" + align.word + "\" style=\"text-align: " + align.word + "\">" + inside + "</"
                + tag + ">";
    }
}
