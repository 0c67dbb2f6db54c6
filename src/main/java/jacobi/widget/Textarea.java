package jacobi.widget;

/** Several lines to type text in. */
public final class Textarea extends TextEntry<Textarea> {
    Textarea(String value) {
        super("Textarea", value);
        property("rows", Kind.WHOLE_OR_NULL, null);
    }
}
