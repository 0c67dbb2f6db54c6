package jacobi.widget;

/** A colour to choose. */
public final class ColorPicker extends Input<String, ColorPicker> {
    private final Property<String> value;

    ColorPicker(String value) {
        super(WidgetClass.control("ColorPicker", "ColorPickerView"), Style.description());
        this.value = property("value", Kind.TEXT, value).fromPage();
        property("concise", Kind.TRUTH, false);
    }

    @Override
    public String value() {
        return value.get();
    }

    @Override
    public ColorPicker value(String now) {
        value.set(now);
        return this;
    }
}
