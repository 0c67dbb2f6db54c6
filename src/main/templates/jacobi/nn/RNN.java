// for RNN, GRU, LSTM:
package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.List;

// where RNN:
/** A recurrent layer: h = tanh(W x + b + V h + c) (Elman 1990). */
// end for
// where GRU:
/** A recurrent layer with gates that reset and update its state (Cho et al. 2014). */
// end for
// where LSTM:
/** A recurrent layer with a long memory and gates to it (Hochreiter and Schmidhuber 1997). */
// end for
public final class RNN extends RnnBase {
    // where RNN, GRU:
    /**
     * Outputs of all steps (length, batch, directions · hidden), and the last state (layers · directions, batch,
     * hidden).
     */
    public record Result(Tensor output, Tensor state) {}
    // end for
    // where LSTM:
    /**
     * Outputs of all steps (length, batch, directions · hidden), and the last states (layers · directions, batch,
     * hidden).
     */
    public record Result(Tensor output, LSTM.State state) {}

    /** Hidden and cell state, each (layers · directions, batch, hidden). */
    public record State(Tensor h, Tensor c) {}
    // end for
    // where RNN:

    private final boolean relu;
    // end for

    /** One layer, the sequence's axis first. */
    public RNN(int inputSize, int hiddenSize) {
        this(inputSize, hiddenSize, 1);
    }

    /** Several layers, each on the outputs of the one before. */
    public RNN(int inputSize, int hiddenSize, int numLayers) {
        // where RNN:
        this(inputSize, hiddenSize, numLayers, "tanh", true, false, 0, false);
        // end for
        // where GRU, LSTM:
        this(inputSize, hiddenSize, numLayers, true, false, 0, false);
        // end for
    }

    /**
     * With all settings.
     *
     * @param inputSize how many features a step has
     * @param hiddenSize how many numbers the state has
     * @param numLayers how many layers
     * @param nonlinearity "tanh" or "relu"
     * @param bias whether numbers are added
     * @param batchFirst whether the batch's axis is the first, else the sequence's is
     * @param dropout with what probability outputs between layers are left out in training
     * @param bidirectional whether sequences are read backward, too
     */
    public RNN(
            int inputSize,
            int hiddenSize,
            @Default("1") int numLayers,
            // where RNN:
            @Default("\"tanh\"") String nonlinearity,
            // end for
            @Default("true") boolean bias,
            @Default("false") boolean batchFirst,
            @Default("0") double dropout,
            @Default("false") boolean bidirectional) {
        // where RNN:
        super(1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
        if (!nonlinearity.equals("tanh") && !nonlinearity.equals("relu")) {
            throw new IllegalArgumentException(say("nn.rnn.nonlinearity", "found", nonlinearity));
        }
        relu = nonlinearity.equals("relu");
        // end for
        // where GRU:
        super(3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
        // end for
        // where LSTM:
        super(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
        // end for
    }

    /** From a state of zeros. */
    public Result forward(Tensor input) {
        return forward(input, null);
    }

    // where RNN, GRU:
    /** From a state (layers · directions, batch, hidden), or zeros if it is null. */
    public Result forward(Tensor input, Tensor state) {
        return forward(input, state, null);
    }

    /** Sequences of a batch that are as long as {@code lengths} says; outputs after the end are 0. */
    public Result forward(Tensor input, Tensor state, int[] lengths) {
        Walk walk = walk(input, state == null ? null : List.of(state), lengths, 1);
        return new Result(walk.output(), walk.last().get(0));
    }

    // end for
    // where LSTM:
    /** From a state, or zeros if it is null. */
    public Result forward(Tensor input, State state) {
        return forward(input, state, null);
    }

    /** Sequences of a batch that are as long as {@code lengths} says; outputs after the end are 0. */
    public Result forward(Tensor input, State state, int[] lengths) {
        Walk walk = walk(input, state == null ? null : List.of(state.h, state.c), lengths, 2);
        return new Result(
                walk.output(), new State(walk.last().get(0), walk.last().get(1)));
    }

    // end for
    @Override
    List<Tensor> step(Tensor input, Tensor hidden, List<Tensor> state) {
        // where RNN:
        Tensor sum = input.add(hidden);
        return List.of(relu ? sum.relu() : sum.tanh());
        // end for
        // where GRU:
        return List.of(Functional.gruGates(input, hidden, state.get(0)));
        // end for
        // where LSTM:
        State next = next(input, hidden, state.get(1));
        return List.of(next.h, next.c);
        // end for
    }
    // where GRU:

    @Override
    Tensor sequence(Tensor x, List<Tensor> state, Tensor wi, Tensor wh, Tensor bi, Tensor bh, boolean reverse) {
        return GruSequence.of(Functional.linear(x, wi, bi), state.get(0), wh, bh, reverse);
    }
    // end for
    // where LSTM:

    @Override
    Tensor sequence(Tensor x, List<Tensor> state, Tensor wi, Tensor wh, Tensor bi, Tensor bh, boolean reverse) {
        Tensor input = Functional.linear(x, wi, bi == null ? null : bi.add(bh));
        return LstmSequence.of(input, state.get(0), state.get(1), wh, reverse);
    }

    /** The next states, from what input and hidden state give to the gates and from the cell state. */
    static State next(Tensor input, Tensor hidden, Tensor cell) {
        Tensor both = Functional.lstmGates(input, hidden, cell);
        return new State(both.get(0), both.get(1));
    }
    // end for
}
