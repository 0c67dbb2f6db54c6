package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.where;

import jacobi.operation.Default;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Texts as networks read them: lines, tokens, their counts, padding, masks, and how good a translation is. */
public final class Texts {
    private static final String TIME_MACHINE = "time_machine";

    private Texts() {}

    /**
     * The lines of H. G. Wells's <i>The Time Machine</i> (1895) in small letters, all else as one space: the book's
     * file if it is in {@code ../data} ({@code download("time_machine")} fetches it), or the text that comes with
     * Jacobi.
     */
    public static List<String> readTimeMachine() {
        Path own = Downloads.there(TIME_MACHINE);
        String text = own == null ? shipped("time-machine.txt.gz") : read(own);
        return text.lines()
                .map(line -> line.replaceAll("[^A-Za-z]+", " ").strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    static String shipped(String name) {
        try (InputStream in = Texts.class.getResourceAsStream("text/" + name)) {
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.file.not-read", "name", file), e);
        }
    }

    /** The words of each line. */
    public static List<List<String>> tokenize(List<String> lines) {
        return tokenize(lines, "word");
    }

    /** The words of each line, or its letters: {@code token} is "word" or "char". */
    public static List<List<String>> tokenize(List<String> lines, @Default("\"word\"") String token) {
        return switch (token) {
            case "word" -> lines.stream().map(Texts::words).toList();
            case "char" -> lines.stream().map(Texts::letters).toList();
            default -> throw new IllegalArgumentException(say("data.texts.token", "found", token));
        };
    }

    private static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
    }

    private static List<String> letters(String line) {
        return line.codePoints().mapToObj(Character::toString).toList();
    }

    /** How often each token is there, in the order of their first places; tokens, or lines of them. */
    public static Map<String, Integer> countCorpus(List<?> tokens) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Object part : tokens) {
            if (part instanceof List<?> line) {
                line.forEach(token -> counts.merge((String) token, 1, Integer::sum));
            } else {
                counts.merge((String) part, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** All runs of n tokens, each as one token with spaces between: {@code ngrams(words, 2)} are the bigrams. */
    public static List<String> ngrams(List<String> tokens, int n) {
        if (n < 1) {
            throw new IllegalArgumentException(say("data.texts.ngrams", "found", n));
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i + n <= tokens.size(); i++) {
            all.add(String.join(" ", tokens.subList(i, i + n)));
        }
        return all;
    }

    /** A line of numbers cut, or filled up at its end, to the length {@code numSteps}. */
    public static List<Integer> truncatePad(List<Integer> line, int numSteps, int paddingToken) {
        List<Integer> cut = new ArrayList<>(line.subList(0, Math.min(numSteps, line.size())));
        while (cut.size() < numSteps) {
            cut.add(paddingToken);
        }
        return cut;
    }

    /** Lines of numbers (lines, numSteps), each cut or filled up as by {@link #truncatePad}. */
    static Tensor padded(List<List<Integer>> lines, int numSteps, int paddingToken) {
        long[][] rows = new long[lines.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = truncatePad(lines.get(i), numSteps, paddingToken).stream()
                    .mapToLong(Integer::longValue)
                    .toArray();
        }
        return tensor((Object) rows);
    }

    /** As {@link #sequenceMask(Tensor, Tensor, double)}, with 0. */
    public static Tensor sequenceMask(Tensor X, Tensor validLen) {
        return sequenceMask(X, validLen, 0);
    }

    /**
     * What lies beyond the length of each sequence replaced by a value.
     *
     * @param X (sequences, length, …); not modified
     * @param validLen the length of each sequence
     */
    public static Tensor sequenceMask(Tensor X, Tensor validLen, @Default("0") double value) {
        if (X.dim() < 2 || validLen.dim() != 1 || validLen.size(0) != X.size(0)) {
            throw new IllegalArgumentException(say(
                    "data.texts.mask",
                    "shape",
                    X.shape().text(),
                    "lengths",
                    validLen.shape().text()));
        }
        Tensor inside =
                arange(X.size(1)).unsqueeze(0).lt(validLen.to(DType.int64).unsqueeze(1));
        int[] shape = new int[X.dim()];
        java.util.Arrays.fill(shape, 1);
        shape[0] = X.size(0);
        shape[1] = X.size(1);
        return X.maskedFill(inside.logicalNot().reshape(shape), value);
    }

    /**
     * Softmax along the last axis in which keys beyond a length have no weight.
     *
     * @param X scores (batch, queries, keys); not modified
     * @param validLens how many keys count: one number for each of the batch, or for each query of each; null for all
     */
    public static Tensor maskedSoftmax(Tensor X, @Default("null") Tensor validLens) {
        if (validLens == null) {
            return X.softmax(-1);
        }
        boolean each = validLens.dim() == 2;
        if (X.dim() != 3
                || validLens.size(0) != X.size(0)
                || (each ? validLens.size(1) != X.size(1) : validLens.dim() != 1)) {
            throw new IllegalArgumentException(say(
                    "data.texts.masked-softmax",
                    "shape",
                    X.shape().text(),
                    "lengths",
                    validLens.shape().text()));
        }
        Tensor lengths = each ? validLens.unsqueeze(2) : validLens.reshape(-1, 1, 1);
        // As the book's, a number so small that it leaves nothing, and not infinity, so that a row without keys has no
        // NaN.
        return where(arange(X.size(2)).lt(lengths), X, -1e6).softmax(-1);
    }

    /**
     * How good a predicted sequence of words is beside the right one: exp(min(0, 1 − right length / predicted length))
     * times the product over n from 1 to k of p_n to the power 1/2ⁿ, p_n being the share of predicted n-grams that are
     * right (Papineni et al. 2002).
     *
     * @param predSeq words with spaces between
     * @param labelSeq words with spaces between
     * @param k the longest n-grams
     */
    public static double bleu(String predSeq, String labelSeq, int k) {
        List<String> predicted = words(predSeq), right = words(labelSeq);
        double score = Math.exp(Math.min(0, 1 - right.size() / (double) predicted.size()));
        for (int n = 1; n <= Math.min(k, predicted.size()); n++) {
            Map<String, Integer> left = new HashMap<>();
            ngrams(right, n).forEach(gram -> left.merge(gram, 1, Integer::sum));
            int matches = 0;
            for (String gram : ngrams(predicted, n)) {
                if (left.getOrDefault(gram, 0) > 0) {
                    left.merge(gram, -1, Integer::sum);
                    matches++;
                }
            }
            score *= Math.pow(matches / (double) (predicted.size() - n + 1), Math.pow(0.5, n));
        }
        return score;
    }
}
