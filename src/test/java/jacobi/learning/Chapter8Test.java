package jacobi.learning;

import static jacobi.data.SequenceBatches.loadDataTimeMachine;
import static jacobi.learning.Chapter8.*;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.data.TextLoader;
import jacobi.nn.GRU;
import jacobi.nn.LSTM;
import jacobi.nn.Linear;
import jacobi.nn.Module;
import jacobi.nn.RNN;
import jacobi.optim.SGD;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Chapter8Test {
    private static final int TOKENS = 28;

    @Test
    void a_recurrent_model_learns_to_write() {
        manualSeed(3);
        TextLoader text = loadDataTimeMachine(8, 16, true, 2000);
        for (Module layer : List.of(new RNN(TOKENS, 24), new GRU(TOKENS, 24), new LSTM(TOKENS, 24))) {
            RNNModel net = new RNNModel(layer, TOKENS);
            SGD optimizer = new SGD(net.parameters(), 1);
            double
                    first =
                            trainEpochCh8(net, text.iter(), n -> optimizer.step(), true)
                                    .perplexity(),
                    last = first;
            for (int i = 0; i < 10; i++) {
                last = trainEpochCh8(net, text.iter(), n -> optimizer.step(), true)
                        .perplexity();
            }
            assertThat(first).as(layer.toString()).isGreaterThan(last);
            // A guess is right once in so many.
            assertThat(last).as(layer.toString()).isLessThan(22);
            assertThat(predictCh8("time", 6, net, text.vocab()))
                    .startsWith("time")
                    .hasSize(10);
        }
        assertThatThrownBy(() -> new RNNModel(new Linear(2, 3), TOKENS))
                .hasMessageContaining("GRU or LSTM, got Linear");
    }

    @Test
    void a_model_by_hand_reads_on_with_its_state() {
        manualSeed(4);
        TextLoader text = loadDataTimeMachine(4, 8, false, 1000);
        RNNModelScratch net = new RNNModelScratch(
                TOKENS,
                16,
                (tokens, hidden) -> List.of(weight(tokens, hidden), weight(hidden, hidden), weight(hidden, tokens)),
                (batch, hidden) -> List.of(zeros(batch, hidden)),
                (inputs, state, p) -> {
                    Tensor h = state.get(0);
                    List<Tensor> outputs = new ArrayList<>();
                    for (int i = 0; i < inputs.size(0); i++) {
                        h = inputs.get(i)
                                .matmul(p.get(0))
                                .add(h.matmul(p.get(1)))
                                .tanh();
                        outputs.add(h.matmul(p.get(2)));
                    }
                    return new LanguageModel.Scores(cat(outputs, 0), List.of(h));
                });
        double first = Double.NaN, last = Double.NaN;
        for (int i = 0; i < 15; i++) {
            last = trainEpochCh8(net, text.iter(), n -> Training.sgd(net.parameters(), 1, n), false)
                    .perplexity();
            first = i == 0 ? last : first;
        }
        assertThat(last).isLessThan(first);
        assertThat(predictCh8("a", 3, net, text.vocab())).hasSize(4);
    }

    @Test
    void padding_does_not_count_in_the_masked_loss() {
        Tensor loss = new MaskedSoftmaxCELoss()
                .forward(ones(3, 4, 10), ones(3, 4).to(jacobi.tensor.DType.int64), tensor(4, 2, 0));
        // PyTorch's: ln 10 = 2.3026 for each step that counts.
        assertThat(loss.toString()).isEqualTo("tensor([2.3026, 1.1513, 0.0000])");
    }

    private static Tensor weight(int... shape) {
        return randn(shape).mul(0.1).detach().requiresGrad_(true);
    }
}
