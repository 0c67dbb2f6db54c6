package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.rand;
import static jacobi.tensor.Tensors.randint;
import static jacobi.tensor.Tensors.tensor;

import jacobi.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Words and the words around them, from which vectors of words are learned (Mikolov et al. 2013). */
public final class SkipGrams {
    private SkipGrams() {}

    /** The sentences of the Penn Treebank that are to learn from, word by word: the book's file, fetched if need be. */
    public static List<List<String>> readPtb() {
        return readPtb(Downloads.downloadExtract("ptb"));
    }

    /** As {@link #readPtb()}, from a folder that has the file {@code ptb.train.txt}. */
    public static List<List<String>> readPtb(String dataDir) {
        return Texts.tokenize(
                Texts.read(Path.of(dataDir, "ptb.train.txt")).lines().toList());
    }

    /**
     * Sentences without words of the vocabulary's unknown ones, and without most of the most frequent: a word that
     * makes up a share f of all is kept with probability √(0.0001 / f).
     */
    public static Subsampled subsample(List<List<String>> sentences, Vocab vocab) {
        List<List<String>> known = sentences.stream()
                .map(line -> line.stream()
                        .filter(token -> vocab.get(token) != vocab.unk())
                        .toList())
                .toList();
        Map<String, Integer> counter = Texts.countCorpus(known);
        int all = counter.values().stream().mapToInt(Integer::intValue).sum();
        double[] chances = rand(all).toDoubleArray();
        List<List<String>> kept = new ArrayList<>();
        int at = 0;
        for (List<String> line : known) {
            List<String> some = new ArrayList<>();
            for (String token : line) {
                if (chances[at++] < Math.sqrt(1e-4 / counter.get(token) * all)) {
                    some.add(token);
                }
            }
            kept.add(some);
        }
        return new Subsampled(kept, counter);
    }

    /**
     * Each word of sentences of two or more, and those up to a distance from it, which is drawn anew for each.
     *
     * @param corpus sentences as numbers
     * @param maxWindowSize the largest distance
     */
    public static CentersContexts getCentersAndContexts(List<List<Integer>> corpus, int maxWindowSize) {
        if (maxWindowSize < 1) {
            throw new IllegalArgumentException(say("data.words.window", "found", maxWindowSize));
        }
        List<Integer> centers = new ArrayList<>();
        List<List<Integer>> contexts = new ArrayList<>();
        for (List<Integer> line : corpus) {
            if (line.size() < 2) {
                continue;
            }
            centers.addAll(line);
            int[] sizes = randint(1, maxWindowSize + 1, line.size()).toIntArray();
            for (int i = 0; i < line.size(); i++) {
                List<Integer> around = new ArrayList<>(
                        line.subList(Math.max(0, i - sizes[i]), Math.min(line.size(), i + 1 + sizes[i])));
                around.remove(Math.min(i, sizes[i]));
                contexts.add(around);
            }
        }
        return new CentersContexts(centers, contexts);
    }

    /**
     * Words that are not around: for each context K times as many, drawn as often as their count to the power 0.75.
     *
     * @param counter how often each word is there, as {@link #subsample} gives it
     */
    public static List<List<Integer>> getNegatives(
            List<List<Integer>> allContexts, Vocab vocab, Map<String, Integer> counter, int K) {
        double[] weights = IntStream.range(1, vocab.length())
                .mapToDouble(i -> Math.pow(counter.getOrDefault(vocab.toTokens(i), 0), 0.75))
                .toArray();
        RandomGenerator generator = new RandomGenerator(weights);
        Set<Integer> drawable = new HashSet<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                drawable.add(i + 1);
            }
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> context : allContexts) {
            Set<Integer> around = new HashSet<>(context);
            if (K > 0 && !context.isEmpty() && around.containsAll(drawable)) {
                throw new IllegalArgumentException(say("data.words.all-around", "count", drawable.size()));
            }
            List<Integer> negatives = new ArrayList<>();
            while (negatives.size() < context.size() * K) {
                int drawn = generator.draw();
                if (!around.contains(drawn)) {
                    negatives.add(drawn);
                }
            }
            all.add(negatives);
        }
        return all;
    }

    /**
     * Examples of (word, words around, words not around) as one batch: the words (batch, 1); those around and not
     * around, filled up with 0 to the longest; 1 where they are not filled up; 1 where they are around.
     */
    public static Tensor[] batchify(List<Tensor[]> data) {
        int longest =
                data.stream().mapToInt(e -> e[1].numel() + e[2].numel()).max().orElse(0);
        long[][] centers = new long[data.size()][1], both = new long[data.size()][longest];
        long[][] masks = new long[data.size()][longest], labels = new long[data.size()][longest];
        for (int i = 0; i < data.size(); i++) {
            Tensor[] example = data.get(i);
            centers[i][0] = example[0].toLongArray()[0];
            long[] around = example[1].toLongArray(), not = example[2].toLongArray();
            System.arraycopy(around, 0, both[i], 0, around.length);
            System.arraycopy(not, 0, both[i], around.length, not.length);
            Arrays.fill(masks[i], 0, around.length + not.length, 1);
            Arrays.fill(labels[i], 0, around.length, 1);
        }
        return new Tensor[] {
            tensor((Object) centers), tensor((Object) both), tensor((Object) masks), tensor((Object) labels)
        };
    }

    /** Batches of {@link #batchify} of the Penn Treebank, and the vocabulary of words that are there ten times. */
    public static WordLoader loadDataPtb(int batchSize, int maxWindowSize, int numNoiseWords) {
        return loadDataPtb(batchSize, maxWindowSize, numNoiseWords, readPtb(), 10);
    }

    static WordLoader loadDataPtb(
            int batchSize, int maxWindowSize, int numNoiseWords, List<List<String>> sentences, int minFreq) {
        Vocab vocab = new Vocab(sentences, minFreq, List.of());
        Subsampled kept = subsample(sentences, vocab);
        List<List<Integer>> corpus = kept.sentences().stream().map(vocab::get).toList();
        CentersContexts all = getCentersAndContexts(corpus, maxWindowSize);
        List<List<Integer>> negatives = getNegatives(all.contexts(), vocab, kept.counter(), numNoiseWords);
        Dataset examples = new Dataset() {
            @Override
            public Tensor[] get(int index) {
                int i = Dataset.require(index, length());
                return new Tensor[] {
                    tensor((long) all.centers().get(i)),
                    LabelledTexts.numbers(all.contexts().get(i)),
                    LabelledTexts.numbers(negatives.get(i))
                };
            }

            @Override
            public int length() {
                return all.centers().size();
            }
        };
        return new WordLoader(new DataLoader(examples, batchSize, true, null, 0, SkipGrams::batchify, false), vocab);
    }
}
