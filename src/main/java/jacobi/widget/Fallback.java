package jacobi.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jacobi.display.Comms;
import jacobi.plot.film.PageScript;

/**
 * The forms of an interaction. Where a page has widgets it shows these; any other, and the page stored or exported, has
 * frames for some values of the controls: a script lets a reader move them, and where none runs a few of them stand one
 * after the other. A console has a line.
 */
final class Fallback {
    private Fallback() {}

    static Map<String, Object> data(Interaction interaction) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (Comms.isConnected()) {
            data.put("application/vnd.jupyter.widget-view+json", interaction.box().view());
            data.put("text/html", html(Frames.of(interaction)));
        }
        data.put("text/plain", line(interaction));
        return data;
    }

    /** The call and the first line of what it shows. */
    private static String line(Interaction interaction) {
        String values = interaction.named().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
        return "interact(" + values + "): " + Shot.of(interaction.shown()).line();
    }

    /** The frames as HTML: those that stand still first, which a script takes away. */
    private static String html(Frames frames) {
        String still = "<div>" + frames.still() + "</div>";
        if (frames.shots().size() < 2) {
            return still;
        }
        String axes = frames.axes().stream().map(Fallback::json).collect(Collectors.joining(",", "[", "]"));
        return PageScript.html(still, "/jacobi/widget/interact.js", frames.reel().script() + "," + axes);
    }

    private static String json(Frames.Axis axis) {
        return "{name:" + PageScript.quoted(axis.name()) + ",at:" + axis.at() + ",slides:" + axis.slides() + ",labels:"
                + axis.labels().stream().map(PageScript::quoted).collect(Collectors.joining(",", "[", "]")) + "}";
    }
}
