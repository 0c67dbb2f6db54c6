package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/**
 * Minus the logarithm of the probability of labels, summed over all ways to place them in time: the loss of speech and
 * handwriting, whose labels do not say when each is heard (Graves et al. 2006).
 */
public final class CTCLoss extends Module {
    private final int blank;
    private final String reduction;
    private final boolean zeroInfinity;

    /** The mean over the batch, with class 0 for no label. */
    public CTCLoss() {
        this(0, "mean", false);
    }

    /**
     * With all settings.
     *
     * @param blank the class that stands for no label
     * @param reduction "mean" over the batch of losses divided by their targets' lengths, "sum" or "none"
     * @param zeroInfinity whether losses of targets that do not fit into their time count as 0 and not as infinite
     */
    public CTCLoss(
            @Default("0") int blank, @Default("\"mean\"") String reduction, @Default("false") boolean zeroInfinity) {
        this.blank = blank;
        this.reduction = reduction;
        this.zeroInfinity = zeroInfinity;
    }

    /**
     * The loss.
     *
     * @param logProbs log-probabilities (time, batch, classes), or (time, classes) of one sequence
     * @param targets class numbers (batch, longest target), or all targets in one row
     * @param inputLengths how much of the time each sequence takes
     * @param targetLengths how many labels each target has
     */
    public Tensor forward(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths) {
        return Functional.ctcLoss(logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity);
    }

    /** As with lengths in tensors. */
    public Tensor forward(Tensor logProbs, Tensor targets, int[] inputLengths, int[] targetLengths) {
        return Functional.ctcLoss(logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity);
    }
}
