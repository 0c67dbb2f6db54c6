package jacobi.widget;

/** A mark that says whether something holds. */
public final class Valid extends Input<Boolean, Valid> {
    private final Property<Boolean> value;

    Valid(boolean value) {
        super(WidgetClass.control("Valid", "ValidView"), Style.description());
        this.value = property("value", Kind.TRUTH, value).fromPage();
        property("readout", Kind.TEXT, "Invalid");
    }

    @Override
    public Boolean value() {
        return value.get();
    }

    @Override
    public Valid value(Boolean now) {
        value.set(now);
        return this;
    }
}
