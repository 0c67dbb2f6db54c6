package jacobi.data;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Pairs of sentences as numbers: premise, hypothesis and label of each. */
public final class SNLIDataset implements Dataset {
    private final Tensor premises;
    private final Tensor hypotheses;
    private final Tensor labels;
    private final Vocab vocab;

    /** With a vocabulary of the words that are there five times. */
    public SNLIDataset(SentencePairs dataset, int numSteps) {
        this(dataset, numSteps, null);
    }

    /** Cut or filled up to so many words; with a vocabulary, or if it is null with one of these sentences. */
    public SNLIDataset(SentencePairs dataset, int numSteps, @Default("null") Vocab vocab) {
        List<List<String>> first = Texts.tokenize(dataset.premises()), second = Texts.tokenize(dataset.hypotheses());
        List<List<String>> all = new ArrayList<>(first);
        all.addAll(second);
        this.vocab = vocab == null ? new Vocab(all, 5, List.of("<pad>")) : vocab;
        premises = LabelledTexts.padded(first, this.vocab, numSteps);
        hypotheses = LabelledTexts.padded(second, this.vocab, numSteps);
        labels = LabelledTexts.numbers(dataset.labels());
    }

    /** The numbers of the words. */
    public Vocab vocab() {
        return vocab;
    }

    @Override
    public Tensor[] get(int index) {
        int i = Dataset.require(index, length());
        return new Tensor[] {premises.get(i), hypotheses.get(i), labels.get(i)};
    }

    @Override
    public int length() {
        return labels.size(0);
    }
}
