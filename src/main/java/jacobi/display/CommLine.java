package jacobi.display;

/** What carries comms to the page; thread-safe. */
public interface CommLine {

    /** Tells the page of a comm a cell opened. */
    void open(Comm comm, CommMessage opening);

    /** Carries what a cell said. */
    void send(Comm comm, CommMessage message);

    /**
     * Does what a message of the page asks for, whose handler runs, when the page has been told that it is dealt
     * with. A page sends a slider's next value then and no sooner, and so does its own work while something is drawn
     * here.
     */
    void whenAnswered(Comm comm, Runnable drawing);

    /** Notes in the log that something the page said was ignored. */
    void ignored(Comm comm, String what);

    /** Tells the page that a comm is closed. */
    void close(Comm comm);
}
