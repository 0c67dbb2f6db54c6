package jacobi.tensor;

/**
 * Different elements, and how often each is there.
 *
 * @param values the elements in ascending order
 * @param counts how many there are of each, int64; null if they were not asked for
 */
public record ValuesCounts(Tensor values, Tensor counts) {}
