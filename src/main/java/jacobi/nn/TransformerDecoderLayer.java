package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/**
 * Self-attention, attention to what an encoder gave, and a network, each with a way around it and layer normalisation
 * (Vaswani et al. 2017).
 */
public final class TransformerDecoderLayer extends Module {
    final MultiheadAttention selfAttn;
    final MultiheadAttention multiheadAttn;
    final Linear linear1;
    private final Dropout dropout;
    final Linear linear2;
    final LayerNorm norm1;
    final LayerNorm norm2;
    final LayerNorm norm3;
    private final Dropout dropout1;
    private final Dropout dropout2;
    private final Dropout dropout3;
    private final boolean normFirst;
    private final boolean gelu;

    /** With 2048 inner features and dropout 0.1, the sequence's axis first. */
    public TransformerDecoderLayer(int dModel, int nhead) {
        this(dModel, nhead, 2048, 0.1, "relu", 1e-5, false, false);
    }

    /** With all settings, which are those of {@link TransformerEncoderLayer}. */
    public TransformerDecoderLayer(
            int dModel,
            int nhead,
            @Default("2048") int dimFeedforward,
            @Default("0.1") double dropout,
            @Default("\"relu\"") String activation,
            @Default("1e-5") double layerNormEps,
            @Default("false") boolean batchFirst,
            @Default("false") boolean normFirst) {
        gelu = TransformerEncoderLayer.isGelu("TransformerDecoderLayer", activation);
        selfAttn = new MultiheadAttention(dModel, nhead, dropout, true, batchFirst);
        multiheadAttn = new MultiheadAttention(dModel, nhead, dropout, true, batchFirst);
        linear1 = new Linear(dModel, dimFeedforward);
        this.dropout = new Dropout(dropout);
        linear2 = new Linear(dimFeedforward, dModel);
        norm1 = new LayerNorm(new int[] {dModel}, layerNormEps, true);
        norm2 = new LayerNorm(new int[] {dModel}, layerNormEps, true);
        norm3 = new LayerNorm(new int[] {dModel}, layerNormEps, true);
        dropout1 = new Dropout(dropout);
        dropout2 = new Dropout(dropout);
        dropout3 = new Dropout(dropout);
        this.normFirst = normFirst;
    }

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

    private Tensor network(Tensor x) {
        Tensor h = linear1.call(x);
        return dropout3.call(linear2.call(dropout.call(gelu ? h.gelu() : h.relu())));
    }
}
