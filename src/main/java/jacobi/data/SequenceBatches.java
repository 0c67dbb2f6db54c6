package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.randint;
import static jacobi.tensor.Tensors.randperm;
import static jacobi.tensor.Tensors.tensor;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A text in batches, as recurrent networks read it. */
public final class SequenceBatches {
    private SequenceBatches() {}

    /** The letters of <i>The Time Machine</i> as numbers. */
    public static Corpus loadCorpusTimeMachine() {
        return loadCorpusTimeMachine(-1);
    }

    /** The first {@code maxTokens} letters of <i>The Time Machine</i> as numbers, all if that is not above 0. */
    public static Corpus loadCorpusTimeMachine(@Default("-1") int maxTokens) {
        List<List<String>> tokens = Texts.tokenize(Texts.readTimeMachine(), "char");
        Vocab vocab = new Vocab(tokens);
        List<Integer> corpus =
                tokens.stream().flatMap(List::stream).map(vocab::get).toList();
        return new Corpus(maxTokens > 0 && maxTokens < corpus.size() ? corpus.subList(0, maxTokens) : corpus, vocab);
    }

    /** <i>The Time Machine</i> in batches, read along. */
    public static TextLoader loadDataTimeMachine(int batchSize, int numSteps) {
        return loadDataTimeMachine(batchSize, numSteps, false, 10_000);
    }

    /**
     * <i>The Time Machine</i> in batches.
     *
     * @param useRandomIter whether parts come in random order, else each batch goes on where the one before ended
     * @param maxTokens how many letters are read
     */
    public static TextLoader loadDataTimeMachine(
            int batchSize, int numSteps, @Default("false") boolean useRandomIter, @Default("10000") int maxTokens) {
        Corpus text = loadCorpusTimeMachine(maxTokens);
        return new TextLoader(new SeqDataLoader(text.corpus(), batchSize, numSteps, useRandomIter), text.vocab());
    }

    private static void require(String operation, List<Integer> corpus, int batchSize, int numSteps) {
        if (batchSize < 1 || numSteps < 1 || corpus.size() < numSteps + 2) {
            throw new IllegalArgumentException(say(
                    "data.sequences.short",
                    "operation",
                    operation,
                    "length",
                    corpus.size(),
                    "batch",
                    batchSize,
                    "steps",
                    numSteps));
        }
    }

    /**
     * Parts of {@code numSteps} tokens in random order, each with the same part one token later: (batch, steps) twice.
     */
    public static Iterable<Tensor[]> seqDataIterRandom(List<Integer> corpus, int batchSize, int numSteps) {
        require("seqDataIterRandom", corpus, batchSize, numSteps);
        int first = randint(0, numSteps, 1).toIntArray()[0];
        int parts = (corpus.size() - first - 1) / numSteps;
        int[] order = randperm(parts).toIntArray();
        List<Tensor[]> batches = new ArrayList<>();
        for (int i = 0; i + batchSize <= parts; i += batchSize) {
            int[] begins = new int[batchSize];
            for (int j = 0; j < batchSize; j++) {
                begins[j] = first + order[i + j] * numSteps;
            }
            batches.add(parts(corpus, begins, numSteps));
        }
        return batches;
    }

    /**
     * The text in {@code batchSize} stretches side by side, read along: each batch goes on where the one before ended.
     */
    public static Iterable<Tensor[]> seqDataIterSequential(List<Integer> corpus, int batchSize, int numSteps) {
        require("seqDataIterSequential", corpus, batchSize, numSteps);
        int first = randint(0, numSteps, 1).toIntArray()[0];
        int stretch = (corpus.size() - first - 1) / batchSize;
        List<Tensor[]> batches = new ArrayList<>();
        for (int at = 0; at + numSteps <= stretch; at += numSteps) {
            int[] begins = new int[batchSize];
            for (int j = 0; j < batchSize; j++) {
                begins[j] = first + j * stretch + at;
            }
            batches.add(parts(corpus, begins, numSteps));
        }
        return batches;
    }

    private static Tensor[] parts(List<Integer> corpus, int[] begins, int numSteps) {
        long[] x = new long[begins.length * numSteps], y = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            int at = begins[i / numSteps] + i % numSteps;
            x[i] = corpus.get(at);
            y[i] = corpus.get(at + 1);
        }
        return new Tensor[] {
            tensor(x).reshape(begins.length, numSteps), tensor(y).reshape(begins.length, numSteps)
        };
    }
}
