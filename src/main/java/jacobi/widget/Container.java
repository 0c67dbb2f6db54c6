package jacobi.widget;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A widget that holds others.
 *
 * @param <W> its own class, which settings return
 */
public abstract class Container<W extends Container<W>> extends DomWidget<W> {
    private final Property<List<Widget>> children;

    Container(String name, List<? extends Widget> children) {
        super(WidgetClass.control(name));
        property("box_style", Kind.TEXT, "");
        this.children = property("children", Kind.WIDGETS, List.copyOf(children));
    }

    /** What it holds. */
    public final List<Widget> children() {
        return children.get();
    }

    /** Holds others from now on. */
    public final W children(Widget... others) {
        children.set(List.of(others));
        return self();
    }

    @Override
    public String toString() {
        return kind() + children().stream().map(Widget::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
