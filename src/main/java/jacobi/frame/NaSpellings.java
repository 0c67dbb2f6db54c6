package jacobi.frame;

import java.util.Arrays;
import java.util.Set;

/** The spellings of a missing value, tested on characters in place. */
final class NaSpellings {
    private final char[][] spellings;
    /** For each first character below 128, a bit for each length under 63 that a spelling starting so has. */
    private final long[] lengths = new long[128];

    private final boolean emptyIsMissing;
    private final boolean unusual;

    NaSpellings(Set<String> spellings) {
        this.spellings = spellings.stream().map(String::toCharArray).toArray(char[][]::new);
        this.emptyIsMissing = spellings.contains("");
        boolean longOrForeign = false;
        for (char[] spelling : this.spellings) {
            if (spelling.length > 0 && spelling.length < 63 && spelling[0] < 128) {
                lengths[spelling[0]] |= 1L << spelling.length;
            } else {
                longOrForeign |= spelling.length > 0;
            }
        }
        this.unusual = longOrForeign;
    }

    boolean matches(char[] text, int offset, int length) {
        if (length == 0) {
            return emptyIsMissing;
        }
        char first = text[offset];
        boolean possible = first < 128 && length < 63 && (lengths[first] >> length & 1) == 1;
        return (possible || unusual) && compare(text, offset, length);
    }

    private boolean compare(char[] text, int offset, int length) {
        for (char[] spelling : spellings) {
            if (Arrays.equals(spelling, 0, spelling.length, text, offset, offset + length)) {
                return true;
            }
        }
        return false;
    }
}
