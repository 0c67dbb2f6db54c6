package jacobi.widget;

import java.util.function.UnaryOperator;

/**
 * An input whose value is a property of its own; that of a choice follows from the number of an option.
 *
 * @param <T> the value's type
 * @param <W> its own class, which settings return
 */
public abstract class Entry<T, W extends Entry<T, W>> extends Input<T, W> {
    private Property<T> value;

    Entry(WidgetClass type, Style style) {
        super(type, style);
    }

    /** Sets its first value; each constructor calls it once. */
    final void begin(Kind<T> kind, T first) {
        begin(kind, first, now -> now);
    }

    /** As {@link #begin(Kind, Object)}, with a rule for what becomes of values it cannot take. */
    final void begin(Kind<T> kind, T first, UnaryOperator<T> rule) {
        value = property("value", kind, rule.apply(first)).fromPage().checked(rule);
    }

    @Override
    public T value() {
        return value.get();
    }

    @Override
    public W value(T now) {
        value.set(now);
        return self();
    }
}
