package jacobi.widget;

import jacobi.display.Comm;
import jacobi.display.CommLine;
import jacobi.display.CommMessage;
import jacobi.display.Comms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page that keeps what it is sent, and says what a test has it say. */
final class Page implements CommLine, AutoCloseable {
    /** The states of the widgets it knows, as they are on the page. */
    final Map<String, Map<String, Object>> states = new LinkedHashMap<>();
    /** What was said after opening: method and state. */
    final List<Map<String, ?>> said = new ArrayList<>();
    /** What was ignored of what it sent. */
    final List<String> log = new ArrayList<>();

    final List<CommMessage> openings = new ArrayList<>();

    Page() {
        Comms.line(this);
    }

    @Override
    public void open(Comm comm, CommMessage opening) {
        openings.add(opening);
        states.put(comm.id(), new LinkedHashMap<>(state(opening.data())));
    }

    @Override
    public void send(Comm comm, CommMessage message) {
        said.add(message.data());
        if (message.data().get("method").equals("update")) {
            states.get(comm.id()).putAll(state(message.data()));
        }
    }

    @Override
    public void close(Comm comm) {
        states.remove(comm.id());
    }

    @Override
    public void ignored(Comm comm, String what) {
        log.add(what);
    }

    @Override
    public void whenAnswered(Comm comm, Runnable drawing) {
        drawing.run();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> state(Map<String, ?> data) {
        return (Map<String, Object>) data.get("state");
    }

    /** The state the page has of a widget, which it learns of now if it has not yet. */
    Map<String, Object> of(Widget widget) {
        return states.get(widget.open());
    }

    /** Sets a property of a widget as a reader's hand does. */
    void sets(Widget widget, String key, Object value) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(key, value);
        says(widget, Map.of("method", "update", "state", state, "buffer_paths", List.of()));
    }

    /** Says something to a widget. */
    void says(Widget widget, Map<String, ?> data) {
        Comms.received(widget.open(), new CommMessage(data));
    }

    @Override
    public void close() {
        Comms.line(null);
    }
}
