package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.tensor;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Texts with a class each: reviews of films, and pairs of sentences. */
public final class LabelledTexts {
    private static final Map<String, Integer> CLASSES = Map.of("entailment", 0, "contradiction", 1, "neutral", 2);

    private LabelledTexts() {}

    /**
     * Reviews of films (Maas et al. 2011), first those that praise.
     *
     * @param dataDir the folder of the archive, as {@code downloadExtract("aclImdb", "aclImdb")} gives it
     * @param isTrain whether they are to learn from, else to test
     */
    public static Reviews readImdb(String dataDir, boolean isTrain) {
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (String label : List.of("pos", "neg")) {
            Path folder = Path.of(dataDir, isTrain ? "train" : "test", label);
            // Sorted, as a folder's order is another one on every machine.
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    texts.add(Texts.read(file).replace("\n", ""));
                    labels.add(label.equals("pos") ? 1 : 0);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(say("data.file.not-read", "name", folder), e);
            }
        }
        return new Reviews(texts, labels);
    }

    /** As {@link #loadDataImdb(int, int)}, of 500 words each. */
    public static TextLoaders loadDataImdb(int batchSize) {
        return loadDataImdb(batchSize, 500);
    }

    /**
     * Batches of reviews as numbers (batch, steps) and their labels, and the vocabulary of words that are there five
     * times; the archive is fetched if need be.
     */
    public static TextLoaders loadDataImdb(int batchSize, @Default("500") int numSteps) {
        return loadDataImdb(batchSize, numSteps, Downloads.downloadExtract("aclImdb", "aclImdb"));
    }

    static TextLoaders loadDataImdb(int batchSize, int numSteps, String dataDir) {
        Reviews train = readImdb(dataDir, true), test = readImdb(dataDir, false);
        List<List<String>> words = Texts.tokenize(train.data());
        Vocab vocab = new Vocab(words, 5, List.of());
        return new TextLoaders(
                new DataLoader(reviews(words, train, vocab, numSteps), batchSize, true),
                new DataLoader(reviews(Texts.tokenize(test.data()), test, vocab, numSteps), batchSize),
                vocab);
    }

    private static Dataset reviews(List<List<String>> words, Reviews reviews, Vocab vocab, int numSteps) {
        return new TensorDataset(padded(words, vocab, numSteps), numbers(reviews.labels()));
    }

    static Tensor padded(List<List<String>> lines, Vocab vocab, int numSteps) {
        return Texts.padded(lines.stream().map(vocab::get).toList(), numSteps, vocab.get("<pad>"));
    }

    static Tensor numbers(List<Integer> labels) {
        return tensor((Object) labels.stream().mapToLong(Integer::longValue).toArray());
    }

    /**
     * Pairs of sentences (Bowman et al. 2015) on which those who were asked agreed.
     *
     * @param dataDir the folder of the archive, as {@code downloadExtract("SNLI")} gives it
     * @param isTrain whether they are to learn from, else to test
     */
    public static SentencePairs readSnli(String dataDir, boolean isTrain) {
        Path file = Path.of(dataDir, isTrain ? "snli_1.0_train.txt" : "snli_1.0_test.txt");
        List<String> premises = new ArrayList<>(), hypotheses = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        Texts.read(file).lines().skip(1).map(line -> line.split("\t")).forEach(row -> {
            if (row.length > 2 && CLASSES.containsKey(row[0])) {
                premises.add(plain(row[1]));
                hypotheses.add(plain(row[2]));
                labels.add(CLASSES.get(row[0]));
            }
        });
        return new SentencePairs(premises, hypotheses, labels);
    }

    /** A parsed sentence without the brackets of its tree. */
    private static String plain(String tree) {
        return tree.replaceAll("[()]", "").replaceAll("\\s{2,}", " ").strip();
    }

    /** As {@link #loadDataSnli(int, int)}, of 50 words each. */
    public static TextLoaders loadDataSnli(int batchSize) {
        return loadDataSnli(batchSize, 50);
    }

    /** Batches of premises, hypotheses and labels, and the vocabulary; the archive is fetched if need be. */
    public static TextLoaders loadDataSnli(int batchSize, @Default("50") int numSteps) {
        return loadDataSnli(batchSize, numSteps, Downloads.downloadExtract("SNLI"));
    }

    static TextLoaders loadDataSnli(int batchSize, int numSteps, String dataDir) {
        SNLIDataset train = new SNLIDataset(readSnli(dataDir, true), numSteps);
        SNLIDataset test = new SNLIDataset(readSnli(dataDir, false), numSteps, train.vocab());
        return new TextLoaders(new DataLoader(train, batchSize, true), new DataLoader(test, batchSize), train.vocab());
    }
}
