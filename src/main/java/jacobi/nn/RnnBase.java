package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.stack;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.where;
import static jacobi.tensor.Tensors.zeros;

import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What recurrent layers have in common: their parameters, layers, directions, and the walk along the sequence. */
abstract class RnnBase extends Module {
    private final int inputSize;
    final int hiddenSize;
    private final int numLayers;
    private final boolean bias;
    private final boolean batchFirst;
    private final double dropout;
    private final boolean bidirectional;
    private final int gates;

    RnnBase(
            int gates,
            int inputSize,
            int hiddenSize,
            int numLayers,
            boolean bias,
            boolean batchFirst,
            double dropout,
            boolean bidirectional) {
        String layer = getClass().getSimpleName();
        Sizes.require(layer, "inputSize", inputSize, 1);
        Sizes.require(layer, "hiddenSize", hiddenSize, 1);
        Sizes.require(layer, "numLayers", numLayers, 1);
        Layers.requireProbability(layer, dropout);
        this.gates = gates;
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        this.numLayers = numLayers;
        this.bias = bias;
        this.batchFirst = batchFirst;
        this.dropout = dropout;
        this.bidirectional = bidirectional;
        for (int k = 0; k < numLayers; k++) {
            int inputs = k == 0 ? inputSize : hiddenSize * directions();
            for (String reverse : bidirectional ? List.of("", "_reverse") : List.of("")) {
                String ending = "_l" + k + reverse;
                parameter("weight_ih" + ending, gates * hiddenSize, inputs);
                parameter("weight_hh" + ending, gates * hiddenSize, hiddenSize);
                if (bias) {
                    parameter("bias_ih" + ending, gates * hiddenSize);
                    parameter("bias_hh" + ending, gates * hiddenSize);
                }
            }
        }
    }

    private void parameter(String name, int... shape) {
        registerParameter(name, RnnCellBase.drawn(hiddenSize, shape));
    }

    private int directions() {
        return bidirectional ? 2 : 1;
    }

    private Tensor part(String name, int layer, boolean reverse) {
        return (Tensor) registered().get(name + "_l" + layer + (reverse ? "_reverse" : ""));
    }

    /** The states of a sequence: outputs of all steps, and the last states of each layer and direction stacked. */
    record Walk(Tensor output, List<Tensor> last) {}

    /**
     * Goes along the sequence in all layers.
     *
     * @param states hidden state, and cell state where there is one, (layers · directions, batch, hidden), or null for
     * zeros
     * @param lengths how long each sequence of the batch is, or null for all as long as the input
     */
    final Walk walk(Tensor input, List<Tensor> states, int[] lengths, int stateCount) {
        boolean one = input.dim() == 2;
        if (input.dim() != 3 && !one) {
            throw new IllegalArgumentException(say(
                    "nn.rnn.axes",
                    "name",
                    name(),
                    "axes",
                    batchFirst ? "(batch, length, features)" : "(length, batch, features)",
                    "shape",
                    input.shape().text()));
        }
        Tensor x = one ? input.unsqueeze(1) : batchFirst ? input.transpose(0, 1) : input;
        if (x.size(2) != inputSize) {
            throw new IllegalArgumentException(say(
                    "nn.rnn.features",
                    "name",
                    name(),
                    "features",
                    inputSize,
                    "shape",
                    input.shape().text()));
        }
        List<List<Tensor>> last = new ArrayList<>();
        for (int i = 0; i < stateCount; i++) {
            last.add(new ArrayList<>());
        }
        for (int k = 0; k < numLayers; k++) {
            List<Tensor> outputs = new ArrayList<>();
            for (int direction = 0; direction < directions(); direction++) {
                List<Tensor> begin = begin(states, k * directions() + direction, x, one, stateCount);
                outputs.add(along(x, begin, k, direction == 1, lengths, last));
            }
            x = outputs.size() == 1 ? outputs.get(0) : cat(outputs, 2);
            if (dropout > 0 && training() && k < numLayers - 1) {
                x = Functional.dropout(x, dropout);
            }
        }
        Tensor y = one ? x.squeeze(1) : batchFirst ? x.transpose(0, 1) : x;
        return new Walk(
                y, last.stream().map(s -> one ? stack(s).squeeze(1) : stack(s)).toList());
    }

    private List<Tensor> begin(List<Tensor> states, int number, Tensor x, boolean one, int stateCount) {
        List<Tensor> begin = new ArrayList<>();
        for (int i = 0; i < stateCount; i++) {
            if (states == null || states.get(i) == null) {
                begin.add(zeros(x.size(1), hiddenSize).to(x.dtype()));
                continue;
            }
            Tensor all = one && states.get(i).dim() == 2 ? states.get(i).unsqueeze(1) : states.get(i);
            Shape expected = Shape.of(numLayers * directions(), x.size(1), hiddenSize);
            if (!all.shape().equals(expected)) {
                throw new IllegalArgumentException(
                        say("nn.rnn.state", "name", name(), "shape", all.shape().text(), "expected", expected.text()));
            }
            begin.add(all.get(number));
        }
        return begin;
    }

    private Tensor along(
            Tensor x, List<Tensor> begin, int layer, boolean reverse, int[] lengths, List<List<Tensor>> last) {
        Tensor wi = part("weight_ih", layer, reverse), wh = part("weight_hh", layer, reverse);
        Tensor bi = bias ? part("bias_ih", layer, reverse) : null, bh = bias ? part("bias_hh", layer, reverse) : null;
        Tensor whole = lengths == null ? sequence(x, begin, wi, wh, bi, bh, reverse) : null;
        int steps = x.size(0);
        if (whole != null) {
            last.get(0).add(whole.get(reverse ? 0 : steps - 1));
            for (int i = 1; i < last.size(); i++) {
                last.get(i).add(whole.get(steps + i - 1));
            }
            return whole.narrow(0, 0, steps);
        }
        // What the inputs give is the same for all steps, so one product serves all.
        Tensor fromInput = Functional.linear(x, wi, bi);
        Tensor turned = wh.t();
        Tensor[] outputs = new Tensor[steps];
        List<Tensor> state = begin;
        for (int i = 0; i < steps; i++) {
            int t = reverse ? steps - 1 - i : i;
            Tensor h = state.get(0).matmul(turned);
            List<Tensor> next = step(fromInput.get(t), bh == null ? h : h.add(bh), state);
            Tensor running = lengths == null ? null : running(lengths, t);
            state = running == null ? next : kept(next, state, running);
            outputs[t] = running == null
                    ? state.get(0)
                    : next.get(0).mul(running.to(next.get(0).dtype()));
        }
        for (int i = 0; i < last.size(); i++) {
            last.get(i).add(state.get(i));
        }
        return stack(List.of(outputs));
    }

    /**
     * All steps as one operation: the hidden states after each, and last the final cell state where there is one; null
     * of a layer that goes step by step.
     */
    Tensor sequence(Tensor x, List<Tensor> state, Tensor wi, Tensor wh, Tensor bi, Tensor bh, boolean reverse) {
        return null;
    }

    /** Which sequences of the batch have a step of that number, (batch, 1). */
    private static Tensor running(int[] lengths, int t) {
        boolean[] running = new boolean[lengths.length];
        for (int i = 0; i < running.length; i++) {
            running[i] = t < lengths[i];
        }
        return tensor(running).unsqueeze(1);
    }

    /** Sequences that are over keep their state. */
    private static List<Tensor> kept(List<Tensor> next, List<Tensor> state, Tensor running) {
        List<Tensor> kept = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            kept.add(where(running, next.get(i), state.get(i)));
        }
        return kept;
    }

    /**
     * One step.
     *
     * @param input what the input gives to the gates, (batch, gates · hidden)
     * @param hidden what the state gives to them
     * @return the next states, the hidden one first
     */
    abstract List<Tensor> step(Tensor input, Tensor hidden, List<Tensor> state);

    @Override
    protected String extraRepr() {
        StringBuilder text = new StringBuilder(inputSize + ", " + hiddenSize);
        text.append(numLayers != 1 ? ", num_layers=" + numLayers : "");
        text.append(bias ? "" : ", bias=False");
        text.append(batchFirst ? ", batch_first=True" : "");
        text.append(dropout != 0 ? ", dropout=" + Sizes.number(dropout) : "");
        return text.append(bidirectional ? ", bidirectional=True" : "").toString();
    }
}
