package jacobi.notebook;

import java.io.IOException;

/**
 * A notebook, kernel name or folder that cannot be used as it is.
 *
 * <p>The message is one line for the person at the keyboard: the file, what is wrong with it, and the fix.
 */
public class NotebookException extends IOException {
    private static final long serialVersionUID = 1;

    public NotebookException(String message) {
        super(message);
    }

    public NotebookException(String message, Throwable cause) {
        super(message, cause);
    }
}
