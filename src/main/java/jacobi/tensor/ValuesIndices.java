package jacobi.tensor;

/**
 * Elements chosen along an axis, and where they were found.
 *
 * @param operation what chose them
 * @param values the elements
 * @param indices their places along the axis, int64
 */
public record ValuesIndices(String operation, Tensor values, Tensor indices) {
    /** As PyTorch prints the pair. */
    @Override
    public String toString() {
        return "torch.return_types." + operation + "(\nvalues=" + values + ",\nindices=" + indices + ")";
    }
}
