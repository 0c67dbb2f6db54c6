package jacobi.command;

import jacobi.notebook.KernelDiedException;

/** What the program's exit codes mean to a script. */
final class ExitCode {
    static final int OK = 0;
    static final int CELL_FAILED = 1;
    static final int USAGE = 2;
    static final int KERNEL_DIED = 3;
    static final int TIMEOUT = 4;

    private ExitCode() {}

    static int of(Exception exception) {
        return exception instanceof KernelDiedException ? KERNEL_DIED : USAGE;
    }
}
