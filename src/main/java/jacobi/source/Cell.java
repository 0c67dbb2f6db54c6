package jacobi.source;

import static jacobi.language.Say.say;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A cell as the compiler gets it, in parts.
 *
 * @param number what the cell goes by; 0 for a silent one
 * @param file what it goes by where it was read from a file, as {@code shapes.java}; else null
 * @param source the text, line ends made {@code \n} and a leading {@code #} line blanked, so that lines keep their
 * numbers
 * @param typedLines the line the student typed for each line of the source, both from 1
 * @param generated whether a processor of annotations wrote it: what it imports is for its own classes
 */
public record Cell(
        int number, String file, String source, List<Part> parts, IntUnaryOperator typedLines, boolean generated) {

    public Cell {
        parts = List.copyOf(parts);
    }

    /** Reads a cell. */
    public static Cell of(int number, String source) {
        return of(number, source, IntUnaryOperator.identity());
    }

    /** Reads a cell whose source differs from what was typed. */
    public static Cell of(int number, String source, IntUnaryOperator typedLines) {
        return new Cell(number, null, source, Splitter.split(source), typedLines, false);
    }

    /** Reads code of a file. */
    public static Cell ofFile(String file, String source) {
        return new Cell(0, file, source, Splitter.split(source), IntUnaryOperator.identity(), false);
    }

    /** Reads code that a processor of annotations wrote. */
    public static Cell ofProcessor(String file, String source) {
        return new Cell(0, file, source, Splitter.split(source), IntUnaryOperator.identity(), true);
    }

    /** The same cell in other words. */
    public Cell reworded(String words, IntUnaryOperator lines) {
        return new Cell(number, file, words, Splitter.split(words), lines, generated);
    }

    /** The text with positions kept: {@code \r}, a byte order mark and a leading {@code #} line become blanks. */
    public static String normalize(String typed) {
        String text = typed.replace("\r\n", " \n").replace('\r', '\n').replace('\ufeff', ' ');
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        if (first < text.length() && text.charAt(first) == '#') {
            int end = text.indexOf('\n', first);
            end = end < 0 ? text.length() : end;
            text = text.substring(0, first) + " ".repeat(end - first) + text.substring(end);
        }
        return text;
    }

    /** The cell without its parts, which take ten times its text: all that errors of later cells show of it. */
    public Cell text() {
        return new Cell(number, file, source, List.of(), typedLines, generated);
    }

    /** The name of the cell in stack traces. */
    public String title() {
        return file != null ? file : "cell[" + number + "]";
    }

    /** Where a line stands, for a reader: {@code cell [3], line 2} or {@code shapes.java, line 2}. */
    public String place(int line) {
        return file != null
                ? say("source.cell.line", "file", file, "line", line)
                : (number > 0
                        ? say("source.cell.cell-line", "number", number, "line", line)
                        : say("source.cell.silent-cell-line", "line", line));
    }

    /** The line of a position, from 1. */
    public int line(int position) {
        int line = 1;
        for (int i = Math.min(position, source.length()) - 1; i >= 0; i--) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The text of a line, from 1; empty where there is no such line. */
    public String lineText(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = source.indexOf('\n', start) + 1;
            if (start == 0) {
                return "";
            }
        }
        int end = source.indexOf('\n', start);
        return source.substring(start, end < 0 ? source.length() : end).stripTrailing();
    }
}
