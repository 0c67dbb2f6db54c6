package jacobi.plot.data;

/**
 * A way to read numbers out of a foreign array type, such as a tensor.
 *
 * <p>Implementations are found with {@link java.util.ServiceLoader}: name yours in
 * {@code META-INF/services/jacobi.plot.data.ArrayLike}, and figures take the type wherever it takes
 * numbers.
 */
public interface ArrayLike {

    /** Whether this reads values of {@code value}'s type; {@code value} is never null. */
    boolean recognises(Object value);

    /** The sizes of the axes, outermost first; empty for a single number. Only called with a value it recognises. */
    int[] shape(Object value);

    /** The numbers in row-major order, as a copy that the caller may keep. Only called with a value it recognises. */
    double[] values(Object value);
}
