package jacobi.data;

import java.util.List;

/** Texts, and for each whether it praises (1) or blames (0). */
public record Reviews(List<String> data, List<Integer> labels) {}
