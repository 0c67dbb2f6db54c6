package jacobi.data;

/** In which order a loader takes the examples. */
@FunctionalInterface
public interface Sampler {
    /** The numbers of the examples of one pass. */
    int[] order();
}
