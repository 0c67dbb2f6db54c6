package jacobi.widget;

import jacobi.display.Comm;
import jacobi.display.CommMessage;
import jacobi.display.Comms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The widgets pages know, and the comm by which a page that joins asks for all of them at once. */
public final class Models {
    private static final String CONTROL = "jupyter.widget.control";
    private static final int SHOWN_OF_WHAT_IS_IGNORED = 80;

    private static final Map<String, Widget> OPEN = new ConcurrentHashMap<>();

    private Models() {}

    /** Lets pages ask for the widgets there are; to be called before the first one asks. */
    public static void register() {
        Comms.target(CONTROL, comm -> comm.onMessage(message -> asked(comm, message)));
    }

    static void add(String id, Widget widget) {
        OPEN.put(id, widget);
    }

    static void remove(String id) {
        OPEN.remove(id);
    }

    private static void asked(Comm control, CommMessage message) {
        if (!"request_states".equals(message.data().get("method"))) {
            Comms.ignored(control, "the method " + shortened(message.data().get("method")));
            return;
        }
        Map<String, Object> states = new LinkedHashMap<>();
        List<List<String>> paths = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        for (Comm comm : Comms.all()) {
            Widget widget = OPEN.get(comm.id());
            if (widget != null) {
                Map<String, Object> whole = widget.state();
                Buffers buffers = Buffers.of(whole);
                states.put(
                        comm.id(),
                        Map.of(
                                "model_name", whole.get("_model_name"),
                                "model_module", whole.get("_model_module"),
                                "model_module_version", whole.get("_model_module_version"),
                                "state", buffers.state()));
                for (List<String> path : buffers.paths()) {
                    paths.add(List.of(comm.id(), "state", path.get(0)));
                }
                bytes.addAll(buffers.bytes());
            }
        }
        control.send(Map.of("method", "update_states", "states", states, "buffer_paths", paths), bytes);
    }

    /** The beginning of what a page sent, for the log. */
    static String shortened(Object sent) {
        String text = String.valueOf(sent);
        return text.length() <= SHOWN_OF_WHAT_IS_IGNORED
                ? text
                : text.substring(0, SHOWN_OF_WHAT_IS_IGNORED) + " … (" + text.length() + " characters)";
    }
}
