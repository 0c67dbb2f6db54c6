package jacobi.data;

import jacobi.operation.Default;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences in English and French, as networks learn to translate them. */
public final class Translations {
    private static final List<String> RESERVED = List.of("<pad>", "<bos>", "<eos>");

    private Translations() {}

    /**
     * Lines of an English sentence, a tab, and the French one: the book's file if {@code downloadExtract("fra-eng")}
     * has fetched it, or the hundred that come with Jacobi.
     */
    public static String readDataNmt() {
        return Downloads.there("fra-eng") == null
                ? Texts.shipped("fra-eng.txt")
                : Texts.read(Path.of(Downloads.downloadExtract("fra-eng"), "fra.txt"));
    }

    /** Small letters, plain spaces, and a space before each mark. */
    public static String preprocessNmt(String text) {
        return text.replace('\u202f', ' ')
                .replace('\u00a0', ' ')
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=[^ ])([,.!?])", " $1");
    }

    /** The words of all lines. */
    public static Pairs tokenizeNmt(String text) {
        return tokenizeNmt(text, null);
    }

    /** The words of the first {@code numExamples} lines, of all if it is null. */
    public static Pairs tokenizeNmt(String text, @Default("null") Integer numExamples) {
        List<List<String>> source = new ArrayList<>(), target = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t");
            if (numExamples != null && source.size() >= numExamples) {
                break;
            }
            if (parts.length >= 2) {
                source.add(List.of(parts[0].split(" ")));
                target.add(List.of(parts[1].split(" ")));
            }
        }
        return new Pairs(source, target);
    }

    /** Sentences as numbers, each with its end marked and cut or padded to {@code numSteps}. */
    public static PaddedText buildArrayNmt(List<List<String>> lines, Vocab vocab, int numSteps) {
        List<List<Integer>> ended = new ArrayList<>();
        for (List<String> line : lines) {
            List<Integer> numbers = new ArrayList<>(vocab.get(line));
            numbers.add(vocab.get("<eos>"));
            ended.add(numbers);
        }
        Tensor array = Texts.padded(ended, numSteps, vocab.get("<pad>"));
        return new PaddedText(
                array, array.ne(vocab.get("<pad>")).to(DType.int64).sum(1));
    }

    /** As {@link #loadDataNmt(int, int, Integer)}, of 600 sentences. */
    public static TranslationLoader loadDataNmt(int batchSize, int numSteps) {
        return loadDataNmt(batchSize, numSteps, 600);
    }

    /** Batches of sentences in both languages with their lengths, and the vocabularies. */
    public static TranslationLoader loadDataNmt(int batchSize, int numSteps, @Default("600") Integer numExamples) {
        Pairs pairs = tokenizeNmt(preprocessNmt(readDataNmt()), numExamples);
        Vocab source = new Vocab(pairs.source(), 2, RESERVED), target = new Vocab(pairs.target(), 2, RESERVED);
        PaddedText x = buildArrayNmt(pairs.source(), source, numSteps),
                y = buildArrayNmt(pairs.target(), target, numSteps);
        TensorDataset data = new TensorDataset(x.array(), x.validLen(), y.array(), y.validLen());
        return new TranslationLoader(new DataLoader(data, batchSize, true), source, target);
    }
}
