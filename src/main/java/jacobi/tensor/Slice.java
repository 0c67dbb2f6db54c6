package jacobi.tensor;

import static jacobi.language.Say.say;

/**
 * Some places of an axis: {@code start}, {@code start + step}, … up to but without {@code stop}, as Python's {@code
 * start:stop:step}.
 *
 * @param start first place; null is the beginning, negative counts from the end
 * @param stop place after the last; null is the end, negative counts from the end
 * @param step distance, at least 1; null is 1
 */
public record Slice(Integer start, Integer stop, Integer step) {
    /** The whole axis: {@code :}. */
    static final Slice ALL = new Slice(null, null, null);

    /** Refuses steps below 1. */
    public Slice {
        if (step != null && step < 1) {
            throw new IllegalArgumentException(say("tensor.slice.step-at-least-got", "step", step));
        }
    }

    int first(int length) {
        return start == null ? 0 : clip(start, length);
    }

    /** How many places of an axis the slice names. */
    int count(int length) {
        int end = stop == null ? length : clip(stop, length), by = step == null ? 1 : step;
        return Math.max(0, (end - first(length) + by - 1) / by);
    }

    int by() {
        return step == null ? 1 : step;
    }

    private static int clip(int place, int length) {
        return Math.max(0, Math.min(length, place < 0 ? place + length : place));
    }

    /** As Python writes it: {@code 0:2}, {@code ::2}, {@code :}. */
    @Override
    public String toString() {
        return (start == null ? "" : start) + ":" + (stop == null ? "" : stop) + (step == null ? "" : ":" + step);
    }
}
