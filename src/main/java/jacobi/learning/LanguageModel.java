package jacobi.learning;

import jacobi.tensor.Tensor;
import java.util.List;

/** A net that reads tokens and scores the next ones, with a state that goes on from batch to batch. */
public interface LanguageModel {
    /** Scores of the next token at each step, (steps · batch, tokens), and the state after the last one. */
    record Scores(Tensor output, List<Tensor> state) {}

    /**
     * Reads on.
     *
     * @param X numbers of tokens, (batch, steps)
     * @param state what the steps before left, or what {@link #beginState} gave
     */
    Scores read(Tensor X, List<Tensor> state);

    /** The state before the first token. */
    List<Tensor> beginState(int batchSize);

    /** What is learned. */
    List<? extends Tensor> parameters();
}
