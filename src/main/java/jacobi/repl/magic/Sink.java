package jacobi.repl.magic;

/** Takes the value of timed code, so that the just-in-time compiler cannot leave the code out. */
public final class Sink {
    private static volatile Object object;
    private static volatile long number;
    private static volatile double fraction;

    private Sink() {}

    public static void take(Object value) {
        object = value;
    }

    public static void take(long value) {
        number = value;
    }

    public static void take(double value) {
        fraction = value;
    }

    public static void take(boolean value) {
        number = value ? 1 : 0;
    }

    /** Lets go of the last value. */
    static void clear() {
        object = null;
    }
}
