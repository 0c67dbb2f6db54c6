package jacobi.wire;

/** Memory for what must be done: where there is none, room is made, and it is done once more. */
public final class Room {
    private volatile Runnable maker = () -> {};

    /** What may fail in its own way, too. */
    public interface Source<T, E extends Exception> {
        T get() throws E;
    }

    /** What lets go of memory; called on whichever thread has found none. */
    public void maker(Runnable action) {
        maker = action;
    }

    /** Makes room. */
    public void make() {
        maker.run();
    }

    /** Does something that may be done twice. */
    public void run(Runnable work) {
        try {
            work.run();
        } catch (OutOfMemoryError e) {
            make();
            work.run();
        }
    }

    /** Gets something that may be asked for twice. */
    public <T, E extends Exception> T get(Source<T, E> source) throws E {
        try {
            return source.get();
        } catch (OutOfMemoryError e) {
            make();
            return source.get();
        }
    }
}
