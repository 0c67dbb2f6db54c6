package jacobi.nn;

import jacobi.tensor.Tensor;

/** A layer whose parameters get their shapes from the first input. */
interface Lazily {
    /** Whether there was none yet. */
    boolean isLazy();

    /** Makes parameters that a saved weight fits. */
    void initialize(Tensor weight);
}
