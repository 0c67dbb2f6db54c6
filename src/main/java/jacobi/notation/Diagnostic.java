package jacobi.notation;

/**
 * One error of the compiler, in UTF-16 positions of the source it was given.
 *
 * @param code javac's key, as {@code compiler.err.array.req.but.found}; {@code notation.err...} for notation's own
 * @param start where the expression at fault begins
 * @param position where its caret stands: an operator, a name
 * @param end after the expression
 * @param message javac's text, unwrapped, in English: what is wrong is read from it
 * @param words javac's text in the reader's language, to be shown
 */
public record Diagnostic(String code, int start, int position, int end, String message, String words) {

    /** An error whose text is the reader's already. */
    public Diagnostic(String code, int start, int position, int end, String message) {
        this(code, start, position, end, message, message);
    }
}
