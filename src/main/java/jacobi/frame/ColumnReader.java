package jacobi.frame;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.dflib.Series;

/**
 * One column of a CSV while it is read: integers until a field is none, then floats, then text; booleans where all are.
 *
 * <p>Numbers are parsed in the buffer they were read into and kept as numbers. A column that turns out to be text after
 * all asks for a second reading ({@link #isTextAfterAll}), in which it is text from the start.
 */
final class ColumnReader {
    private enum Kind {
        UNKNOWN,
        LONG,
        DOUBLE,
        BOOL,
        TEXT,
        AGAIN
    }

    private static final int CACHE = 1 << 10;

    private Kind kind;
    private int size;
    private long[] longs = {};
    private double[] doubles = {};
    private String[] texts = {};
    private final BitSet truths = new BitSet();
    private final BitSet missing = new BitSet();
    /** Strings met before, by hash: a column of few words keeps few strings. */
    private String[] met;

    private boolean onlyIntegers = true;
    private boolean tooLarge;
    private long parsed;

    ColumnReader(boolean text) {
        kind = text ? Kind.TEXT : Kind.UNKNOWN;
    }

    void addMissing() {
        missing.set(size);
        grow();
        if (kind == Kind.DOUBLE) {
            doubles[size] = Double.NaN;
        }
        size++;
    }

    void add(char[] text, int offset, int length) {
        if (kind == Kind.UNKNOWN) {
            start(text, offset, length);
        }
        grow();
        switch (kind) {
            case LONG -> addLong(text, offset, length);
            case DOUBLE -> addDouble(text, offset, length);
            case BOOL -> addBool(text, offset, length);
            case TEXT -> texts[size] = string(text, offset, length);
            default -> {
                // Read again as text.
            }
        }
        size++;
    }

    boolean isTextAfterAll() {
        return kind == Kind.AGAIN || tooLarge && onlyIntegers;
    }

    Series<?> finish() {
        return switch (kind) {
            case UNKNOWN -> {
                double[] nothing = new double[size];
                Arrays.fill(nothing, Double.NaN);
                yield Series.ofDouble(nothing);
            }
            case LONG -> missing.isEmpty() ? Series.ofLong(Arrays.copyOf(longs, size)) : Series.ofDouble(widened());
            case DOUBLE -> Series.ofDouble(Arrays.copyOf(doubles, size));
            case BOOL -> bools();
            case TEXT -> Series.of((Object[]) Arrays.copyOf(texts, size, Object[].class));
            case AGAIN -> throw new IllegalStateException("a column of text is read a second time");
        };
    }

    private void start(char[] text, int offset, int length) {
        if (isLong(text, offset, length)) {
            kind = Kind.LONG;
        } else if (!Double.isNaN(number(text, offset, length))) {
            kind = Kind.DOUBLE;
            doubles = new double[Math.max(16, size + 1)];
            Arrays.fill(doubles, 0, size, Double.NaN);
        } else {
            kind = truth(text, offset, length) != null ? Kind.BOOL : Kind.TEXT;
        }
    }

    private void grow() {
        switch (kind) {
            case LONG -> longs = size < longs.length ? longs : Arrays.copyOf(longs, room());
            case DOUBLE -> doubles = size < doubles.length ? doubles : Arrays.copyOf(doubles, room());
            case TEXT -> texts = size < texts.length ? texts : Arrays.copyOf(texts, room());
            default -> {
                // Sets of bits grow by themselves.
            }
        }
    }

    private int room() {
        return Math.max(16, size + (size >> 1) + 1);
    }

    private void addLong(char[] text, int offset, int length) {
        if (isLong(text, offset, length)) {
            longs[size] = parsed;
            return;
        }
        kind = Kind.DOUBLE;
        doubles = Arrays.copyOf(widened(), longs.length);
        longs = new long[0];
        addDouble(text, offset, length);
    }

    private void addDouble(char[] text, int offset, int length) {
        double value = number(text, offset, length);
        if (Double.isNaN(value)) {
            kind = Kind.AGAIN;
            return;
        }
        if (onlyIntegers && !isDigits(text, offset, length)) {
            onlyIntegers = false;
        }
        tooLarge |= onlyIntegers && !isLong(text, offset, length);
        doubles[size] = value;
    }

    private void addBool(char[] text, int offset, int length) {
        Boolean truth = truth(text, offset, length);
        if (truth == null) {
            kind = Kind.AGAIN;
        } else if (truth) {
            truths.set(size);
        }
    }

    private double[] widened() {
        double[] wide = new double[size];
        for (int i = 0; i < size; i++) {
            wide[i] = missing.get(i) ? Double.NaN : longs[i];
        }
        return wide;
    }

    private Series<?> bools() {
        if (missing.isEmpty()) {
            boolean[] flags = new boolean[size];
            for (int i = 0; i < size; i++) {
                flags[i] = truths.get(i);
            }
            return Series.ofBool(flags);
        }
        Object[] flags = new Object[size];
        Arrays.setAll(flags, i -> missing.get(i) ? null : (Object) truths.get(i));
        return Series.of(flags);
    }

    /** Whether the field is an integer of 64 bits, spaces around it aside; its value is left in {@link #parsed}. */
    private boolean isLong(char[] text, int offset, int length) {
        int at = afterSpaces(text, offset, offset + length);
        int end = beforeSpaces(text, at, offset + length);
        boolean negative = at < end && text[at] == '-';
        if (at < end && (negative || text[at] == '+')) {
            at++;
        }
        if (at == end) {
            return false;
        }
        long value = 0;
        // Eighteen digits always fit.
        boolean fits = end - at <= 18;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9 || !fits && value < (Long.MIN_VALUE + digit) / 10) {
                return false;
            }
            // Counted downwards: the range of long reaches one further there.
            value = value * 10 - digit;
        }
        parsed = negative ? value : -value;
        return negative || value != Long.MIN_VALUE;
    }

    /** Where a field begins, the spaces before it left out. */
    private static int afterSpaces(char[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] == ' ') {
            at++;
        }
        return at;
    }

    /** Where a field ends, the spaces after it left out. */
    private static int beforeSpaces(char[] text, int from, int to) {
        int end = to;
        while (end > from && text[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    private static boolean isDigits(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] > '9' || text[i] < '0' && text[i] != '-' && text[i] != '+' && text[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** The field as a double, NaN if it is no number; of words only those for infinity are numbers. */
    private static double number(char[] text, int offset, int length) {
        int at = afterSpaces(text, offset, offset + length);
        int end = beforeSpaces(text, at, offset + length);
        if (at == end) {
            return Double.NaN;
        }
        char last = text[end - 1];
        // Java's own spellings beside the decimal one (1f, 0x1p3, NaN) are text here.
        if (last != '.' && (last < '0' || last > '9')) {
            return infinity(new String(text, at, end - at));
        }
        for (int i = at; i < Math.min(end, at + 3); i++) {
            if (text[i] == 'x' || text[i] == 'X') {
                return Double.NaN;
            }
        }
        try {
            return JavaDoubleParser.parseDouble(text, at, end - at);
        } catch (NumberFormatException e) {
            // Not a number: the column becomes text.
            return Double.NaN;
        }
    }

    private static double infinity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    private static Boolean truth(char[] text, int offset, int length) {
        if (length != 4 && length != 5) {
            return null;
        }
        return switch (new String(text, offset, length)) {
            case "True", "TRUE", "true" -> true;
            case "False", "FALSE", "false" -> false;
            default -> null;
        };
    }

    private String string(char[] text, int offset, int length) {
        if (met == null) {
            met = new String[CACHE];
        }
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ hash >>> 16) & CACHE - 1;
        String known = met[slot];
        if (known != null && equals(known, text, offset, length)) {
            return known;
        }
        return met[slot] = new String(text, offset, length);
    }

    private static boolean equals(String known, char[] text, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
