package jacobi.learning;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.tensor;

import jacobi.data.SeqDataLoader;
import jacobi.data.Vocab;
import jacobi.nn.CrossEntropyLoss;
import jacobi.nn.Gradients;
import jacobi.nn.Module;
import jacobi.operation.Default;
import jacobi.optim.SGD;
import jacobi.plot.Animator;
import jacobi.tensor.Device;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** The book's loops over texts: learning letter by letter, and writing on. */
public final class Chapter8 {
    private static final int SAMPLE = 50;
    private static final int MANY = 50;

    private Chapter8() {}

    /**
     * Writes on after a text, the most probable letter each time.
     *
     * @param prefix what the net reads first
     * @param numPreds how many letters follow
     */
    public static String predictCh8(String prefix, int numPreds, LanguageModel net, Vocab vocab) {
        return predictCh8(prefix, numPreds, net, vocab, Device.CPU);
    }

    /** As {@link #predictCh8(String, int, LanguageModel, Vocab)}; the device is the processor. */
    public static String predictCh8(
            String prefix,
            int numPreds,
            LanguageModel net,
            Vocab vocab,
            @Default("jacobi.tensor.Device.CPU") Device device) {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException(say("learning.predict-ch8.prefix"));
        }
        StringBuilder text = new StringBuilder(prefix);
        List<Tensor> state = net.beginState(1);
        try (GradMode off = noGrad()) {
            for (int i = 0; i < prefix.length() + numPreds - 1; i++) {
                long letter = vocab.get(String.valueOf(text.charAt(i)));
                LanguageModel.Scores next = net.read(tensor(new long[][] {{letter}}), state);
                state = next.state();
                if (i >= prefix.length() - 1) {
                    text.append(vocab.toTokens(next.output().argmax(1).toIntArray()[0]));
                }
            }
        }
        return text.toString();
    }

    /** Makes all gradients together at most {@code theta} long, in place. */
    public static void gradClipping(Module net, double theta) {
        gradClipping(net.parameters(), theta);
    }

    /** Makes all gradients of parameters together at most {@code theta} long, in place. */
    public static void gradClipping(Iterable<? extends Tensor> params, double theta) {
        Gradients.clipGradNorm_(params, theta);
    }

    /** What a pass over a text gave: perplexity, and tokens a second. */
    public record Reading(double perplexity, double speed) {}

    /**
     * One pass over a text; {@code updater} changes the parameters, given how many examples gradients were summed over.
     */
    public static Reading trainEpochCh8(
            LanguageModel net, SeqDataLoader trainIter, IntConsumer updater, boolean useRandomIter) {
        CrossEntropyLoss loss = new CrossEntropyLoss();
        Timer timer = new Timer();
        Accumulator metric = new Accumulator(2);
        List<Tensor> state = null;
        for (Tensor[] batch : trainIter) {
            state = state == null || useRandomIter
                    ? net.beginState(batch[0].size(0))
                    : state.stream().map(Tensor::detach).toList();
            LanguageModel.Scores scores = net.read(batch[0], state);
            state = scores.state();
            Tensor y = batch[1].t().reshape(-1), l = loss.forward(scores.output(), y);
            net.parameters().forEach(p -> p.grad(null));
            l.backward();
            gradClipping(net.parameters(), 1);
            updater.accept(1);
            metric.add(l.toDouble() * y.numel(), y.numel());
        }
        return new Reading(Math.exp(metric.get(0) / metric.get(1)), metric.get(1) / timer.stop());
    }

    /** As {@link #trainCh8(LanguageModel, SeqDataLoader, Vocab, double, int, Device, boolean)}, read along. */
    public static Reading trainCh8(LanguageModel net, SeqDataLoader trainIter, Vocab vocab, double lr, int numEpochs) {
        return trainCh8(net, trainIter, vocab, lr, numEpochs, Device.CPU, false);
    }

    /**
     * Training by gradient descent with clipped gradients and a growing figure of the perplexity; prints perplexity,
     * speed, and what the net writes. What was learned stays in the net when a cell is interrupted.
     *
     * @param useRandomIter whether the parts come in random order, so that each begins with a fresh state
     */
    public static Reading trainCh8(
            LanguageModel net,
            SeqDataLoader trainIter,
            Vocab vocab,
            double lr,
            int numEpochs,
            @Default("jacobi.tensor.Device.CPU") Device device,
            @Default("false") boolean useRandomIter) {
        // Of many epochs the figure has every tenth.
        int every = numEpochs < MANY ? 1 : 10;
        Animator animator = new Animator(
                say("learning.board.epoch"), Training.span(every, numEpochs), List.of(say("learning.board.train")));
        animator.ylabel(say("learning.board.perplexity"));
        SGD optimizer = new SGD(net.parameters(), lr);
        Reading last = new Reading(Double.NaN, Double.NaN);
        for (int epoch = 1; epoch <= numEpochs; epoch++) {
            last = trainEpochCh8(net, trainIter, batch -> optimizer.step(), useRandomIter);
            if (epoch % every == 0) {
                animator.add(epoch, last.perplexity());
            }
        }
        System.out.println(say(
                "learning.ch8.result",
                "perplexity",
                String.format(Locale.ROOT, "%.1f", last.perplexity()),
                "speed",
                String.format(Locale.ROOT, "%.1f", last.speed()),
                "device",
                device));
        System.out.println(predictCh8("time traveller", SAMPLE, net, vocab));
        System.out.println(predictCh8("traveller", SAMPLE, net, vocab));
        return last;
    }
}
