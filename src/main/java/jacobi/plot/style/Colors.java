package jacobi.plot.style;

import static jacobi.language.Say.say;

import jacobi.language.JarText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Colours by the names matplotlib knows: one letter, {@code C0} to {@code C9}, CSS names, {@code tab:} and hex. */
public final class Colors {
    /** The ten colours series take in turn. */
    static final String[] TABLEAU = {
        "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf"
    };

    private static final String[] TABLEAU_NAMES = {
        "blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan"
    };

    private static final Map<Character, String> LETTERS = Map.of(
            'b', "#0000ff", 'g', "#008000", 'r', "#ff0000", 'c', "#00bfbf", 'm', "#bf00bf", 'y', "#bfbf00", 'k',
            "#000000", 'w', "#ffffff");

    private Colors() {}

    /** What a colour is called where none is painted. */
    public static final String NONE = "none";

    /**
     * The colour of that name as {@code #rrggbb}, or {@code none}; {@code C0} and its like stay as they are, because
     * the theme decides what they mean.
     *
     * @throws IllegalArgumentException if no colour has that name; the message lists the known
     */
    public static String named(String name) {
        String color = find(name);
        if (color == null) {
            throw new IllegalArgumentException(say(
                    "plot.color.name", "found", (name == null ? "null" : '"' + name + '"'), "offer", suggestion(name)));
        }
        return color;
    }

    /** As {@link #named}, or null if no colour has that name. */
    static String find(String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        if (name.length() == 1 && LETTERS.containsKey(name.charAt(0))) {
            return LETTERS.get(name.charAt(0));
        }
        if (name.length() == 2 && name.charAt(0) == 'C' && Character.digit(name.charAt(1), 10) >= 0) {
            return name;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals(NONE)) {
            return NONE;
        }
        if (lower.startsWith("#")) {
            return hex(lower);
        }
        for (int i = 0; i < TABLEAU_NAMES.length; i++) {
            if (lower.equals("tab:" + TABLEAU_NAMES[i]) || lower.equals("tab:grey") && i == 7) {
                return TABLEAU[i];
            }
        }
        if (lower.matches("[01]|[01]?\\.\\d+|[01]\\.") && Double.parseDouble(lower) <= 1) {
            int level = (int) Math.round(Double.parseDouble(lower) * 255);
            return String.format(Locale.ROOT, "#%02x%02x%02x", level, level, level);
        }
        return Named.CSS.get(lower);
    }

    /** The longest CSS name {@code text} starts with at {@code from}, or null. */
    static String nameAt(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        for (; end > from + 1; end--) {
            String name = text.substring(from, end).toLowerCase(Locale.ROOT);
            if (Named.CSS.containsKey(name)) {
                return name;
            }
        }
        return null;
    }

    static boolean isLetter(char c) {
        return LETTERS.containsKey(c);
    }

    private static String hex(String text) {
        if (text.matches("#[0-9a-f]{6}")) {
            return text;
        }
        if (text.matches("#[0-9a-f]{3}")) {
            return "#" + text.charAt(1) + text.charAt(1) + text.charAt(2) + text.charAt(2) + text.charAt(3)
                    + text.charAt(3);
        }
        return null;
    }

    private static String suggestion(String name) {
        if (name == null || name.length() < 3) {
            return "";
        }
        String lower = name.toLowerCase(Locale.ROOT);
        Set<String> names = Named.CSS.keySet();
        return names.stream()
                .filter(known -> known.startsWith(lower.substring(0, 3)))
                .sorted()
                .findFirst()
                .map(known -> say("plot.color.meant", "name", known))
                .orElse("");
    }

    /** Read when the first name is used: most figures need letters only. */
    private static final class Named {
        static final Map<String, String> CSS = read();

        private static Map<String, String> read() {
            Map<String, String> colors = new HashMap<>();
            JarText.table(Colors.class, "/jacobi/plot/colors.txt").forEach(line -> {
                int space = line.indexOf(' ');
                colors.put(line.substring(0, space), line.substring(space + 1));
            });
            return colors;
        }
    }
}
