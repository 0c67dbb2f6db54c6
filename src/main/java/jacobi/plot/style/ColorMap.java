package jacobi.plot.style;

import static jacobi.language.Say.say;

import jacobi.language.JarText;
import java.util.Map;
import java.util.TreeMap;

/** A scale of colours for numbers, by matplotlib's names. */
public final class ColorMap {
    /** How many different colours a map gives. */
    public static final int LEVELS = 256;

    private final String name;
    private final int[] colors;

    private ColorMap(String name, int[] colors) {
        this.name = name;
        this.colors = colors;
    }

    /** The map of that name; {@code _r} after it turns it round. */
    public static ColorMap named(String name) {
        boolean reversed = name != null && name.endsWith("_r");
        String plain = reversed ? name.substring(0, name.length() - 2) : name;
        plain = plain == null ? null : plain.replace("grey", "gray");
        int[] colors = plain == null ? null : All.MAPS.get(plain);
        if (colors == null) {
            throw new IllegalArgumentException(say(
                    "plot.cmap.name",
                    "known",
                    String.join(", ", All.MAPS.keySet()),
                    "found",
                    (name == null ? "null" : '"' + name + '"')));
        }
        if (reversed) {
            colors = colors.clone();
            for (int i = 0; i < LEVELS / 2; i++) {
                int last = colors[LEVELS - 1 - i];
                colors[LEVELS - 1 - i] = colors[i];
                colors[i] = last;
            }
        }
        return new ColorMap(name, colors);
    }

    public String name() {
        return name;
    }

    /** The colours from the lowest to the highest as {@code 0xRRGGBB}. Not to be modified. */
    public int[] colors() {
        return colors;
    }

    /** The number of the colour for a place between 0 and 1; beyond, the first or the last. */
    public static int level(double place) {
        return (int) Math.max(0, Math.min(LEVELS - 1, Math.floor(place * LEVELS)));
    }

    /** The colour for a place between 0 and 1 as {@code #rrggbb}. */
    public String at(double place) {
        return hex(colors[level(place)]);
    }

    public static String hex(int rgb) {
        return "#" + Integer.toHexString(0x1000000 | rgb & 0xffffff).substring(1);
    }

    private static final class All {
        static final Map<String, int[]> MAPS = read();

        private static Map<String, int[]> read() {
            Map<String, int[]> maps = new TreeMap<>();
            JarText.table(ColorMap.class, "/jacobi/plot/colormaps.txt").forEach(line -> {
                String[] words = line.split(" ");
                boolean steps = words[0].startsWith("*");
                maps.put(steps ? words[0].substring(1) : words[0], steps ? steps(words) : between(words));
            });
            return maps;
        }

        /** All levels, each of the given colours for as many as the others. */
        private static int[] steps(String[] words) {
            int[] levels = new int[LEVELS];
            for (int i = 0; i < LEVELS; i++) {
                levels[i] = Integer.parseInt(words[1 + i * (words.length - 1) / LEVELS], 16);
            }
            return levels;
        }

        /** All levels, on straight lines between the given colours. */
        private static int[] between(String[] words) {
            int last = words.length - 2;
            int[] levels = new int[LEVELS];
            for (int i = 0; i < LEVELS; i++) {
                double at = i * (double) last / (LEVELS - 1);
                int from = Math.min(last - 1, (int) at);
                int low = Integer.parseInt(words[1 + from], 16);
                int high = Integer.parseInt(words[2 + from], 16);
                for (int shift = 0; shift <= 16; shift += 8) {
                    double a = low >> shift & 255;
                    double b = high >> shift & 255;
                    levels[i] |= (int) Math.round(a + (b - a) * (at - from)) << shift;
                }
            }
            return levels;
        }
    }
}
