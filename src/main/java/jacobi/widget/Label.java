package jacobi.widget;

/** Text beside widgets; between dollar signs it is mathematics. */
public final class Label extends Described<Label> {
    private final Property<String> value;

    Label(String value) {
        super(WidgetClass.control("Label", "LabelView"), Style.description());
        property("placeholder", Kind.TEXT, "\u200b");
        this.value = property("value", Kind.TEXT, value);
    }

    /** What it shows. */
    public String value() {
        return value.get();
    }

    /** Shows something else. */
    public Label value(String text) {
        value.set(text);
        return this;
    }

    @Override
    public String toString() {
        return kind() + "(\"" + value() + "\")";
    }
}
