package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/**
 * Self-attention and a network of two layers, each with a way around it and layer normalisation (Vaswani et al. 2017).
 */
public final class TransformerEncoderLayer extends Module {
    final MultiheadAttention selfAttn;
    final Linear linear1;
    private final Dropout dropout;
    final Linear linear2;
    final LayerNorm norm1;
    final LayerNorm norm2;
    private final Dropout dropout1;
    private final Dropout dropout2;
    private final boolean normFirst;
    private final boolean gelu;

    /** With 2048 inner features and dropout 0.1, the sequence's axis first. */
    public TransformerEncoderLayer(int dModel, int nhead) {
        this(dModel, nhead, 2048, 0.1, "relu", 1e-5, false, false);
    }

    /**
     * With all settings.
     *
     * @param dModel length of the embedding
     * @param nhead how many heads
     * @param dimFeedforward how many features between the two layers
     * @param dropout with what probability features are left out in training
     * @param activation "relu" or "gelu"
     * @param layerNormEps added to variances, so that their roots divide
     * @param batchFirst whether the batch's axis is the first, else the sequence's is
     * @param normFirst whether is normalised before attention and network, else after
     */
    public TransformerEncoderLayer(
            int dModel,
            int nhead,
            @Default("2048") int dimFeedforward,
            @Default("0.1") double dropout,
            @Default("\"relu\"") String activation,
            @Default("1e-5") double layerNormEps,
            @Default("false") boolean batchFirst,
            @Default("false") boolean normFirst) {
        gelu = isGelu("TransformerEncoderLayer", activation);
        selfAttn = new MultiheadAttention(dModel, nhead, dropout, true, batchFirst);
        linear1 = new Linear(dModel, dimFeedforward);
        this.dropout = new Dropout(dropout);
        linear2 = new Linear(dimFeedforward, dModel);
        norm1 = new LayerNorm(new int[] {dModel}, layerNormEps, true);
        norm2 = new LayerNorm(new int[] {dModel}, layerNormEps, true);
        dropout1 = new Dropout(dropout);
        dropout2 = new Dropout(dropout);
        this.normFirst = normFirst;
    }

    static boolean isGelu(String layer, String activation) {
        if (!activation.equals("relu") && !activation.equals("gelu")) {
            throw new IllegalArgumentException(say("nn.transformer.activation", "layer", layer, "found", activation));
        }
        return activation.equals("gelu");
    }

    /** Of a sequence. */
    public Tensor forward(Tensor src) {
        return forward(src, null, null);
    }

    /** Of a sequence, with masks as {@link MultiheadAttention} has them, or null. */
    public Tensor forward(Tensor src, @Default("null") Tensor srcMask, @Default("null") Tensor srcKeyPaddingMask) {
        if (normFirst) {
            Tensor x = src.add(attention(norm1.call(src), srcMask, srcKeyPaddingMask));
            return x.add(network(norm2.call(x)));
        }
        Tensor x = norm1.call(src.add(attention(src, srcMask, srcKeyPaddingMask)));
        return norm2.call(x.add(network(x)));
    }

    private Tensor attention(Tensor x, Tensor mask, Tensor padding) {
        return dropout1.call(selfAttn.forward(x, x, x, padding, false, mask).output());
    }

    private Tensor network(Tensor x) {
        Tensor h = linear1.call(x);
        return dropout2.call(linear2.call(dropout.call(gelu ? h.gelu() : h.relu())));
    }
}
