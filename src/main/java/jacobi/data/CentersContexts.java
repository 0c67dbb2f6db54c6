package jacobi.data;

import java.util.List;

/** Words of sentences as numbers, and the words around each. */
public record CentersContexts(List<Integer> centers, List<List<Integer>> contexts) {}
