package jacobi.display.image;

import static jacobi.language.Say.say;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** Fonts whose emoji are outlines: Java draws nothing for those that are pictures. */
    private static final List<String> EMOJI = List.of(
            "Segoe UI Emoji",
            "Apple Color Emoji",
            "Noto Emoji",
            "Symbola",
            "OpenMoji",
            "Segoe UI Symbol",
            "DejaVu Sans");

    /** Fonts of coloured pictures, in which Java finds letters that it cannot draw. */
    private static final Pattern PICTURES = Pattern.compile("(?i).*(noto color emoji|twemoji|joypixels).*");

    /** Chinese, Japanese and Korean characters, inside elements, and a space after them. */
    private static final Pattern RUN =
            Pattern.compile("([\\u2E80-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFFEF]+)( ?)");

    /** Signs that fonts of letters may lack, each with the mark that asks for colour. */
    private static final Pattern SIGN = Pattern.compile("[\\u2600-\\u27BF\\u2B50\\u2B55\\u231A\\u231B]\\uFE0F?");

    private static final Map<Integer, String> FOUND = new ConcurrentHashMap<>();

    static final AtomicBoolean TOLD = new AtomicBoolean();

    private FontFallback() {}

    /** The same SVG with a span of its own for each stretch that needs another font than the first of the list. */
    static String fonts(String svg) {
        return fonts(svg, names());
    }

    /** @param names the families of fonts there are */
    static String fonts(String svg, Set<String> names) {
        int from = svg.indexOf("<text");
        if (from < 0) {
            return svg;
        }
        String text = svg.substring(from);
        if (RUN.matcher(text).find()) {
            String span = span(chinese(names)).replace("$0", "$1");
            // JSVG leaves out a space after the first span, unless it is one that must not break.
            text = RUN.matcher(text).replaceAll(run -> span + (run.group(2).isEmpty() ? "" : "\u00A0"));
        }
        if (SIGN.matcher(text).find()) {
            text = SIGN.matcher(text).replaceAll(sign -> {
                String font = fontOf(sign.group().codePointAt(0));
                return font == null
                        ? sign.group()
                        : span(font).replace("$0", sign.group().replace("\uFE0F", ""));
            });
        }
        return svg.substring(0, from) + text;
    }

    private static String span(String font) {
        return "<tspan font-family=\"" + font + "\">$0</tspan>";
    }

    /** The first font that is there; Java's own choice if none is, which may draw boxes: that is said once. */
    private static String chinese(Set<String> names) {
        return CJK.stream().filter(names::contains).findFirst().orElseGet(() -> {
            if (TOLD.compareAndSet(false, true)) {
                System.err.println(say("display.fonts.no-chinese"));
            }
            return Font.SANS_SERIF;
        });
    }

    /** A font that has a character, or null if none on this machine has it. */
    static String fontOf(int codePoint) {
        String font = FOUND.computeIfAbsent(codePoint, wanted -> {
            Set<String> names = names();
            return EMOJI.stream()
                    .filter(names::contains)
                    .filter(name -> has(name, wanted))
                    .findFirst()
                    .orElseGet(() -> names.stream()
                            .filter(name -> !PICTURES.matcher(name).matches())
                            .sorted()
                            .filter(name -> has(name, wanted))
                            .findFirst()
                            .orElse(""));
        });
        return font.isEmpty() ? null : font;
    }

    private static boolean has(String font, int codePoint) {
        return new Font(font, Font.PLAIN, 10).canDisplay(codePoint);
    }

    private static Set<String> names() {
        return new HashSet<>(
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
    }
}
