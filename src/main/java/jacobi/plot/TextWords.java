package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.mark.Note;
import jacobi.plot.mark.TextFrame;
import jacobi.plot.mark.TextLook;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what calls say about texts: their letters, the box behind them, the arrow from them. */
final class TextWords {
    static final String[] UP = {"baseline", "bottom", "center", "center_baseline", "top"};

    private static final Pattern ARC = Pattern.compile("arc3(?:,rad=([+-]?(?:\\d+\\.?\\d*|\\.\\d+)))?");

    private TextWords() {}

    static TextLook look(
            String ha,
            String va,
            double fontsize,
            String fontweight,
            String fontstyle,
            String color,
            double rotation,
            Object bbox) {
        TextLook look = new TextLook(10);
        look.ha = ImageWords.oneOf("ha", ha, "left", "center", "right");
        look.va = ImageWords.oneOf("va", va, UP);
        look.italic = fontstyle != null
                && !ImageWords.oneOf("fontstyle", fontstyle, "normal", "italic", "oblique")
                        .equals("normal");
        look.rotation = rotation;
        AxesWords.write(look, fontsize, color, fontweight);
        look.frame = bbox == null ? null : frame(bbox);
        return look;
    }

    /** A box in a colour, or as a map says it. */
    static TextFrame frame(Object bbox) {
        if (bbox instanceof String color) {
            return new TextFrame(Colors.named(color), "#000000", 1, 0.3, false, 1);
        }
        Map<String, Object> keys = keys(
                "bbox",
                bbox,
                "facecolor",
                "fc",
                "edgecolor",
                "ec",
                "color",
                "alpha",
                "pad",
                "lw",
                "linewidth",
                "boxstyle");
        String color = text(keys, "color", null);
        String style = text(keys, "boxstyle", "square");
        double pad = 0.3;
        int comma = style.indexOf("pad=");
        if (comma >= 0) {
            pad = number("pad", style.substring(comma + 4).split(",")[0]);
        } else if (keys.containsKey("pad")) {
            // Beside a style matplotlib counts it in points.
            pad = number(keys, "pad", 0) / 10;
        }
        String name = style.split(",")[0].strip();
        ImageWords.oneOf("boxstyle", name, "square", "round", "round4", "circle");
        return new TextFrame(
                Colors.named(text(keys, keys.containsKey("fc") ? "fc" : "facecolor", color == null ? "C0" : color)),
                Colors.named(text(keys, keys.containsKey("ec") ? "ec" : "edgecolor", color == null ? "k" : color)),
                number(keys, keys.containsKey("lw") ? "lw" : "linewidth", 1),
                pad,
                !name.equals("square"),
                number(keys, "alpha", 1));
    }

    /** An arrow in a style, or as a map says it. */
    static Note.Pointer pointer(Object arrowprops) {
        if (arrowprops instanceof String style) {
            return new Note.Pointer("#000000", 1, 5, headed(style), Dash.SOLID, 2, 0);
        }
        Map<String, Object> keys = keys(
                "arrowprops",
                arrowprops,
                "arrowstyle",
                "color",
                "facecolor",
                "edgecolor",
                "lw",
                "linewidth",
                "width",
                "headwidth",
                "headlength",
                "shrink",
                "shrinkA",
                "shrinkB",
                "linestyle",
                "ls",
                "connectionstyle");
        boolean plain = !keys.containsKey("arrowstyle");
        String color = text(keys, "color", text(keys, "facecolor", text(keys, "edgecolor", "k")));
        double width = number(keys, "lw", number(keys, "linewidth", plain ? number(keys, "width", 4) : 1));
        // The heads of matplotlib's plain arrows are three times as wide as their shafts.
        double head = number(keys, "headlength", number(keys, "headwidth", plain ? 3 * width : 5));
        double shrink = number(keys, "shrinkB", 2);
        return new Note.Pointer(
                Colors.named(color),
                width,
                head,
                headed(text(keys, "arrowstyle", "->")),
                Dash.named(text(keys, "ls", text(keys, "linestyle", "-"))),
                shrink,
                bend(text(keys, "connectionstyle", "arc3")));
    }

    /** What matplotlib calls {@code rad}. */
    private static double bend(String style) {
        Matcher arc = ARC.matcher(style.replace(" ", ""));
        if (!arc.matches()) {
            throw new IllegalArgumentException(say("plot.text.connectionstyle", "style", style));
        }
        return arc.group(1) == null ? 0 : Double.parseDouble(arc.group(1));
    }

    private static boolean headed(String style) {
        return !ImageWords.oneOf("arrowstyle", style.split(",")[0], "->", "-|>", "-", "fancy", "simple")
                .equals("-");
    }

    private static Map<String, Object> keys(String name, Object given, String... known) {
        if (!(given instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(say("plot.text.map", "name", name, "known", known[0], "found", given));
        }
        Map<String, Object> keys = new TreeMap<>();
        map.forEach((key, value) -> keys.put(ImageWords.oneOf(name, String.valueOf(key), known), value));
        return keys;
    }

    private static String text(Map<String, Object> keys, String key, String usual) {
        Object found = keys.get(key);
        return found == null ? usual : found.toString();
    }

    private static double number(Map<String, Object> keys, String key, double usual) {
        Object found = keys.get(key);
        return found == null
                ? usual
                : found instanceof Number number ? number.doubleValue() : number(key, found.toString());
    }

    private static double number(String key, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(say("plot.text.number", "key", key, "found", text));
        }
    }
}
