package jacobi.data;

import java.util.List;
import java.util.Map;

/** Sentences without most of their most frequent words, and how often each word was there before. */
public record Subsampled(List<List<String>> sentences, Map<String, Integer> counter) {}
