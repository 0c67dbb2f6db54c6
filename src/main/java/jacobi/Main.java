package jacobi;

import jacobi.command.Commands;
import picocli.CommandLine;

/** The program: its command line, with kernels whose cells are Java's. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(Commands.execute(arguments, JavaSession::start));
    }

    static CommandLine commandLine() {
        return Commands.line(JavaSession::start);
    }
}
