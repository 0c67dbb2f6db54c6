package jacobi.learning;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.oneHot;
import static jacobi.tensor.Tensors.zeros;

import jacobi.nn.GRU;
import jacobi.nn.LSTM;
import jacobi.nn.Linear;
import jacobi.nn.Module;
import jacobi.nn.RNN;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;
import java.util.List;

/** A recurrent layer over one-hot tokens, and a linear layer that scores the next one. */
public final class RNNModel extends Module implements LanguageModel {
    /** The layer: {@code RNN}, {@code GRU} or {@code LSTM}, made for as many features as there are tokens. */
    public final Module rnn;

    private final int vocabSize;

    /** Scores of the tokens. */
    public final Linear linear;

    /** Of a recurrent layer with the sequence's axis first, for so many tokens. */
    public RNNModel(Module rnnLayer, int vocabSize) {
        if (!(rnnLayer instanceof RNN || rnnLayer instanceof GRU || rnnLayer instanceof LSTM)) {
            throw new IllegalArgumentException(
                    say("learning.rnn-model.layer", "found", rnnLayer.getClass().getSimpleName()));
        }
        rnn = rnnLayer;
        this.vocabSize = vocabSize;
        try (GradMode off = noGrad()) {
            linear =
                    new Linear(along(zeros(1, 1, vocabSize), List.of()).output().size(-1), vocabSize);
        }
    }

    private Scores along(Tensor x, List<Tensor> state) {
        if (rnn instanceof LSTM layer) {
            LSTM.Result y = layer.forward(x, state.isEmpty() ? null : new LSTM.State(state.get(0), state.get(1)));
            return new Scores(y.output(), List.of(y.state().h(), y.state().c()));
        }
        Tensor before = state.isEmpty() ? null : state.get(0);
        if (rnn instanceof GRU layer) {
            GRU.Result y = layer.forward(x, before);
            return new Scores(y.output(), List.of(y.state()));
        }
        RNN.Result y = ((RNN) rnn).forward(x, before);
        return new Scores(y.output(), List.of(y.state()));
    }

    /** Scores of the next tokens, (steps · batch, tokens), of numbers of tokens (batch, steps), and the state. */
    public Scores forward(Tensor inputs, List<Tensor> state) {
        Scores hidden = along(oneHot(inputs.t(), vocabSize).to(linear.weight.dtype()), state);
        return new Scores(linear.forward(hidden.output().flatten(0, 1)), hidden.state());
    }

    @Override
    public Scores read(Tensor X, List<Tensor> state) {
        return leaving(forward(entering(X), state));
    }

    /** No state yet, which layers take as zeros. */
    @Override
    public List<Tensor> beginState(int batchSize) {
        return List.of();
    }
}
