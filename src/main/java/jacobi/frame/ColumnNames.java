package jacobi.frame;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Column names looked up, and what to say when one is not there. */
final class ColumnNames {
    private ColumnNames() {}

    static List<String> list(String first, String second, String... more) {
        List<String> names = new ArrayList<>(List.of(first, second));
        names.addAll(List.of(more));
        return names;
    }

    static int position(List<String> names, String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            String nearest = names.stream()
                    .filter(n -> distance(
                                    n.strip().toLowerCase(Locale.ROOT),
                                    name.strip().toLowerCase(Locale.ROOT))
                            <= 2)
                    .min(Comparator.comparingInt(n -> distance(n, name)))
                    .map(n -> say("frame.names.did-you-mean", "n", n))
                    .orElse("");
            throw new IllegalArgumentException(say(
                    "frame.names.no-column-columns",
                    "name",
                    name,
                    "map",
                    names.stream().map(n -> "'" + n + "'").collect(Collectors.joining(", ")),
                    "nearest",
                    nearest));
        }
        return at;
    }

    /** How many characters to change, add or take away to get from one name to the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
