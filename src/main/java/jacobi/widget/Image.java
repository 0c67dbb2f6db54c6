package jacobi.widget;

/** A picture among widgets, given as the bytes of its file. */
public final class Image extends DomWidget<Image> {
    private final Property<byte[]> value;

    Image(byte[] bytes, String format) {
        super(WidgetClass.control("Image"));
        property("format", Kind.TEXT, format);
        property("width", Kind.TEXT, "");
        property("height", Kind.TEXT, "");
        value = property("value", Kind.BYTES, bytes.clone());
    }

    /** Shows another picture of the same format. */
    public Image value(byte[] bytes) {
        value.set(bytes.clone());
        return this;
    }
}
