package jacobi.plot.film;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Texts that are much alike, each line that occurs once: what stays the same from picture to picture is not repeated.
 *
 * @param lines each line that occurs
 * @param texts the lines of each text, by number
 */
public record Reel(List<String> lines, List<List<Integer>> texts) {

    /** Texts by their lines. */
    public static Reel of(List<List<String>> texts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<List<Integer>> coded = new ArrayList<>();
        for (List<String> text : texts) {
            List<Integer> code = new ArrayList<>();
            for (String line : text) {
                code.add(numbers.computeIfAbsent(line, next -> numbers.size()));
            }
            coded.add(code);
        }
        return new Reel(List.copyOf(numbers.keySet()), coded);
    }

    /** How many characters it takes of a page. */
    public int length() {
        return script().length();
    }

    /** The lines and the texts as two arguments of a script. */
    public String script() {
        return lines.stream().map(PageScript::quoted).collect(Collectors.joining(",", "[", "],"))
                + texts.toString().replace(" ", "");
    }
}
