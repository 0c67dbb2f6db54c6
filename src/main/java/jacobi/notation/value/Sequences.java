package jacobi.notation.value;

import static jacobi.language.Say.say;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Python's indices on Java's lists, strings and arrays: a negative one counts from the end, a slice
 * {@code start:stop:step} takes {@code start}, {@code start + step} and so on up to but without {@code stop}. Bounds of
 * a slice may lie outside; indices may not. What a slice gives is a copy, as in Python.
 */
public final class Sequences {

    private Sequences() {}

    /** Element {@code index}. @throws IndexOutOfBoundsException if there is none */
    public static <T> T at(List<T> list, int index) {
        return list.get(place(list.size(), index, "list"));
    }

    /** Character {@code index}. @throws IndexOutOfBoundsException if there is none */
    public static char at(String text, int index) {
        return text.charAt(place(text.length(), index, "string"));
    }

    /**
     * Puts {@code value} at {@code index} of {@code list}, which is modified.
     *
     * @return the value, as an assignment gives
     * @throws IndexOutOfBoundsException if there is no such element
     * @throws UnsupportedOperationException if the list cannot be changed, as one of {@code List.of}
     */
    public static <T, V extends T> V set(List<T> list, int index, V value) {
        list.set(place(list.size(), index, "list"), value);
        return value;
    }

    /** {@code list[start:stop]}; a bound that is null is the beginning or the end. */
    public static <T> List<T> slice(List<T> list, Integer start, Integer stop) {
        return slice(list, start, stop, 1);
    }

    /** {@code list[start:stop:step]}; a negative step goes backwards. */
    public static <T> List<T> slice(List<T> list, Integer start, Integer stop, Integer step) {
        Range range = Range.of(list.size(), start, stop, step);
        List<T> slice = new ArrayList<>(range.count);
        for (int i = 0; i < range.count; i++) {
            slice.add(list.get(range.place(i)));
        }
        return slice;
    }

    /** {@code text[start:stop]}. */
    public static String slice(String text, Integer start, Integer stop) {
        return slice(text, start, stop, 1);
    }

    /** {@code text[start:stop:step]}. */
    public static String slice(String text, Integer start, Integer stop, Integer step) {
        Range range = Range.of(text.length(), start, stop, step);
        StringBuilder slice = new StringBuilder(range.count);
        for (int i = 0; i < range.count; i++) {
            slice.append(text.charAt(range.place(i)));
        }
        return slice.toString();
    }

    /** {@code array[start:stop]} of an array of any type. */
    public static <A> A slice(A array, Integer start, Integer stop) {
        return slice(array, start, stop, 1);
    }

    /** {@code array[start:stop:step]} of an array of any type. */
    public static <A> A slice(A array, Integer start, Integer stop, Integer step) {
        Range range = Range.of(Array.getLength(array), start, stop, step);
        @SuppressWarnings("unchecked") // An array of the same component type is of the same class.
        A slice = (A) Array.newInstance(array.getClass().getComponentType(), range.count);
        if (range.step == 1) {
            System.arraycopy(array, range.start, slice, 0, range.count);
            return slice;
        }
        for (int i = 0; i < range.count; i++) {
            Array.set(slice, i, Array.get(array, range.place(i)));
        }
        return slice;
    }

    /**
     * Checks that a value has as many parts as variables are to get them.
     *
     * @throws IllegalArgumentException if it has more or fewer
     */
    public static void expect(int variables, int parts) {
        if (parts != variables) {
            throw new IllegalArgumentException(say(
                    "notation.value.sequences.expected-values-many-variables", "variables", variables, "parts", parts));
        }
    }

    private static int place(int length, int index, String kind) {
        if (index < -length || index >= length) {
            throw new IndexOutOfBoundsException(
                    length == 0
                            ? say("notation.value.sequences.empty." + kind, "index", index)
                            : say(
                                    "notation.value.sequences.outside." + kind,
                                    "index",
                                    index,
                                    "length",
                                    length,
                                    "first",
                                    -length,
                                    "last",
                                    length - 1));
        }
        return index < 0 ? index + length : index;
    }

    /** The places a slice names, by the rules of Python's {@code slice.indices}. */
    private record Range(int start, int step, int count) {

        static Range of(int length, Integer start, Integer stop, Integer by) {
            int step = by == null ? 1 : by;
            if (step == 0) {
                throw new IllegalArgumentException(say("notation.value.sequences.step-not"));
            }
            int low = step > 0 ? 0 : -1;
            int high = step > 0 ? length : length - 1;
            int first = start == null ? (step > 0 ? low : high) : clip(start, length, low, high);
            int last = stop == null ? (step > 0 ? high : low) : clip(stop, length, low, high);
            long span = step > 0 ? (long) last - first : (long) first - last;
            long stride = Math.abs((long) step);
            return new Range(first, step, (int) Math.max(0, (span + stride - 1) / stride));
        }

        private static int clip(int bound, int length, int low, int high) {
            return Math.max(low, Math.min(high, bound < 0 ? bound + length : bound));
        }

        int place(int index) {
            return start + index * step;
        }
    }
}
