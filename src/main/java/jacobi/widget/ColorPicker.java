package jacobi.widget;

/** A colour to choose. */
public final class ColorPicker extends Entry<String, ColorPicker> {
    ColorPicker(String value) {
        super(WidgetClass.control("ColorPicker", "ColorPickerView"), Style.description());
        begin(Kind.TEXT, value);
        property("concise", Kind.TRUTH, false);
    }
}
