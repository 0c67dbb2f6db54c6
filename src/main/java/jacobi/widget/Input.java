package jacobi.widget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * A widget with a value that a reader sets.
 *
 * @param <T> the value's type
 * @param <W> its own class, which settings return
 */
public abstract non-sealed class Input<T, W extends Input<T, W>> extends Described<W> implements Control<T> {
    private final Property<Boolean> disabled = property("disabled", Kind.TRUTH, false);

    Input(WidgetClass type, Style style) {
        super(type, style);
    }

    /** Sets the value, here and on every page. */
    public abstract W value(T value);

    /** Whether readers cannot change it. */
    public final W disabled(boolean disable) {
        disabled.set(disable);
        return self();
    }

    /** Calls {@code observer} with each new value. */
    public final W onChange(Consumer<? super T> observer) {
        observe(change -> observer.accept(value()), "value");
        return self();
    }

    /** How a value is told in words. */
    String label(T value) {
        if (!(value instanceof Double number)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
        return Math.abs(rounded.scale()) < 5 ? rounded.toPlainString() : rounded.toString();
    }

    /** Whether its values lie along a line. */
    boolean slides() {
        return false;
    }

    @Override
    public List<T> samples(int most) {
        return List.of(value());
    }

    @Override
    public String toString() {
        String name = description().isEmpty() ? "" : ", description=\"" + description() + "\"";
        return kind() + "(value=" + shown(value()) + name + ")";
    }

    private static String shown(Object value) {
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }
}
