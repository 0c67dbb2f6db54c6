package jacobi.repl;

/**
 * What is known of the name at the cursor.
 *
 * @param found whether anything is
 * @param text for a console
 * @param html for a page, or an empty string
 */
public record Inspection(boolean found, String text, String html) {
    public static final Inspection NONE = new Inspection(false, "", "");
}
