package jacobi.plot.style;

import java.util.List;

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

    private static final List<Theme> ALL = List.of(LIGHT, DARK, PRINT);

    public Theme {
        cycle = List.copyOf(cycle);
    }

    /** The theme of that name: {@code light}, {@code dark} or {@code print}. */
    public static Theme named(String name) {
        return ALL.stream()
                .filter(theme -> theme.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("theme: expected \"light\", \"dark\" or \"print\", found "
                                + (name == null ? "null" : '"' + name + '"')));
    }

    /** What a colour of {@link Colors#named} is on this theme's paper. */
    public String paint(String color) {
        if (color.charAt(0) == 'C') {
            return cycle.get((color.charAt(1) - '0') % cycle.size());
        }
        if (this == DARK) {
            return switch (color) {
                case "#000000" -> ink;
                case "#ffffff" -> paper;
                case "#0000ff" -> "#6f8cff";
                case "#008000" -> "#4fc24f";
                case "#bf00bf" -> "#f07cf0";
                default -> color;
            };
        }
        return color;
    }
}
