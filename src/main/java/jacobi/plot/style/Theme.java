package jacobi.plot.style;

import static jacobi.language.Say.say;

import java.util.List;
import java.util.Locale;

/**
 * The colours of a figure's paper, ink and series.
 *
 * @param paper the background; {@code none} would show the page through
 * @param ink text, frames and ticks
 * @param grid the lines under the data
 * @param edge the frame of a legend
 * @param cycle the colours series take in turn, {@code C0} first
 */
public record Theme(String name, String paper, String ink, String grid, String edge, List<String> cycle) {
    public static final Theme LIGHT =
            new Theme("light", "#ffffff", "#000000", "#b0b0b0", "#cccccc", List.of(Colors.TABLEAU));

    /** Lighter series on dark paper; black marks turn white, because they would vanish. */
    public static final Theme DARK = new Theme(
            "dark",
            "#111111",
            "#e6e6e6",
            "#4d4d4d",
            "#666666",
            List.of(
                    "#4fa8e0", "#ff9d45", "#5fcf5f", "#ff6b6b", "#b894e0", "#c49c94", "#f5a3dc", "#b0b0b0", "#d6d84a",
                    "#4fdbe8"));

    /** For paper and for eyes that confuse red and green: the palette of Okabe and Ito, ordered by how dark they print. */
    public static final Theme PRINT = new Theme(
            "print",
            "#ffffff",
            "#000000",
            "#d0d0d0",
            "#000000",
            List.of(
                    "#000000", "#d55e00", "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#7f7f7f", "#999933",
                    "#332288"));

    /** How much of a pale colour is left on dark paper: enough to tell boxes apart, with text well readable. */
    private static final double AREA = 0.3;

    private static final List<Theme> ALL = List.of(LIGHT, DARK, PRINT);

    public Theme {
        cycle = List.copyOf(cycle);
    }

    /** The theme of that name: {@code light}, {@code dark} or {@code print}. */
    public static Theme named(String name) {
        return ALL.stream()
                .filter(theme -> theme.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        say("plot.theme.name", "found", (name == null ? "null" : '"' + name + '"'))));
    }

    /** What a colour of {@link Colors#named} is on this theme's paper; on dark paper grays are as far from it as on white. */
    public String paint(String color) {
        if (color.charAt(0) == 'C') {
            return cycle.get((color.charAt(1) - '0') % cycle.size());
        }
        if (this == DARK) {
            return switch (color) {
                case "#0000ff" -> "#6f8cff";
                case "#008000" -> "#4fc24f";
                case "#bf00bf" -> "#f07cf0";
                default ->
                    isGray(color) ? between(ink, paper, Integer.parseInt(color.substring(1, 3), 16) / 255.0) : color;
            };
        }
        return color;
    }

    /**
     * What the inside of a box is that text in this theme's ink stands in: on dark paper a pale colour becomes as dark a
     * colour of the same hue.
     */
    public String area(String color) {
        String painted = paint(color);
        if (this != DARK || painted.equals(Colors.NONE) || isGray(color)) {
            return painted;
        }
        return between(paper, painted, AREA);
    }

    private static boolean isGray(String color) {
        return color.length() == 7 && color.regionMatches(1, color, 3, 2) && color.regionMatches(1, color, 5, 2);
    }

    /** The colour that far on the way from one to another. */
    private static String between(String from, String to, double way) {
        StringBuilder color = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            int start = Integer.parseInt(from.substring(i, i + 2), 16);
            int end = Integer.parseInt(to.substring(i, i + 2), 16);
            color.append(String.format(Locale.ROOT, "%02x", Math.round(start + way * (end - start))));
        }
        return color.toString();
    }
}
