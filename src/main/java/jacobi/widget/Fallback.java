package jacobi.widget;

import jacobi.display.Comms;
import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.plot.film.PageScript;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How an interaction is shown: its widgets, which a page without any shows as a line of text, and frames for some
 * values of its controls. A script hides the frames while the widgets are there to be moved, and else lets a reader
 * move them; where none runs a few of them stand side by side. One output with both forms would not do: a stored page
 * whose front end has widgets would choose these, and wait for a kernel that has ended.
 *
 * <p>The script gives a live page some seconds to build the widgets. A page that closes them at once has none, and is
 * told to show the frames without waiting.
 */
final class Fallback {
    private Fallback() {}

    static DisplayHandle show(Interaction interaction) {
        if (!Comms.isConnected()) {
            return Displays.display(MimeBundle.text(line(interaction)));
        }
        Map<String, Object> live = new LinkedHashMap<>();
        live.put("application/vnd.jupyter.widget-view+json", interaction.box().view());
        live.put("text/plain", line(interaction));
        DisplayHandle handle = Displays.display(new MimeBundle(live, Map.of()));
        // A reader sees the widgets meanwhile.
        Shots frames = Shots.of(interaction);
        MimeBundle waiting = bundle(frames, false);
        interaction.box().addClass(idOf(waiting) + "-live");
        DisplayHandle fallback = Displays.display(waiting);
        interaction.box().whenClosedByPage(() -> fallback.update(bundle(frames, true)));
        return handle;
    }

    private static String idOf(MimeBundle frames) {
        return PageScript.idOf((String) frames.data().get("text/html"));
    }

    private static MimeBundle bundle(Shots frames, boolean alone) {
        return new MimeBundle(Map.of("text/html", html(frames, alone)), Map.of());
    }

    /** The call and the first line of what it shows. */
    private static String line(Interaction interaction) {
        String values = interaction.named().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
        return "interact(" + values + "): " + Shot.of(interaction.shown()).line();
    }

    /**
     * The frames as HTML: those that stand still first, which a script takes away.
     *
     * @param alone whether the page is known to have no widgets
     */
    private static String html(Shots frames, boolean alone) {
        String still = "<div>" + frames.still() + "</div>";
        String axes = frames.axes().stream().map(Fallback::json).collect(Collectors.joining(",", "[", "]"));
        String reel = frames.shots().size() < 2 ? "[],[]" : frames.reel().script();
        return PageScript.html(
                still, "/jacobi/widget/interact.js", reel + "," + axes + "," + alone + "," + still.hashCode());
    }

    private static String json(Shots.Axis axis) {
        return "{name:" + PageScript.quoted(axis.name()) + ",at:" + axis.at() + ",slides:" + axis.slides() + ",labels:"
                + axis.labels().stream().map(PageScript::quoted).collect(Collectors.joining(",", "[", "]")) + "}";
    }
}
