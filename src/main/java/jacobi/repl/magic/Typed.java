package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluation;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code %history}: the cells of this session as they were typed; of very many the newest. Any thread may ask. */
final class Typed {
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

    private final TreeMap<Integer, String> cells = new TreeMap<>();
    private int characters;

    synchronized void add(int number, String source) {
        if (number == 0) {
            return;
        }
        cells.put(number, source);
        characters += source.length();
        while (characters > MOST_CHARACTERS && cells.size() > 1) {
            characters -= cells.pollFirstEntry().getValue().length();
        }
    }

    /** Prints all, or those of a number or a range of them; with {@code -n} each with its number. */
    synchronized Evaluation print(Magic.Call call) throws MagicException {
        boolean numbers = false;
        int first = 1;
        int last = Integer.MAX_VALUE;
        for (String word : call.words()) {
            Matcher range = RANGE.matcher(word);
            if (word.equals("-n")) {
                numbers = true;
            } else if (range.matches()) {
                first = Integer.parseInt(range.group(1));
                last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            } else {
                throw new MagicException(say("magic.typed.write-number-range-cells"));
            }
        }
        // Not the cell that asks.
        last = Math.min(last, call.origin().cell() == 0 ? last : call.origin().cell() - 1);
        Map<Integer, String> asked = first > last ? Map.of() : cells.subMap(first, true, last, true);
        if (asked.isEmpty()) {
            throw new MagicException(say("magic.typed.session-run-no-such"));
        }
        for (Map.Entry<Integer, String> cell : asked.entrySet()) {
            System.out.println(
                    (numbers ? cell.getKey() + ": " : "") + cell.getValue().strip());
        }
        return new Evaluation.Done();
    }
}
