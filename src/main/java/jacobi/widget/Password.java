package jacobi.widget;

/** A line to type a text in that is not shown. */
public final class Password extends Input<String, Password> {
    private final Property<String> value;

    Password(String value) {
        super(WidgetClass.control("Password", "PasswordView"), Style.description());
        this.value = property("value", Kind.TEXT, value).fromPage();
        property("placeholder", Kind.TEXT, "\u200b");
        property("continuous_update", Kind.TRUTH, true);
    }

    @Override
    public String value() {
        return value.get();
    }

    @Override
    public Password value(String now) {
        value.set(now);
        return this;
    }
}
