package jacobi.widget;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Comm;
import jacobi.display.CommMessage;
import jacobi.display.Comms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * One of Jupyter's widgets: properties that are the same here and on every page that shows it, by version 2 of the
 * widgets' protocol over a comm.
 *
 * <p>A widget comes to the page when it is first shown, or when another that holds it is. What a page sends is checked
 * like anything from outside: what is not understood is ignored, with a line in the kernel's log.
 */
public abstract class Widget implements DisplayDataRenderable {
    private static final String TARGET = "jupyter.widget";
    private static final Map<String, ?> PROTOCOL = Map.of("version", "2.1.0");
    private static final MIMEType VIEW = MIMEType.parse("application/vnd.jupyter.widget-view+json");

    private final WidgetClass type;
    private final Object lock = new Object();
    private final Map<String, Property<?>> properties = new LinkedHashMap<>();
    private final List<Consumer<Change>> observers = new CopyOnWriteArrayList<>();
    private final List<Runnable> redraws = new CopyOnWriteArrayList<>();
    private Comm comm;
    private boolean closed;
    private Runnable unknown = () -> {};
    /** Whether something has changed since the redraws were called. */
    private volatile boolean stale;

    Widget(WidgetClass type) {
        this.type = type;
    }

    final <T> Property<T> property(String key, Kind<T> kind, T value) {
        Property<T> property = new Property<>(this, key, kind, value);
        properties.put(key, property);
        return property;
    }

    final Object lock() {
        return lock;
    }

    /** What kind of widget it is, as {@code FloatSlider}. */
    final String kind() {
        return type.name();
    }

    /**
     * Calls {@code observer} after each change of a property, on the page or here.
     *
     * @param names the properties, as {@code "value"}; all of them if none is named
     */
    public final void observe(Consumer<Change> observer, String... names) {
        Set<String> wanted = Set.of(names);
        wanted.forEach(this::checkName);
        observers.add(change -> {
            if (wanted.isEmpty() || wanted.contains(change.name())) {
                observer.accept(change);
            }
        });
    }

    /** Calls {@code redraw} after changes, once for those between which newer ones were on their way here. */
    final void redrawing(Runnable redraw) {
        redraws.add(redraw);
    }

    /** The names of what may be observed. */
    List<String> names() {
        return properties.values().stream().map(Property::name).toList();
    }

    private void checkName(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(say(
                    "widget.widget.no-property", "kind", kind(), "name", name, "known", String.join(", ", names())));
        }
    }

    /** The key of a property in the protocol, by its name in Java. */
    final String keyOf(String name) {
        checkName(name);
        return properties.values().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .map(Property::key)
                .orElse(name);
    }

    /** The id of the model on the page, which learns of it now if it has not yet. */
    final String open() {
        synchronized (lock) {
            if (comm == null) {
                Buffers buffers = Buffers.of(state());
                Map<String, ?> data = Map.of("state", buffers.state(), "buffer_paths", buffers.paths());
                comm = Comms.open(TARGET, new CommMessage(data, PROTOCOL, buffers.bytes()));
                comm.onMessage(this::received);
                comm.onClose(this::closedByPage);
                Models.add(comm.id(), this);
            }
            return comm.id();
        }
    }

    private boolean isOpen() {
        return comm != null && !closed;
    }

    /** The whole state, for a page that learns of it or joins. */
    final Map<String, Object> state() {
        Map<String, Object> state = type.keys();
        properties.forEach((key, property) -> PageNames.put(state, this, key, property.json()));
        return state;
    }

    /** Takes it from all pages, for good; a second time does nothing. */
    public void close() {
        boolean first;
        synchronized (lock) {
            first = isOpen();
            closed = true;
        }
        if (first) {
            Models.remove(comm.id());
            comm.close();
        }
    }

    private void closedByPage() {
        Runnable told;
        synchronized (lock) {
            closed = true;
            told = unknown;
        }
        Models.remove(comm.id());
        told.run();
    }

    /**
     * Calls {@code told} if a page closes it, or has: JupyterLab does so at once where it has no widgets, as a front
     * end does with any comm that it knows no target for.
     */
    final void whenClosedByPage(Runnable told) {
        synchronized (lock) {
            if (!closed) {
                unknown = told;
                return;
            }
        }
        told.run();
    }

    /** Tells the page of a property; to be called with the lock held, so that the newest value comes last. */
    final void send(Property<?> property) {
        if (isOpen()) {
            Map<String, Object> state = new LinkedHashMap<>();
            PageNames.put(state, this, property.key(), property.json());
            send("update", state);
        }
    }

    private void send(String method, Map<String, Object> state) {
        Buffers buffers = Buffers.of(state);
        comm.send(Map.of("method", method, "state", buffers.state(), "buffer_paths", buffers.paths()), buffers.bytes());
    }

    /** Tells who observes. */
    void changed(Change change) {
        stale = true;
        observers.forEach(observer -> observer.accept(change));
    }

    /** Has redrawn what shows the widget's value, unless a newer one is on its way. */
    final void settle() {
        if (stale && (comm == null || comm.waiting() == 0)) {
            stale = false;
            redraws.forEach(Runnable::run);
        }
    }

    private void received(CommMessage message) {
        Object method = message.data().get("method");
        try {
            if ("update".equals(method) && message.data().get("state") instanceof Map<?, ?> state) {
                update(state);
            } else if ("request_state".equals(method)) {
                synchronized (lock) {
                    send("update", state());
                }
            } else if ("custom".equals(method) && message.data().get("content") instanceof Map<?, ?> content) {
                custom(content);
            } else {
                ignored("the method " + Models.shortened(method));
            }
        } finally {
            if (stale) {
                comm.whenAnswered(this::settle);
            }
        }
    }

    private void update(Map<?, ?> sent) {
        List<Change> changes = new ArrayList<>();
        synchronized (lock) {
            Map<String, Object> echo = new LinkedHashMap<>();
            Map<String, Object> corrected = new LinkedHashMap<>();
            sent.forEach((key, value) -> {
                try {
                    Property<?> property = properties.get(PageNames.read(String.valueOf(key)));
                    if (property == null) {
                        throw new IllegalArgumentException("there is no such property");
                    }
                    Change change = property.receive(value);
                    if (change != null) {
                        changes.add(change);
                    }
                    Object now = property.json();
                    PageNames.put(isSame(now, value) ? echo : corrected, this, property.key(), now);
                } catch (IllegalArgumentException e) {
                    ignored(Models.shortened(key) + ": " + e.getMessage());
                }
            });
            // Other pages that show it follow; this one, too, where its value was not taken as it is.
            if (!echo.isEmpty()) {
                send("echo_update", echo);
            }
            if (!corrected.isEmpty()) {
                send("update", corrected);
            }
        }
        changes.forEach(this::changed);
    }

    /** Whether a value here is what a page sent, which may write 3 for 3.0. */
    private static boolean isSame(Object here, Object sent) {
        if (here instanceof Number one && sent instanceof Number other) {
            return one.doubleValue() == other.doubleValue();
        }
        if (here instanceof List<?> ours && sent instanceof List<?> theirs && ours.size() == theirs.size()) {
            for (int i = 0; i < ours.size(); i++) {
                if (!isSame(ours.get(i), theirs.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(here, sent);
    }

    /** What the page says beside properties, as that a button was pressed. */
    void custom(Map<?, ?> content) {
        ignored("the message " + Models.shortened(content));
    }

    private void ignored(String what) {
        Comms.ignored(comm, kind() + ", " + what);
    }

    @Override
    public Set<MIMEType> getSupportedRenderTypes() {
        return Comms.isConnected() ? Set.of(VIEW, MIMEType.TEXT_PLAIN) : Set.of(MIMEType.TEXT_PLAIN);
    }

    @Override
    public void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_PLAIN, this::toString);
        if (Comms.isConnected()) {
            context.renderIfRequested(VIEW, this::view);
        }
    }

    /** What a page needs to show it. */
    final Map<String, Object> view() {
        return Map.of("version_major", 2, "version_minor", 0, "model_id", open());
    }

    /** The widget in a line, as a console shows it. */
    @Override
    public String toString() {
        return kind() + "()";
    }
}
