package jacobi.repl;

import java.util.List;

/**
 * What may replace {@code source[start, end)}, best first.
 *
 * @param start UTF-16 index where the replaced text begins
 * @param end UTF-16 index after it
 */
public record Completions(int start, int end, List<Match> matches) {

    public Completions {
        matches = List.copyOf(matches);
    }

    /** Whether arguments are among them that may be given by name. */
    public boolean hasParameters() {
        return matches.stream().anyMatch(match -> match.type().equals("param"));
    }

    /**
     * One candidate.
     *
     * @param text what is inserted
     * @param type one of the words of {@code _jupyter_types_experimental}: function, class, instance, module, keyword,
     *     magic, param, path, statement
     * @param signature the parameter list and type, or an empty string
     */
    public record Match(String text, String type, String signature) {}
}
