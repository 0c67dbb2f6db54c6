package jacobi.data;

import java.util.List;

/**
 * Sentences, what somebody said of each, and whether that follows from it (0), contradicts it (1) or does neither (2).
 */
public record SentencePairs(List<String> premises, List<String> hypotheses, List<Integer> labels) {}
