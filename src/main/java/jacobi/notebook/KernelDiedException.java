package jacobi.notebook;

/** A kernel that could not start or ended by itself; the message carries its last words. */
public final class KernelDiedException extends NotebookException {
    private static final long serialVersionUID = 1;

    public KernelDiedException(String message) {
        super(message);
    }
}
