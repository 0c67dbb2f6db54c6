package jacobi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A compilation unit made from one cell, with the way back from its positions to the cell's.
 *
 * @param name the simple name of its class in the package of cells
 */
public record Unit(String name, Cell cell, String text, List<Run> runs) {

    /** The package all cells share, so that they may use what Java calls package-private. */
    public static final String PACKAGE = "cells";

    /** Characters of the unit that are copied from the cell. */
    public record Run(int start, int origin, int length) {
        int end() {
            return start + length;
        }
    }

    public Unit {
        runs = List.copyOf(runs);
    }

    public String qualifiedName() {
        return PACKAGE + "." + name;
    }

    /** The position in the cell of a position in the unit; what the unit adds belongs to what follows it. */
    public int toCell(int position) {
        for (Run run : runs) {
            if (position < run.end()) {
                return run.origin() + Math.max(0, position - run.start());
            }
        }
        return cell.source().length();
    }

    /** The end in the cell of what ends at {@code position} in the unit. */
    public int endToCell(int position) {
        int end = 0;
        for (Run run : runs) {
            if (position <= run.start()) {
                break;
            }
            end = run.origin() + Math.min(run.length(), position - run.start());
        }
        return end;
    }

    /** Where the unit has a position of the cell: in a statement rather than a declaration, if in both; or -1. */
    public int fromCell(int position) {
        int found = -1;
        for (Run run : runs) {
            if (run.origin() <= position && position < run.origin() + run.length()) {
                found = run.start() + position - run.origin();
            }
        }
        return found;
    }

    /** Whether the character at {@code position} was copied from the cell. */
    public boolean isCopied(int position) {
        return runs.stream().anyMatch(run -> run.start() <= position && position < run.end());
    }

    /** For each line of the unit, from 1, the line of the cell as typed; 0 for lines the unit adds. */
    public int[] lines() {
        List<Integer> lines = new ArrayList<>();
        lines.add(0);
        int next = 0;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            while (next < runs.size() && runs.get(next).end() <= start) {
                next++;
            }
            boolean copied = next < runs.size() && runs.get(next).start() <= end;
            lines.add(
                    copied
                            ? cell.typedLines()
                                    .applyAsInt(cell.line(toCell(
                                            Math.max(start, runs.get(next).start()))))
                            : 0);
            start = end + 1;
        }
        int[] all = new int[lines.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = lines.get(i);
        }
        return all;
    }

    /** Collects a unit's text. */
    public static final class Builder {
        private final Cell cell;
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();
        private final NavigableMap<Integer, Change> changes = new TreeMap<>();

        /** What stands around a word of the cell, or for it. */
        private record Change(String before, int skipped, int kept, String after) {}

        public Builder(String name, Cell cell) {
            this(name, cell, Map.of(), Map.of());
        }

        /**
         * @param selves what stands for a {@code this} of the cell, by its position
         * @param casts the type a variable of the cell is cast to, or the call that stands for it, by the position of
         * its name
         */
        public Builder(String name, Cell cell, Map<Integer, String> selves, Map<Integer, String> casts) {
            this.name = name;
            this.cell = cell;
            selves.forEach((at, text) -> changes.put(at, new Change(text, "this".length(), 0, "")));
            casts.forEach((at, type) -> changes.put(
                    at,
                    type.endsWith("()")
                            ? new Change(type, wordAt(at), 0, "")
                            : new Change("((" + type + ") ", 0, wordAt(at), ")")));
        }

        private int wordAt(int start) {
            int end = start;
            while (end < cell.source().length()
                    && Character.isJavaIdentifierPart(cell.source().charAt(end))) {
                end++;
            }
            return end - start;
        }

        public Builder put(String addition) {
            text.append(addition);
            return this;
        }

        public Builder copy(int start, int end) {
            int at = start;
            for (Map.Entry<Integer, Change> entry :
                    changes.subMap(start, Math.max(start, end)).entrySet()) {
                Change change = entry.getValue();
                copyAsIs(at, entry.getKey()).put(change.before());
                at = entry.getKey() + change.skipped() + change.kept();
                copyAsIs(at - change.kept(), at).put(change.after());
            }
            return copyAsIs(at, end);
        }

        private Builder copyAsIs(int start, int end) {
            if (start < end) {
                runs.add(new Run(text.length(), start, end - start));
                text.append(cell.source(), start, end);
            }
            return this;
        }

        public Builder copy(Part.Span span) {
            return copy(span.start(), span.end());
        }

        public Unit build() {
            return new Unit(name, cell, text.toString(), runs);
        }
    }
}
