package jacobi.repl.weaving;

/** Something was called that mentions a name not defined yet, or no longer. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unavailable(String message) {
        super(message);
    }

    /** For the body of a method that cannot be compiled yet: {@code throw Unavailable.yet("...")}. */
    public static Unavailable yet(String message) {
        return new Unavailable(message);
    }
}
