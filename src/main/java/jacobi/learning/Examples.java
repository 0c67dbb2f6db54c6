package jacobi.learning;

import jacobi.tensor.Tensor;

/** Features and labels. */
public record Examples(Tensor X, Tensor y) {}
