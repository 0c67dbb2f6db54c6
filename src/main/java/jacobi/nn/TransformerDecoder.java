package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Decoder layers one after the other. */
public final class TransformerDecoder extends Module {
    final ModuleList layers = new ModuleList();
    final Module norm;

    /** So many copies of a layer. */
    public TransformerDecoder(TransformerDecoderLayer decoderLayer, int numLayers) {
        this(decoderLayer, numLayers, null);
    }

    /** So many copies of a layer, and a normalisation at the end, or null. */
    public TransformerDecoder(TransformerDecoderLayer decoderLayer, int numLayers, @Default("null") Module norm) {
        for (int i = 0; i < numLayers; i++) {
            layers.append(decoderLayer.copy());
        }
        this.norm = norm;
    }

    /** Of a sequence and what the encoder gave. */
    public Tensor forward(Tensor tgt, Tensor memory) {
        return forward(tgt, memory, null, null);
    }

    /** Of a sequence and what the encoder gave, with masks as {@link MultiheadAttention} has them, or null. */
    public Tensor forward(
            Tensor tgt, Tensor memory, @Default("null") Tensor tgtMask, @Default("null") Tensor memoryMask) {
        Tensor x = tgt;
        for (Module layer : layers) {
            x = ((TransformerDecoderLayer) layer).forward(x, memory, tgtMask, memoryMask);
        }
        return norm == null ? x : norm.call(x);
    }
}
