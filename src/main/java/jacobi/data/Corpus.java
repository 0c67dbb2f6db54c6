package jacobi.data;

import java.util.List;

/** The tokens of a text as numbers, and the vocabulary they are of. */
public record Corpus(List<Integer> corpus, Vocab vocab) {}
