package jacobi.widget;

/** HTML among widgets. */
public final class Html extends ShownText<Html> {
    Html(String value) {
        super("HTML", value);
    }
}
