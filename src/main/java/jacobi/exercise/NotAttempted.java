package jacobi.exercise;

/** The answer is still the stub: null, or a function that answers with null. */
final class NotAttempted extends Exception {
    private static final long serialVersionUID = 1L;
}
