package jacobi.repl.weaving;

/** What {@code System.exit}, {@code Runtime.exit} and {@code Runtime.halt} come to in a cell. */
public final class ExitGuard {
    private ExitGuard() {}

    /** Thrown instead of ending the process that all cells share. */
    public static final class SystemExit extends Error {
        private static final long serialVersionUID = 1;

        SystemExit(int status) {
            super("exit(" + status
                    + ") was not carried out: it would end the kernel and with it every variable of this "
                    + "notebook. To leave a cell early use return; to start afresh restart the kernel or use %reset.");
        }
    }

    public static void exit(int status) {
        throw new SystemExit(status);
    }

    public static void exit(Runtime runtime, int status) {
        throw new SystemExit(status);
    }
}
