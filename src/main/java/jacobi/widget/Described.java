package jacobi.widget;

/**
 * A widget with a description beside it.
 *
 * @param <W> its own class, which settings return
 */
public abstract class Described<W extends Described<W>> extends DomWidget<W> {
    private final Property<String> description = property("description", Kind.TEXT, "");
    private final Property<Boolean> html = property("description_allow_html", Kind.TRUTH, false);
    private final Style style;

    Described(WidgetClass type, Style style) {
        super(type);
        this.style = style;
        property("style", Kind.WIDGET, style);
    }

    /** What stands beside it. */
    public final String description() {
        return description.get();
    }

    /** Sets what stands beside it; between dollar signs it is mathematics. */
    public final W description(String text) {
        description.set(text);
        return self();
    }

    /** Whether the description is HTML; else its signs are shown as they are. */
    public final W descriptionAllowHtml(boolean allow) {
        html.set(allow);
        return self();
    }

    /** Its colours and the width of its description. */
    public final Style style() {
        return style;
    }

    @Override
    public void close() {
        super.close();
        style.close();
    }
}
