package jacobi.widget;

/** HTML among widgets, with mathematics between dollar signs. */
public final class HtmlMath extends Described<HtmlMath> {
    private final Property<String> value;

    HtmlMath(String value) {
        super(WidgetClass.control("HTMLMath", "HTMLMathView"), Style.description());
        property("placeholder", Kind.TEXT, "\u200b");
        this.value = property("value", Kind.TEXT, value);
    }

    /** What it shows. */
    public String value() {
        return value.get();
    }

    /** Shows something else. */
    public HtmlMath value(String text) {
        value.set(text);
        return this;
    }

    @Override
    public String toString() {
        return kind() + "(\"" + value() + "\")";
    }
}
