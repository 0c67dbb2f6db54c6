package jacobi.kernel;

import jacobi.language.Ansi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of an error, those of prose broken between words. A Notebook page breaks what is too long for it in the
 * middle of a word, and so does a terminal.
 */
final class WrappedLines {
    /** Fits a page beside its side bar, and a lecture's large letters. */
    private static final int WIDTH = 88;

    /** Code, the marks below it, and the lines of a stack, which are code too. */
    private static final Pattern CODE = Pattern.compile(" {4}.*| {2}(?:silent )?cell\\b.*");

    private WrappedLines() {}

    static List<String> of(List<String> lines) {
        List<String> wrapped = new ArrayList<>();
        for (String part : lines) {
            List<String> kept = new ArrayList<>();
            for (String line : part.split("\n", -1)) {
                String visible = Ansi.removed(line);
                if (visible.length() <= WIDTH || CODE.matcher(visible).matches()) {
                    kept.add(line);
                } else {
                    wrap(line, kept);
                }
            }
            wrapped.add(String.join("\n", kept));
        }
        return wrapped;
    }

    private static void wrap(String line, List<String> wrapped) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        StringBuilder current = new StringBuilder();
        int width = 0;
        for (String word : line.strip().split("(?<=\\S)(?= )")) {
            int length = visibleLength(word);
            if (width > 0 && indent.length() + width + length > WIDTH) {
                wrapped.add(indent + current);
                current.setLength(0);
                word = word.stripLeading();
                length = visibleLength(word);
                width = 0;
            }
            current.append(word);
            width += length;
        }
        wrapped.add(indent + current);
    }

    private static int visibleLength(String text) {
        int colours = 0;
        for (Matcher colour = Ansi.SEQUENCE.matcher(text); colour.find(); ) {
            colours += colour.end() - colour.start();
        }
        return text.length() - colours;
    }
}
