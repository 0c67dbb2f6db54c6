package jacobi.learning;

/** What one pass over the batches gave: the mean loss, and the share of right predictions. */
public record Pass(double loss, double accuracy) {}
