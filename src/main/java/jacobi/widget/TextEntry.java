package jacobi.widget;

/**
 * A place to type text in.
 *
 * @param <W> its own class, which settings return
 */
public abstract class TextEntry<W extends TextEntry<W>> extends Entry<String, W> {
    TextEntry(String name, String value) {
        super(WidgetClass.control(name, name + "View"), Style.description());
        begin(Kind.TEXT, value);
        property("placeholder", Kind.TEXT, "\u200b");
        property("continuous_update", Kind.TRUTH, true);
    }
}
