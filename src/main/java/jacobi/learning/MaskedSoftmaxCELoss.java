package jacobi.learning;

import static jacobi.tensor.Tensors.onesLike;

import jacobi.data.Texts;
import jacobi.nn.Functional;
import jacobi.nn.Module;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;

/** Cross-entropy of sequences in which padding does not count: a mean over the steps for each sequence. */
public final class MaskedSoftmaxCELoss extends Module {
    /** One number for each sequence, of scores (batch, steps, tokens), numbers (batch, steps), and how long each is. */
    public Tensor forward(Tensor pred, Tensor label, Tensor validLen) {
        Tensor weights = Texts.sequenceMask(onesLike(label).to(DType.float32), validLen);
        Tensor all = Functional.crossEntropy(pred.permute(0, 2, 1), label, "none");
        return all.mul(weights).mean(1);
    }
}
