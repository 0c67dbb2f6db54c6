package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.empty;

import jacobi.operation.Default;
import jacobi.tensor.DType;
import jacobi.tensor.Parameter;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.List;

/** Attention in several heads at once, of parts of the embedding each (Vaswani et al. 2017). */
public final class MultiheadAttention extends Module {
    /**
     * Outputs of the shape of the queries, and the weights (batch, queries, keys), the mean over the heads; null if not
     * asked for.
     */
    public record Result(Tensor output, Tensor weights) {}

    /** A linear layer under the name that PyTorch prints. */
    private static final class NonDynamicallyQuantizableLinear extends Linear {
        NonDynamicallyQuantizableLinear(int size, boolean bias) {
            super(size, size, bias);
        }
    }

    private final int embedDim;
    private final int numHeads;
    private final double dropout;
    private final boolean batchFirst;

    /** Projections of queries, keys and values, one after the other. */
    public Parameter inProjWeight;

    /** Numbers added to them, or null. */
    public Parameter inProjBias;

    /** The projection of what the heads give. */
    public Linear outProj;

    /** With the sequence's axis first. */
    public MultiheadAttention(int embedDim, int numHeads) {
        this(embedDim, numHeads, 0, true, false);
    }

    /**
     * With all settings.
     *
     * @param embedDim length of queries, keys and values, a multiple of the heads
     * @param numHeads how many heads
     * @param dropout with what probability weights are left out in training
     * @param bias whether numbers are added
     * @param batchFirst whether the batch's axis is the first, else the sequence's is
     */
    public MultiheadAttention(
            int embedDim,
            int numHeads,
            @Default("0") double dropout,
            @Default("true") boolean bias,
            @Default("false") boolean batchFirst) {
        if (numHeads < 1 || embedDim % numHeads != 0) {
            throw new IllegalArgumentException(say("nn.attention.heads", "numbers", embedDim, "heads", numHeads));
        }
        Layers.requireProbability("MultiheadAttention", dropout);
        this.embedDim = embedDim;
        this.numHeads = numHeads;
        this.dropout = dropout;
        this.batchFirst = batchFirst;
        inProjWeight = new Parameter(empty(DType.float32, Shape.of(3 * embedDim, embedDim)));
        Init.xavierUniform_(inProjWeight);
        inProjBias = bias ? new Parameter(jacobi.tensor.Tensors.zeros(3 * embedDim)) : null;
        outProj = new NonDynamicallyQuantizableLinear(embedDim, bias);
        if (bias) {
            Init.zeros_(outProj.bias);
        }
    }

    /** Of queries to keys, which have values. */
    public Result forward(Tensor query, Tensor key, Tensor value) {
        return forward(query, key, value, null, true, null);
    }

    /**
     * Of queries to keys, which have values.
     *
     * @param keyPaddingMask true where a key (batch, keys) does not count, or null
     * @param needWeights whether the weights are given back
     * @param attnMask true where a query may not see a key, or what is added to the scores, (queries, keys) or (batch ·
     *     heads, queries, keys), or null
     */
    public Result forward(
            Tensor query,
            Tensor key,
            Tensor value,
            @Default("null") Tensor keyPaddingMask,
            @Default("true") boolean needWeights,
            @Default("null") Tensor attnMask) {
        boolean one = query.dim() == 2;
        Tensor q = first(query, one), k = first(key, one), v = first(value, one);
        List<Tensor> w = inProjWeight.chunk(3, 0);
        List<Tensor> b = inProjBias == null ? null : inProjBias.chunk(3, 0);
        q = heads(Functional.linear(q, w.get(0), b == null ? null : b.get(0)));
        k = heads(Functional.linear(k, w.get(1), b == null ? null : b.get(1)));
        v = heads(Functional.linear(v, w.get(2), b == null ? null : b.get(2)));
        Tensor scores = q.matmul(k.transpose(-2, -1)).div(Math.sqrt(embedDim / (double) numHeads));
        if (attnMask != null) {
            Tensor mask =
                    attnMask.dim() == 3 ? attnMask.reshape(-1, numHeads, attnMask.size(1), attnMask.size(2)) : attnMask;
            scores = masked(scores, mask);
        }
        if (keyPaddingMask != null) {
            Tensor mask = one ? keyPaddingMask.unsqueeze(0) : keyPaddingMask;
            scores = masked(scores, mask.unsqueeze(1).unsqueeze(2));
        }
        Tensor weights = scores.softmax(-1);
        Tensor used = dropout > 0 && training() ? Functional.dropout(weights, dropout) : weights;
        Tensor y = outProj.forward(used.matmul(v).transpose(1, 2).flatten(2));
        Tensor mean = needWeights ? weights.mean(1) : null;
        return one
                ? new Result(y.squeeze(0), mean == null ? null : mean.squeeze(0))
                : new Result(batchFirst ? y : y.transpose(0, 1), mean);
    }

    private static Tensor masked(Tensor scores, Tensor mask) {
        return mask.dtype() == DType.bool ? scores.maskedFill(mask, Double.NEGATIVE_INFINITY) : scores.add(mask);
    }

    private Tensor first(Tensor x, boolean one) {
        return one ? x.unsqueeze(0) : batchFirst ? x : x.transpose(0, 1);
    }

    /** (batch, length, embedding) to (batch, heads, length, part). */
    private Tensor heads(Tensor x) {
        return x.unflatten(-1, numHeads, embedDim / numHeads).transpose(1, 2);
    }
}
