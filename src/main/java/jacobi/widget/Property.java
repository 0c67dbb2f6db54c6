package jacobi.widget;

import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** One property of a widget: its value, kept the same here and on the page. Guarded by its widget's lock. */
final class Property<T> {
    private final Widget owner;
    private final String key;
    private final Kind<T> kind;
    private UnaryOperator<T> check = value -> value;
    private boolean ofPage;
    private T value;

    /** @param key its name in Jupyter's protocol, as {@code continuous_update} */
    Property(Widget owner, String key, Kind<T> kind, T value) {
        this.owner = owner;
        this.key = key;
        this.kind = kind;
        this.value = value;
    }

    /**
     * Has {@code rule} say what becomes of a value it is given; it throws {@link IllegalArgumentException} for what
     * cannot be.
     */
    Property<T> checked(UnaryOperator<T> rule) {
        check = rule;
        return this;
    }

    /** Lets the page change it. */
    Property<T> fromPage() {
        ofPage = true;
        return this;
    }

    String key() {
        return key;
    }

    /** Its name in Java, as {@code continuousUpdate}. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("_")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        return name.toString();
    }

    T get() {
        synchronized (owner.lock()) {
            return value;
        }
    }

    /** Changes it, here and on the page, and tells who observes. */
    void set(T wanted) {
        T before;
        T now;
        synchronized (owner.lock()) {
            before = value;
            now = check.apply(wanted);
            value = now;
            if (Objects.equals(before, now)) {
                return;
            }
            owner.send(this);
        }
        owner.changed(new Change(owner, name(), before, now));
        owner.settle();
    }

    Object json() {
        return kind.writer().apply(get());
    }

    /**
     * Takes what the page sent.
     *
     * @return what has changed, or null if nothing has
     * @throws IllegalArgumentException if it is not of the kind
     */
    Change receive(Object json) {
        if (!ofPage) {
            throw new IllegalArgumentException("a page does not set it");
        }
        T read = read(json);
        synchronized (owner.lock()) {
            T before = value;
            value = check.apply(read);
            return Objects.equals(before, value) ? null : new Change(owner, name(), before, value);
        }
    }

    private T read(Object json) {
        try {
            return kind.reader().apply(json);
        } catch (ClassCastException | NullPointerException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("it takes " + kind.name());
        }
    }
}
