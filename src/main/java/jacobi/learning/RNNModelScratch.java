package jacobi.learning;

import static jacobi.tensor.Tensors.oneHot;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;

/** A recurrent network by hand: parameters, the first state, and a step along the tokens, each a function. */
public final class RNNModelScratch implements LanguageModel {
    /** Scores and state, of one-hot tokens (steps, batch, tokens), the state before, and the parameters. */
    @FunctionalInterface
    public interface Forward {
        /** Reads on; as {@code new LanguageModel.Scores(output, state)}. */
        Scores of(Tensor inputs, List<Tensor> state, List<Tensor> params);
    }

    private final int vocabSize;
    private final int numHiddens;
    private final List<Tensor> params;
    private final BiFunction<Integer, Integer, List<Tensor>> initState;
    private final Forward forward;

    /**
     * Of its parts.
     *
     * @param getParams the parameters, of how many tokens and how many hidden units
     * @param initState the first state, of the batch's size and how many hidden units
     */
    public RNNModelScratch(
            int vocabSize,
            int numHiddens,
            BiFunction<Integer, Integer, List<Tensor>> getParams,
            BiFunction<Integer, Integer, List<Tensor>> initState,
            Forward forwardFn) {
        this.vocabSize = vocabSize;
        this.numHiddens = numHiddens;
        this.params = getParams.apply(vocabSize, numHiddens);
        this.initState = initState;
        this.forward = forwardFn;
    }

    @Override
    public Scores read(Tensor X, List<Tensor> state) {
        return forward.of(oneHot(X.t(), vocabSize).to(DType.float32), state, params);
    }

    @Override
    public List<Tensor> beginState(int batchSize) {
        return initState.apply(batchSize, numHiddens);
    }

    @Override
    public List<Tensor> parameters() {
        return params;
    }
}
