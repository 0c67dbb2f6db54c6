package jacobi.display;

import java.util.concurrent.Callable;

/** Where shown values go: IOPub while the kernel runs, standard output otherwise. Implementations are thread-safe. */
public interface Screen {

    /** Shows a bundle; {@code displayId} names it for later updates and may be null. */
    void show(MimeBundle bundle, String displayId);

    /** Replaces what was shown under {@code displayId}. */
    void update(MimeBundle bundle, String displayId);

    /** Clears the output of the running cell, at once or, with {@code wait}, when the next output arrives. */
    void clear(boolean wait);

    /** Where the current thread shows and prints: the cell it works for. */
    default Place here() {
        return Place.ANYWHERE;
    }

    /** Somewhere things are shown, for handing to a thread that works for whoever gives it work. */
    interface Place {
        /** Where the thread that runs the work shows and prints by itself. */
        Place ANYWHERE = new Place() {
            @Override
            public <T> Callable<T> bound(Callable<T> work) {
                return work;
            }
        };

        /** The same work, which shows and prints here, whichever thread runs it. */
        <T> Callable<T> bound(Callable<T> work);
    }
}
