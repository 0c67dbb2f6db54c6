package jacobi;

/** The command line: {@code jacobi run}, {@code install}, {@code kernel} and their kin. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException("no command yet");
    }
}
