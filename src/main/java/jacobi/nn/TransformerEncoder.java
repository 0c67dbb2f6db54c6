package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Encoder layers one after the other. */
public final class TransformerEncoder extends Module {
    final ModuleList layers = new ModuleList();
    final Module norm;

    /** So many copies of a layer. */
    public TransformerEncoder(TransformerEncoderLayer encoderLayer, int numLayers) {
        this(encoderLayer, numLayers, null);
    }

    /** So many copies of a layer, and a normalisation at the end, or null. */
    public TransformerEncoder(TransformerEncoderLayer encoderLayer, int numLayers, @Default("null") Module norm) {
        for (int i = 0; i < numLayers; i++) {
            layers.append(encoderLayer.copy());
        }
        this.norm = norm;
    }

    /** Of a sequence. */
    public Tensor forward(Tensor src) {
        return forward(src, null, null);
    }

    /** Of a sequence, with masks as {@link MultiheadAttention} has them, or null. */
    public Tensor forward(Tensor src, @Default("null") Tensor mask, @Default("null") Tensor srcKeyPaddingMask) {
        Tensor x = src;
        for (Module layer : layers) {
            x = ((TransformerEncoderLayer) layer).forward(x, mask, srcKeyPaddingMask);
        }
        return norm == null ? x : norm.call(x);
    }
}
