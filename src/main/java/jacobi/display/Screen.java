package jacobi.display;

import java.util.concurrent.Callable;
import java.util.function.Predicate;

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

    /**
     * A place that shows nothing itself.
     *
     * @param taker is given what is shown and printed there, in order, and takes note of it only: the screen waits
     *     meanwhile; it returns false for what is to be shown where it would have been
     */
    default Place captured(Predicate<Shown> taker) {
        return Place.ANYWHERE;
    }

    /** Shows an error as that of a cell. */
    default void fail(Throwable thrown) {
        thrown.printStackTrace();
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
