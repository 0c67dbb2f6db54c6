package jacobi.widget;

/** HTML among widgets. */
public final class Html extends Described<Html> {
    private final Property<String> value;

    Html(String value) {
        super(WidgetClass.control("HTML", "HTMLView"), Style.description());
        property("placeholder", Kind.TEXT, "\u200b");
        this.value = property("value", Kind.TEXT, value);
    }

    /** What it shows. */
    public String value() {
        return value.get();
    }

    /** Shows something else. */
    public Html value(String text) {
        value.set(text);
        return this;
    }

    @Override
    public String toString() {
        return kind() + "(\"" + value() + "\")";
    }
}
