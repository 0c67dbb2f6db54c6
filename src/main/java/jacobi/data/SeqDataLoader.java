package jacobi.data;

import static jacobi.data.SequenceBatches.seqDataIterRandom;
import static jacobi.data.SequenceBatches.seqDataIterSequential;

import jacobi.tensor.Tensor;
import java.util.Iterator;
import java.util.List;

/** Batches of parts of a text, each with the same parts one token later: another choice of parts in each pass. */
public final class SeqDataLoader implements Iterable<Tensor[]> {
    private final List<Integer> corpus;
    private final int batchSize;
    private final int numSteps;
    private final boolean random;

    SeqDataLoader(List<Integer> corpus, int batchSize, int numSteps, boolean random) {
        this.corpus = corpus;
        this.batchSize = batchSize;
        this.numSteps = numSteps;
        this.random = random;
    }

    @Override
    public Iterator<Tensor[]> iterator() {
        return (random
                        ? seqDataIterRandom(corpus, batchSize, numSteps)
                        : seqDataIterSequential(corpus, batchSize, numSteps))
                .iterator();
    }
}
