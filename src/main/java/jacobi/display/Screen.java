package jacobi.display;

/** Where shown values go: IOPub while the kernel runs, standard output otherwise. Implementations are thread-safe. */
public interface Screen {

    /** Shows a bundle; {@code displayId} names it for later updates and may be null. */
    void show(MimeBundle bundle, String displayId);

    /** Replaces what was shown under {@code displayId}. */
    void update(MimeBundle bundle, String displayId);

    /** Clears the output of the running cell, at once or, with {@code wait}, when the next output arrives. */
    void clear(boolean wait);
}
