package jacobi.widget;

import jacobi.display.Comms;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms of an interaction: widgets, and for pages that have none what it shows now. */
final class Fallback {
    private Fallback() {}

    static Map<String, Object> data(Interaction interaction) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (Comms.isConnected()) {
            data.put(
                    "application/vnd.jupyter.widget-view+json",
                    interaction.box().view());
        }
        data.put("text/plain", "interact(" + interaction.values() + ")");
        return data;
    }
}
