package jacobi.widget;

/** A line to type text in. */
public final class Text extends Input<String, Text> {
    private final Property<String> value;

    Text(String value) {
        super(WidgetClass.control("Text", "TextView"), Style.description());
        this.value = property("value", Kind.TEXT, value).fromPage();
        property("placeholder", Kind.TEXT, "\u200b");
        property("continuous_update", Kind.TRUTH, true);
    }

    @Override
    public String value() {
        return value.get();
    }

    @Override
    public Text value(String now) {
        value.set(now);
        return this;
    }
}
