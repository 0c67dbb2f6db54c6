package jacobi.tensor.cpu;

/**
 * How a step of Adam changes a parameter by its gradient; RMSprop leaves out the mean.
 *
 * @param keep how much of the mean stays
 * @param stay how much of the mean square stays
 * @param decay how much of the parameter is added to the gradient
 * @param shrink what the parameter is multiplied by before (AdamW), or 1
 * @param root what the root of the mean square is divided by
 * @param eps added to it
 * @param rate what the quotient is multiplied by
 */
public record UpdateRule(double keep, double stay, double decay, double shrink, double root, double eps, double rate) {

    /** Of RMSprop. */
    public UpdateRule(double stay, double decay, double eps, double rate) {
        this(0, stay, decay, 1, 1, eps, rate);
    }
}
