package jacobi.frame;

import static jacobi.language.Say.say;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's positions and slices, as strings {@code "0:2"}, {@code "::-1"}, {@code "-3:"}. */
final class Slices {
    private static final Pattern SLICE = Pattern.compile("\\s*(-?\\d+)?\\s*:\\s*(-?\\d+)?\\s*(?::\\s*(-?\\d+)?\\s*)?");
    private static final Pattern LIST = Pattern.compile("\\s*\\[?\\s*-?\\d+(\\s*,\\s*-?\\d+)*\\s*]?\\s*");

    private Slices() {}

    /** The positions {@code spec} selects of {@code size}: a slice cut to what is there, or a list that must exist. */
    static int[] positions(String spec, int size, String what) {
        Matcher slice = SLICE.matcher(spec);
        if (slice.matches()) {
            return slice(slice, size);
        } else if (LIST.matcher(spec).matches()) {
            String[] numbers = spec.replaceAll("[\\[\\]\\s]", "").split(",");
            return Arrays.stream(numbers)
                    .mapToInt(n -> position(Integer.parseInt(n), size, what))
                    .toArray();
        }
        throw new IllegalArgumentException(say("frame.slices.no-position-write", "spec", spec));
    }

    /** A position counted from the start or, negative, from the end. */
    static int position(int at, int size, String what) {
        if (at < -size || at >= size) {
            throw new IndexOutOfBoundsException(
                    size == 0
                            ? say("frame.slices.there-none", "what", what, "at", at, "size", size)
                            : say("frame.slices.last", "what", what, "at", at, "size", size, "size2", size - 1));
        }
        return at < 0 ? at + size : at;
    }

    private static int[] slice(Matcher slice, int size) {
        int step = slice.group(3) == null ? 1 : Integer.parseInt(slice.group(3));
        if (step == 0) {
            throw new IllegalArgumentException(say("frame.slices.slice-step-cannot-zero"));
        }
        int low = step > 0 ? 0 : -1;
        int high = step > 0 ? size : size - 1;
        int start = bound(slice.group(1), step > 0 ? low : high, low, high, size);
        int stop = bound(slice.group(2), step > 0 ? high : low, low, high, size);
        int count = Math.max(0, (stop - start + step - Integer.signum(step)) / step);
        int[] positions = new int[count];
        Arrays.setAll(positions, i -> start + i * step);
        return positions;
    }

    private static int bound(String text, int absent, int low, int high, int size) {
        if (text == null) {
            return absent;
        }
        int at = Integer.parseInt(text);
        return Math.max(low, Math.min(high, at < 0 ? at + size : at));
    }
}
