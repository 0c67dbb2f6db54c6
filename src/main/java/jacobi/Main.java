package jacobi;

import jacobi.notebook.NotebookException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: {@code jacobi run}, {@code install}, {@code kernel} and their kin. */
@Command(
        name = "jacobi",
        description = "A Jupyter kernel for teaching notebooks in Java: tensors, automatic differentiation, figures.",
        subcommands = {
            RunCommand.class,
            InstallCommand.class,
            UninstallCommand.class,
            KernelCommand.class,
            WarmUpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "See 'jacobi COMMAND --help' for the options of a command."})
public final class Main implements Runnable {
    @Spec
    private CommandSpec command;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (isPlainKernel(arguments)) {
            System.exit(serve(Path.of(arguments[1]), arguments.length == 2));
        }
        System.exit(commandLine().execute(arguments));
    }

    /** {@code kernel FILE}, as Jupyter and the runner start it: not worth the 150 ms that reading a command line takes. */
    private static boolean isPlainKernel(String[] arguments) {
        boolean plain = arguments.length == 2 || arguments.length == 3 && arguments[2].equals(KernelCommand.NO_HISTORY);
        return plain && arguments[0].equals("kernel") && !arguments[1].startsWith("-");
    }

    private static int serve(Path connectionFile, boolean remember) throws InterruptedException {
        try {
            KernelCommand.serve(connectionFile, remember ? KernelCommand.history() : null);
            return ExitCode.OK;
        } catch (NotebookException e) {
            System.err.println("jacobi: " + e.getMessage());
            return ExitCode.of(e);
        }
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }

    /** The commands, ready to execute; a {@link NotebookException} becomes one line and exit code 2. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler((exception, arguments) -> {
                    CommandLine command = exception.getCommandLine();
                    command.getErr().println("jacobi: " + exception.getMessage().replaceFirst("^Error: ", ""));
                    CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr());
                    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    return ExitCode.USAGE;
                });
    }

    private static int explain(Exception exception, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        PrintWriter err = command.getErr();
        if (exception instanceof NotebookException) {
            err.println("jacobi: " + exception.getMessage());
            return ExitCode.of(exception);
        }
        throw exception;
    }

    /** The version in the jar's manifest, and the Java that runs it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"jacobi " + number() + " on Java " + Runtime.version()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "(not built)" : version;
        }
    }
}
