package jacobi.data;

import java.util.List;

/** Sentences of two languages, word by word. */
public record Pairs(List<List<String>> source, List<List<String>> target) {}
