package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for tokens: 0 for unknown ones, then those that are reserved, then the others, the most frequent first. */
public final class Vocab {
    private static final String UNKNOWN = "<unk>";

    private final List<Map.Entry<String, Integer>> frequencies;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Of all tokens of a text. */
    public Vocab(List<?> tokens) {
        this(tokens, 0, List.of());
    }

    /**
     * Of the tokens of a text.
     *
     * @param tokens a list of them, or a list of lines of them
     * @param minFreq tokens seen less often have no number
     * @param reservedTokens tokens with a number whether they are seen or not, as "&lt;pad&gt;"
     */
    public Vocab(
            @Default("java.util.List.of()") List<?> tokens,
            @Default("0") int minFreq,
            @Default("java.util.List.of()") List<String> reservedTokens) {
        List<Map.Entry<String, Integer>> counted =
                new ArrayList<>(Texts.countCorpus(tokens).entrySet());
        counted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        frequencies =
                counted.stream().map(e -> Map.entry(e.getKey(), e.getValue())).toList();
        add(UNKNOWN);
        reservedTokens.forEach(this::add);
        for (Map.Entry<String, Integer> entry : frequencies) {
            if (entry.getValue() < minFreq) {
                break;
            }
            add(entry.getKey());
        }
    }

    private void add(String token) {
        if (numbers.putIfAbsent(token, tokens.size()) == null) {
            tokens.add(token);
        }
    }

    /** How many numbers there are. */
    public int length() {
        return tokens.size();
    }

    /** As {@link #length()}. */
    public int size() {
        return length();
    }

    /** The number of a token, 0 of one that has none. */
    public int get(String token) {
        return numbers.getOrDefault(token, 0);
    }

    /** The numbers of several tokens. */
    public List<Integer> get(Collection<String> tokens) {
        return tokens.stream().map(this::get).toList();
    }

    /** The token with a number. */
    public String toTokens(int index) {
        if (index < 0 || index >= tokens.size()) {
            throw new IndexOutOfBoundsException(say("data.vocab.index", "length", tokens.size(), "index", index));
        }
        return tokens.get(index);
    }

    /** The tokens with these numbers. */
    public List<String> toTokens(Collection<Integer> indices) {
        return indices.stream().map(i -> toTokens((int) i)).toList();
    }

    /** The tokens with the numbers that a tensor holds, in row-major order. */
    public List<String> toTokens(Tensor indices) {
        return java.util.Arrays.stream(indices.toIntArray())
                .mapToObj(this::toTokens)
                .toList();
    }

    /** How often each token was seen, the most frequent first. */
    public List<Map.Entry<String, Integer>> tokenFreqs() {
        return frequencies;
    }

    /** The number of unknown tokens. */
    public int unk() {
        return 0;
    }

    @Override
    public String toString() {
        return say("data.vocab.summary", "n", tokens.size(), "first", tokens.subList(0, Math.min(8, tokens.size())));
    }
}
