package jacobi.plot.film;

import jacobi.display.image.SvgImage;
import jacobi.language.JarText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * HTML that shows a still picture, and a script that puts something in its place that can be moved. A page that does
 * not trust its notebook takes the script away and keeps the picture. The script is of the jar, and loads nothing.
 */
public final class PageScript {
    private PageScript() {}

    /**
     * The picture, and the call of a script on it.
     *
     * @param still what is seen where nothing runs
     * @param script a resource that holds a function; its first argument is the class of the element around the picture
     * @param arguments the other arguments, as a script writes them
     */
    public static String html(SvgImage still, String script, String arguments) {
        return html(still.toHtml(), script, arguments);
    }

    /** As {@link #html(SvgImage, String, String)}, with one element of HTML as what is seen where nothing runs. */
    public static String html(String still, String script, String arguments) {
        CRC32 sum = new CRC32();
        sum.update(arguments.getBytes(StandardCharsets.UTF_8));
        String id = String.format(Locale.ROOT, "jacobi-%08x", sum.getValue());
        return "<div class=\"" + id + "\">" + still + "</div><script>" + JarText.script(PageScript.class, script) + "("
                + quoted(id) + "," + arguments + ");</script>";
    }

    /** The class of the element of such HTML, by which its script finds it. */
    public static String idOf(String html) {
        return html.replaceFirst("(?s)^<div class=\"([^\"]+)\".*", "$1");
    }

    /** Text as a script writes it; nothing in it ends the script. */
    public static String quoted(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "")
                        .replace("\u2028", " ")
                        .replace("\u2029", " ")
                        .replace("</", "<\\/")
                        .replace("<!--", "<\\!--")
                + "'";
    }

    /** Texts as a list of a script. */
    public static String quoted(String... texts) {
        return Arrays.stream(texts).map(PageScript::quoted).collect(Collectors.joining(",", "[", "]"));
    }
}
