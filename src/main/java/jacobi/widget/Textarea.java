package jacobi.widget;

/** Several lines to type text in. */
public final class Textarea extends Input<String, Textarea> {
    private final Property<String> value;

    Textarea(String value) {
        super(WidgetClass.control("Textarea", "TextareaView"), Style.description());
        this.value = property("value", Kind.TEXT, value).fromPage();
        property("placeholder", Kind.TEXT, "\u200b");
        property("continuous_update", Kind.TRUTH, true);
        property("rows", Kind.WHOLE_OR_NULL, null);
    }

    @Override
    public String value() {
        return value.get();
    }

    @Override
    public Textarea value(String now) {
        value.set(now);
        return this;
    }
}
