package jacobi.widget;

import java.util.List;

/** Two properties kept the same by the page alone, with no kernel asked; {@link #close} parts them. */
public final class Link extends Widget {
    /** A link that pages know of: of such widgets as have a place on a page, now or later. */
    static Link opened(String name, Widget source, String sourceName, Widget target, String targetName) {
        Link link = new Link(name, source, sourceName, target, targetName);
        link.open();
        return link;
    }

    /** @param name {@code Link}, or {@code DirectionalLink} from the first to the second only */
    private Link(String name, Widget source, String sourceName, Widget target, String targetName) {
        super(WidgetClass.control(name, null));
        property("source", END, new End(source, source.keyOf(sourceName)));
        property("target", END, new End(target, target.keyOf(targetName)));
    }

    private record End(Widget widget, String key) {}

    private static final Kind<End> END = new Kind<>(
            "a widget and a property",
            json -> {
                throw new IllegalArgumentException("a page does not set it");
            },
            end -> List.of("IPY_MODEL_" + end.widget.open(), end.key));
}
