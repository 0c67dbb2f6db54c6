package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.List;

/** A recurrent layer with gates that reset and update its state (Cho et al. 2014). */
public final class GRU extends RnnBase {
    /**
     * Outputs of all steps (length, batch, directions · hidden), and the last state (layers · directions, batch,
     * hidden).
     */
    public record Result(Tensor output, Tensor state) {}

    /** One layer, the sequence's axis first. */
    public GRU(int inputSize, int hiddenSize) {
        this(inputSize, hiddenSize, 1);
    }

    /** Several layers, each on the outputs of the one before. */
    public GRU(int inputSize, int hiddenSize, int numLayers) {
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
    public GRU(
            int inputSize,
            int hiddenSize,
            @Default("1") int numLayers,
            @Default("true") boolean bias,
            @Default("false") boolean batchFirst,
            @Default("0") double dropout,
            @Default("false") boolean bidirectional) {
        super(3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
    }

    /** From a state of zeros. */
    public Result forward(Tensor input) {
        return forward(input, null);
    }

    /** From a state (layers · directions, batch, hidden), or zeros if it is null. */
    public Result forward(Tensor input, Tensor state) {
        return result(walk(input, state == null ? null : List.of(state), null, 1));
    }

    /** Sequences of a batch that are as long as {@code lengths} says; outputs after the end are 0. */
    public Result forward(Tensor input, Tensor state, int[] lengths) {
        return result(walk(input, state == null ? null : List.of(state), lengths, 1));
    }

    private static Result result(Walk walk) {
        return new Result(walk.output(), walk.last().get(0));
    }

    @Override
    List<Tensor> step(Tensor input, Tensor hidden, List<Tensor> state) {
        return List.of(Functional.gruGates(input, hidden, state.get(0)));
    }
}
