package jacobi.plot.style;

import static jacobi.language.Say.say;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The colours of a figure's paper, ink and series, its letters, and how large it is.
 *
 * @param paper the background; {@code none} would show the page through
 * @param ink text, frames and ticks
 * @param grid the lines under the data
 * @param edge the frame of a legend
 * @param cycle the colours series take in turn, {@code C0} first
 * @param fonts what a page is asked for
 * @param page how many times larger than usual a picture is
 * @param letters how many times larger its letters are, and how many times thicker its lines
 */
public record Theme(
        String name,
        String paper,
        String ink,
        String grid,
        String edge,
        List<String> cycle,
        String fonts,
        double page,
        double letters) {
    /** The CJK fonts are those of Linux, Windows and macOS. */
    public static final String SANS =
            "DejaVu Sans, Verdana, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif";

    private static final Map<String, String> FONTS = Map.of(
            "sans",
            SANS,
            "serif",
            "DejaVu Serif, Georgia, Noto Serif CJK SC, SimSun, Songti SC, serif",
            "mono",
            "DejaVu Sans Mono, Consolas, Menlo, Noto Sans Mono CJK SC, NSimSun, monospace");

    private static final String PROJECTOR = "projector";
    public static final Theme LIGHT =
            colors("light", "#ffffff", "#000000", "#b0b0b0", "#cccccc", List.of(Colors.TABLEAU));

    /** Lighter series on dark paper; black marks turn white, because they would vanish. */
    public static final Theme DARK = colors(
            "dark",
            "#111111",
            "#e6e6e6",
            "#4d4d4d",
            "#666666",
            List.of(
                    "#4fa8e0", "#ff9d45", "#5fcf5f", "#ff6b6b", "#b894e0", "#c49c94", "#f5a3dc", "#b0b0b0", "#d6d84a",
                    "#4fdbe8"));

    /**
     * For paper and for eyes that confuse red and green: the palette of Okabe and Ito, ordered by how dark they print.
     */
    public static final Theme PRINT = colors(
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

    private static Theme colors(String name, String paper, String ink, String grid, String edge, List<String> cycle) {
        return new Theme(name, paper, ink, grid, edge, cycle, SANS, 1, 1);
    }

    /**
     * The theme of one or more words: {@code light}, {@code dark} or {@code print} for colours; {@code projector} for
     * larger pictures whose letters and lines are larger still; {@code sans}, {@code serif} or {@code mono} for
     * letters.
     */
    public static Theme named(String words) {
        Theme theme = LIGHT;
        for (String word : words == null || words.isBlank()
                ? new String[] {""}
                : words.strip().split("[\\s,+]+")) {
            Optional<Theme> colors =
                    ALL.stream().filter(each -> each.name.equals(word)).findFirst();
            if (colors.isPresent()) {
                theme = colors.get().with(theme.fonts, theme.page, theme.letters);
            } else if (word.equals(PROJECTOR)) {
                theme = theme.with(theme.fonts, 1.5, 1.7);
            } else if (FONTS.containsKey(word)) {
                theme = theme.with(FONTS.get(word), theme.page, theme.letters);
            } else {
                throw new IllegalArgumentException(
                        say("plot.theme.name", "found", (words == null ? "null" : '"' + words + '"')));
            }
        }
        return theme;
    }

    private Theme with(String otherFonts, double otherPage, double otherLetters) {
        return new Theme(name, paper, ink, grid, edge, cycle, otherFonts, otherPage, otherLetters);
    }

    /** A length in points of a picture whose size is asked for, in points of what is drawn before it is enlarged. */
    public double inside(double length) {
        return length * page / letters;
    }

    private boolean isDark() {
        return name.equals(DARK.name);
    }

    /**
     * What a colour of {@link Colors#named} is on this theme's paper; on dark paper grays are as far from it as on
     * white.
     */
    public String paint(String color) {
        if (color.charAt(0) == 'C') {
            return cycle.get((color.charAt(1) - '0') % cycle.size());
        }
        if (isDark()) {
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
     * What the inside of a box is that text in this theme's ink stands in: on dark paper a pale colour becomes as dark
     * a colour of the same hue.
     */
    public String area(String color) {
        String painted = paint(color);
        if (!isDark() || painted.equals(Colors.NONE) || isGray(color)) {
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
