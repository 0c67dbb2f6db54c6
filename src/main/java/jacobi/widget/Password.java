package jacobi.widget;

/** A line to type a text in that is not shown. */
public final class Password extends TextEntry<Password> {
    Password(String value) {
        super("Password", value);
    }
}
