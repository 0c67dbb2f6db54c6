package jacobi.widget;

import jacobi.display.Html;
import jacobi.display.image.SvgImage;
import jacobi.language.Ansi;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a function shows for some values, as a page without widgets can show it.
 *
 * @param parts drawings in SVG, and HTML of anything else
 * @param line the first line of it as text
 */
record Shot(List<String> parts, String line) {
    static Shot of(List<Map<String, Object>> outputs) {
        List<String> parts = outputs.stream().map(Shot::part).toList();
        String text = outputs.stream().map(Shot::text).collect(Collectors.joining("\n"));
        return new Shot(parts, text.strip().lines().findFirst().orElse(""));
    }

    private static String part(Map<String, Object> output) {
        if (output.get("data") instanceof Map<?, ?> data) {
            if (data.get("image/svg+xml") instanceof String svg) {
                return svg;
            }
            if (data.get("text/html") instanceof String html) {
                return html;
            }
        }
        return "<pre>" + Html.escape(text(output)) + "</pre>";
    }

    private static String text(Map<String, Object> output) {
        if (output.get("data") instanceof Map<?, ?> data) {
            return String.valueOf(data.get("text/plain"));
        }
        if (output.get("traceback") instanceof List<?> lines) {
            return Ansi.removed(lines.stream().map(String::valueOf).collect(Collectors.joining("\n")));
        }
        return String.valueOf(output.getOrDefault("text", ""));
    }

    /** Its lines, the parts with a sign between them that no text has. */
    List<String> lines() {
        return String.join("\u0000", parts).lines().toList();
    }

    /** Whether it is one drawing and nothing else. */
    boolean isDrawing() {
        return parts.size() == 1 && isDrawing(parts.get(0));
    }

    private static boolean isDrawing(String part) {
        return part.startsWith("<svg");
    }

    /** All of it as HTML. */
    String html() {
        return parts.stream()
                .map(part -> isDrawing(part) ? new SvgImage(part, line).toSmallHtml() : part)
                .collect(Collectors.joining());
    }
}
