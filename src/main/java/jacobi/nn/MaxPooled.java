package jacobi.nn;

import jacobi.tensor.Tensor;

/**
 * The largest numbers that the windows of a pool see, and where they stand.
 *
 * @param output the numbers
 * @param indices for each its place in its channel, rows after each other, int64; null if they were not asked for
 */
public record MaxPooled(Tensor output, Tensor indices) {
    /** As Python prints the pair. */
    @Override
    public String toString() {
        return "(" + output + ", " + indices + ")";
    }
}
