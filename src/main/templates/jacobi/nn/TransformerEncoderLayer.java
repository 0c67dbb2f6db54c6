// for TransformerEncoderLayer, TransformerDecoderLayer:
package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where TransformerEncoderLayer:
/**
 * Self-attention and a network of two layers, each with a way around it and layer normalisation (Vaswani et al. 2017).
 */
// end for
// where TransformerDecoderLayer:
/**
 * Self-attention, attention to what an encoder gave, and a network, each with a way around it and layer normalisation
 * (Vaswani et al. 2017).
 */
// end for
public final class TransformerEncoderLayer extends Module {
    final MultiheadAttention selfAttn;
    // where TransformerDecoderLayer:
    final MultiheadAttention multiheadAttn;
    // end for
    final Linear linear1;
    private final Dropout dropout;
    final Linear linear2;
    final LayerNorm norm1;
    final LayerNorm norm2;
    // where TransformerDecoderLayer:
    final LayerNorm norm3;
    // end for
    private final Dropout dropout1;
    private final Dropout dropout2;
    // where TransformerDecoderLayer:
    private final Dropout dropout3;
    // end for
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
        if (!activation.equals("relu") && !activation.equals("gelu")) {
            throw new IllegalArgumentException(
                    say("nn.transformer.activation", "layer", "TransformerEncoderLayer", "found", activation));
        }
        gelu = activation.equals("gelu");
        selfAttn = new MultiheadAttention(dModel, nhead, dropout, true, batchFirst);
        // where TransformerDecoderLayer:
        multiheadAttn = new MultiheadAttention(dModel, nhead, dropout, true, batchFirst);
        // end for
        linear1 = new Linear(dModel, dimFeedforward);
        this.dropout = new Dropout(dropout);
        linear2 = new Linear(dimFeedforward, dModel);
        norm1 = new LayerNorm(new int[] {dModel}, layerNormEps, true);
        norm2 = new LayerNorm(new int[] {dModel}, layerNormEps, true);
        // where TransformerDecoderLayer:
        norm3 = new LayerNorm(new int[] {dModel}, layerNormEps, true);
        // end for
        dropout1 = new Dropout(dropout);
        dropout2 = new Dropout(dropout);
        // where TransformerDecoderLayer:
        dropout3 = new Dropout(dropout);
        // end for
        this.normFirst = normFirst;
    }

    // where TransformerEncoderLayer:
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

    // end for
    // where TransformerDecoderLayer:
    /** Of a sequence and what the encoder gave. */
    public Tensor forward(Tensor tgt, Tensor memory) {
        return forward(tgt, memory, null, null);
    }

    /** Of a sequence and what the encoder gave, with masks as {@link MultiheadAttention} has them, or null. */
    public Tensor forward(
            Tensor tgt, Tensor memory, @Default("null") Tensor tgtMask, @Default("null") Tensor memoryMask) {
        if (normFirst) {
            Tensor x = tgt.add(own(norm1.call(tgt), tgtMask));
            x = x.add(other(norm2.call(x), memory, memoryMask));
            return x.add(network(norm3.call(x)));
        }
        Tensor x = norm1.call(tgt.add(own(tgt, tgtMask)));
        x = norm2.call(x.add(other(x, memory, memoryMask)));
        return norm3.call(x.add(network(x)));
    }

    private Tensor own(Tensor x, Tensor mask) {
        return dropout1.call(selfAttn.forward(x, x, x, null, false, mask).output());
    }

    private Tensor other(Tensor x, Tensor memory, Tensor mask) {
        return dropout2.call(
                multiheadAttn.forward(x, memory, memory, null, false, mask).output());
    }

    // end for
    private Tensor network(Tensor x) {
        Tensor h = linear1.call(x);
        // where TransformerEncoderLayer:
        return dropout2.call(linear2.call(dropout.call(gelu ? h.gelu() : h.relu())));
        // end for
        // where TransformerDecoderLayer:
        return dropout3.call(linear2.call(dropout.call(gelu ? h.gelu() : h.relu())));
        // end for
    }
}
