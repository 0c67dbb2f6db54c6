package jacobi.widget;

/**
 * Text on the page that code changes and readers do not.
 *
 * @param <W> its own class, which settings return
 */
public abstract class ShownText<W extends ShownText<W>> extends Described<W> {
    private final Property<String> value;

    ShownText(String name, String value) {
        super(WidgetClass.control(name, name + "View"), Style.description());
        property("placeholder", Kind.TEXT, "\u200b");
        this.value = property("value", Kind.TEXT, value);
    }

    /** What it shows. */
    public final String value() {
        return value.get();
    }

    /** Shows something else. */
    public final W value(String text) {
        value.set(text);
        return self();
    }

    @Override
    public String toString() {
        return kind() + "(\"" + value() + "\")";
    }
}
