package jacobi;

import jacobi.command.Commands;
import java.util.List;
import picocli.CommandLine;

/** The program: its command line, with kernels whose cells are Java's. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> options = Relaunch.options(arguments, System.getenv());
        System.exit(
                options.isEmpty()
                        ? Commands.execute(arguments, JavaSession::ofThisProcess)
                        : Relaunch.run(options, arguments));
    }

    static CommandLine commandLine() {
        return Commands.line(JavaSession::ofThisProcess);
    }
}
