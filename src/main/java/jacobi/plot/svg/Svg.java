package jacobi.plot.svg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * An SVG document being written, element by element.
 *
 * <p>Ids are made of the document's own content: the same drawing has the same ids in every run, and two different
 * drawings on one page do not share any.
 */
public final class Svg {
    /** Stands for the document's name inside ids until the content is known; no text may contain it. */
    private static final char NAME = '\uE000';

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private int ids;

    /** Opens an element. */
    public Svg open(String tag) {
        endTag();
        out.append('<').append(tag);
        open.push(tag);
        inTag = true;
        return this;
    }

    /** Adds an attribute to the element just opened. */
    public Svg attr(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    public Svg attr(String name, double value) {
        return attr(name, Decimals.of(value));
    }

    /** Adds an attribute unless {@code value} is what a reader assumes anyway. */
    public Svg attrUnless(String usual, String name, String value) {
        return usual.equals(value) ? this : attr(name, value);
    }

    /** Adds text inside the current element. */
    public Svg text(String content) {
        endTag();
        escape(content, false);
        return this;
    }

    /** Closes the element opened last. */
    public Svg close() {
        String tag = open.pop();
        if (inTag) {
            out.append("/>");
            inTag = false;
        } else {
            out.append("</").append(tag).append('>');
        }
        return this;
    }

    /** A line break between elements, where a person reading the source wants one. */
    public Svg newline() {
        endTag();
        out.append('\n');
        return this;
    }

    /** A new id of this document. */
    public String newId() {
        return NAME + "-" + ++ids;
    }

    /** A title a reader who cannot see is told, then a longer description; both inside the current element. */
    public Svg described(String title, String description) {
        open("title").text(title).close();
        if (!description.isEmpty()) {
            open("desc").text(description).close();
        }
        return newline();
    }

    /** The finished document, without prolog or DOCTYPE. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements still open: " + open);
        }
        CRC32 sum = new CRC32();
        sum.update(out.toString().getBytes(StandardCharsets.UTF_8));
        String name = String.format(Locale.ROOT, "j%08x", sum.getValue());
        return out.toString().replace(String.valueOf(NAME), name);
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '\n', '\t', '\r' -> out.append(c);
                default -> out.append(isXml(text, i) ? c : '\uFFFD');
            }
        }
    }

    /** XML 1.0 forbids control characters and halves of a surrogate pair. */
    private static boolean isXml(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= 0x20 && c < 0xFFFE;
    }
}
