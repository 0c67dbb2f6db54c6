package jacobi.widget;

/** HTML among widgets, with mathematics between dollar signs. */
public final class HtmlMath extends ShownText<HtmlMath> {
    HtmlMath(String value) {
        super("HTMLMath", value);
    }
}
