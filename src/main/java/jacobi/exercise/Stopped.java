package jacobi.exercise;

/** A function did not come back in time; the message says so. Further cases would only cost the same time again. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    Stopped(String message) {
        super(message);
    }
}
