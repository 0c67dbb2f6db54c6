package jacobi;

import jacobi.command.Commands;
import picocli.CommandLine;

/** The program: its command line, with kernels whose cells are Java's. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return Commands.line(JavaSession::start);
    }
}
