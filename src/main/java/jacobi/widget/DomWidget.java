package jacobi.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * A widget that is seen.
 *
 * @param <W> its own class, which settings return
 */
public abstract class DomWidget<W extends DomWidget<W>> extends Widget {
    private final Layout layout = new Layout();
    private final Property<List<String>> classes = property("_dom_classes", Kind.TEXTS, List.of());
    private final Property<String> tooltip;

    DomWidget(WidgetClass type) {
        this(type, null);
    }

    DomWidget(WidgetClass type, String tooltip) {
        super(type);
        property("layout", Kind.WIDGET, layout);
        property("tabbable", Kind.TRUTH_OR_NULL, null);
        this.tooltip = property("tooltip", Kind.TEXT_OR_NULL, tooltip);
    }

    /** This widget, as its own class. */
    @SuppressWarnings("unchecked")
    final W self() {
        return (W) this;
    }

    /** Its size and place on the page. */
    public final Layout layout() {
        return layout;
    }

    /** How wide it is, as {@code "300px"} or {@code "50%"}. */
    public final W width(String css) {
        layout.set("width", css);
        return self();
    }

    /** How high it is, as {@code "300px"}. */
    public final W height(String css) {
        layout.set("height", css);
        return self();
    }

    /** The text that shows while the pointer rests on it. */
    public final W tooltip(String text) {
        tooltip.set(text);
        return self();
    }

    /** Adds a CSS class to its element. */
    public final W addClass(String name) {
        List<String> all = new ArrayList<>(classes.get());
        if (!all.contains(name)) {
            all.add(name);
            classes.set(List.copyOf(all));
        }
        return self();
    }

    /** Takes it from all pages, with its layout. */
    @Override
    public void close() {
        super.close();
        layout.close();
    }
}
