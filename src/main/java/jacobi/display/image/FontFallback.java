package jacobi.display.image;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names the font for characters that the figures' first font lacks, as a browser does by itself. */
final class FontFallback {
    private static final List<String> CJK = List.of(
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "Microsoft YaHei",
            "PingFang SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Noto Serif CJK SC",
            "Droid Sans Fallback",
            "SimSun",
            "Arial Unicode MS");

    /** Chinese, Japanese and Korean characters, inside elements. */
    private static final Pattern RUN =
            Pattern.compile("[\\u2E80-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFFEF]+");

    private FontFallback() {}

    /** The same SVG with a span of its own for each stretch that needs another font than the first of the list. */
    static String fonts(String svg) {
        int from = svg.indexOf("<text");
        if (from < 0 || !RUN.matcher(svg).region(from, svg.length()).find()) {
            return svg;
        }
        String span = "<tspan font-family=\"" + installed() + "\">$0</tspan>";
        return svg.substring(0, from) + RUN.matcher(svg.substring(from)).replaceAll(span);
    }

    /** The first font that is there; Java's own choice if none is. */
    private static String installed() {
        Set<String> names = new HashSet<>(
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
        return CJK.stream().filter(names::contains).findFirst().orElse(Font.SANS_SERIF);
    }
}
