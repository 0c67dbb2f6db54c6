package jacobi.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * Which character of the cell as typed a character of its plain Java stands for.
 *
 * <p>Immutable. Characters that notation put in stand for the operator or bracket they came from.
 */
public final class PositionMap {

    /** A run of plain text from {@code plain} on: a copy of the source from {@code start} on, or put in for it. */
    private record Run(int plain, int plainEnd, int start, int end, boolean copy) {}

    private final List<Run> runs;
    private final String source;
    private final String plain;

    private PositionMap(List<Run> runs, String source, String plain) {
        this.runs = runs;
        this.source = source;
        this.plain = plain;
    }

    /** The map of a cell that is its own plain Java. */
    public static PositionMap identity(String source) {
        return new PositionMap(List.of(new Run(0, source.length(), 0, source.length(), true)), source, source);
    }

    /** The position in the cell of the character at {@code position} of the plain Java. */
    public int toSource(int position) {
        for (Run run : runs) {
            if (position < run.plainEnd) {
                return run.copy ? run.start + Math.max(0, position - run.plain) : run.start;
            }
        }
        return source.length();
    }

    /** The end in the cell of what ends before {@code end} in the plain Java. */
    public int endToSource(int end) {
        for (Run run : runs) {
            if (end <= run.plainEnd) {
                return run.copy ? run.start + Math.max(0, end - run.plain) : run.end;
            }
        }
        return source.length();
    }

    /** Whether the character at {@code position} of the plain Java was typed as it stands. */
    public boolean isTyped(int position) {
        for (Run run : runs) {
            if (position < run.plainEnd) {
                return run.copy;
            }
        }
        return true;
    }

    /** The line of the cell, from 1, that line {@code line} of the plain Java came from. */
    public int sourceLine(int line) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            int next = plain.indexOf('\n', offset);
            if (next < 0) {
                break;
            }
            offset = next + 1;
        }
        while (offset < plain.length() && (plain.charAt(offset) == ' ' || plain.charAt(offset) == '\t')) {
            offset++;
        }
        int position = toSource(offset);
        return 1 + (int) source.chars().limit(position).filter(c -> c == '\n').count();
    }

    /** Collects plain Java piece by piece. */
    static final class Builder {
        private final String source;
        private final StringBuilder plain = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();

        Builder(String source) {
            this.source = source;
        }

        /** Copies {@code source[start, end)}. */
        Builder copy(int start, int end) {
            if (end <= start) {
                return this;
            }
            int at = plain.length();
            plain.append(source, start, end);
            runs.add(new Run(at, plain.length(), start, end, true));
            return this;
        }

        /** Puts in {@code text} for {@code source[start, end)}. */
        Builder put(String text, int start, int end) {
            if (text.isEmpty()) {
                return this;
            }
            int at = plain.length();
            plain.append(text);
            runs.add(new Run(at, plain.length(), start, end, false));
            return this;
        }

        int length() {
            return plain.length();
        }

        String plain() {
            return plain.toString();
        }

        PositionMap map() {
            return new PositionMap(List.copyOf(runs), source, plain.toString());
        }
    }
}
