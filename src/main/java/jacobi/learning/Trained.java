package jacobi.learning;

/** What the last epoch gave. */
public record Trained(double loss, double trainAccuracy, double testAccuracy) {}
