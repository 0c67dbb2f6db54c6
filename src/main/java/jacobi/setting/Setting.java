package jacobi.setting;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A value that cells may set for the rest of a session, as how tensors are printed or how large figures are. All of
 * them together are the state of a session beside its names: {@link #resetAll} makes them what they are in a new one.
 *
 * @param <T> immutable
 */
public final class Setting<T> {
    private static final List<Setting<?>> ALL = new CopyOnWriteArrayList<>();

    private final T initial;
    private volatile T value;

    /** A setting, to be kept in a constant: it is remembered for as long as the program runs. */
    public Setting(T initial) {
        this.initial = initial;
        value = initial;
        ALL.add(this);
    }

    public T get() {
        return value;
    }

    public void set(T value) {
        this.value = value;
    }

    /** Puts every setting back to what a new session starts with. */
    public static void resetAll() {
        ALL.forEach(Setting::reset);
    }

    private void reset() {
        value = initial;
    }
}
