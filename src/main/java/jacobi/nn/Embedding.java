package jacobi.nn;

import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.randn;

import jacobi.operation.Default;
import jacobi.tensor.GradMode;
import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;

/** A vector for each whole number below some bound: rows of a table that is learned. */
public final class Embedding extends Module {
    private final int numEmbeddings;
    private final int embeddingDim;
    private final Integer paddingIdx;

    /** (numbers, length of the vectors). */
    public Parameter weight;

    /** So many vectors of that length. */
    public Embedding(int numEmbeddings, int embeddingDim) {
        this(numEmbeddings, embeddingDim, null);
    }

    /**
     * So many vectors of that length.
     *
     * @param paddingIdx the number of the one that is 0 and gets no gradient, or null
     */
    public Embedding(int numEmbeddings, int embeddingDim, @Default("null") Integer paddingIdx) {
        Sizes.require("Embedding", "numEmbeddings", numEmbeddings, 1);
        Sizes.require("Embedding", "embeddingDim", embeddingDim, 1);
        this.numEmbeddings = numEmbeddings;
        this.embeddingDim = embeddingDim;
        this.paddingIdx =
                paddingIdx == null || paddingIdx >= 0 ? paddingIdx : Integer.valueOf(paddingIdx + numEmbeddings);
        weight = new Parameter(randn(numEmbeddings, embeddingDim));
        if (this.paddingIdx != null) {
            try (GradMode off = noGrad()) {
                weight.get(this.paddingIdx).fill_(0);
            }
        }
    }

    /** A table given: one row for each number. */
    public static Embedding fromPretrained(Tensor embeddings) {
        return fromPretrained(embeddings, true);
    }

    /** A table given: one row for each number; frozen, it is not learned on. */
    public static Embedding fromPretrained(Tensor embeddings, boolean freeze) {
        Embedding layer = new Embedding(embeddings.size(0), embeddings.size(1));
        layer.weight = Parameter.of(embeddings.detach(), !freeze);
        return layer;
    }

    public Tensor forward(Tensor input) {
        return paddingIdx == null
                ? Functional.embedding(input, weight)
                : Functional.embedding(input, weight, paddingIdx);
    }

    @Override
    protected String extraRepr() {
        return numEmbeddings + ", " + embeddingDim + (paddingIdx == null ? "" : ", padding_idx=" + paddingIdx);
    }
}
