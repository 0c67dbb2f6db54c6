package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.List;

/** A recurrent layer with a long memory and gates to it (Hochreiter and Schmidhuber 1997). */
public final class LSTM extends RnnBase {
    /**
     * Outputs of all steps (length, batch, directions · hidden), and the last states (layers · directions, batch,
     * hidden).
     */
    public record Result(Tensor output, LSTM.State state) {}

    /** Hidden and cell state, each (layers · directions, batch, hidden). */
    public record State(Tensor h, Tensor c) {}

    /** One layer, the sequence's axis first. */
    public LSTM(int inputSize, int hiddenSize) {
        this(inputSize, hiddenSize, 1);
    }

    /** Several layers, each on the outputs of the one before. */
    public LSTM(int inputSize, int hiddenSize, int numLayers) {
        this(inputSize, hiddenSize, numLayers, true, false, 0, false);
    }

    /**
     * With all settings.
     *
     * @param inputSize how many features a step has
     * @param hiddenSize how many numbers the state has
     * @param numLayers how many layers
     * @param bias whether numbers are added
     * @param batchFirst whether the batch's axis is the first, else the sequence's is
     * @param dropout with what probability outputs between layers are left out in training
     * @param bidirectional whether sequences are read backward, too
     */
    public LSTM(
            int inputSize,
            int hiddenSize,
            @Default("1") int numLayers,
            @Default("true") boolean bias,
            @Default("false") boolean batchFirst,
            @Default("0") double dropout,
            @Default("false") boolean bidirectional) {
        super(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
    }

    /** From a state of zeros. */
    public Result forward(Tensor input) {
        return forward(input, (State) null);
    }

    /** From a state, or zeros if it is null. */
    public Result forward(Tensor input, State state) {
        return result(walk(input, state == null ? null : List.of(state.h, state.c), null, 2));
    }

    /** Sequences of a batch that are as long as {@code lengths} says; outputs after the end are 0. */
    public Result forward(Tensor input, State state, int[] lengths) {
        return result(walk(input, state == null ? null : List.of(state.h, state.c), lengths, 2));
    }

    private static Result result(Walk walk) {
        return new Result(
                walk.output(), new State(walk.last().get(0), walk.last().get(1)));
    }

    @Override
    List<Tensor> step(Tensor input, Tensor hidden, List<Tensor> state) {
        State next = next(input, hidden, state.get(1));
        return List.of(next.h, next.c);
    }

    /** The next states, from what input and hidden state give to the gates and from the cell state. */
    static State next(Tensor input, Tensor hidden, Tensor cell) {
        Tensor both = Functional.lstmGates(input, hidden, cell);
        return new State(both.get(0), both.get(1));
    }
}
