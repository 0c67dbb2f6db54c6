package jacobi.widget;

/** A line to type text in. */
public final class Text extends TextEntry<Text> {
    Text(String value) {
        super("Text", value);
    }
}
