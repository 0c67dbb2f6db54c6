package jacobi.widget;

/**
 * A bar that shows how far something has come.
 *
 * @param <N> the type of its numbers
 * @param <W> its own class, which settings return
 */
public abstract class ProgressBar<N extends Comparable<N>, W extends ProgressBar<N, W>> extends Described<W> {
    private final Property<String> barStyle = property("bar_style", Kind.TEXT, "");
    private final Bounds<N> bounds;
    private final Property<N> value;

    ProgressBar(String name, Kind<N> kind, N min, N max, N value) {
        super(WidgetClass.control(name, "ProgressView"), Style.progress());
        bounds = Bounds.of(this, kind, min, max);
        property("orientation", Kind.TEXT, "horizontal");
        this.value = property("value", kind, value).checked(bounds::within);
    }

    /** How far it has come. */
    public final N value() {
        return value.get();
    }

    /** Sets how far it has come, between the ends. */
    public final W value(N now) {
        value.set(now);
        return self();
    }

    /**
     * Its colour, by meaning: {@code "success"}, {@code "info"}, {@code "warning"}, {@code "danger"}, or {@code ""}.
     */
    public final W barStyle(String meaning) {
        barStyle.set(meaning);
        return self();
    }

    @Override
    public String toString() {
        return kind() + "(" + value() + " of " + bounds.max().get() + ")";
    }
}
