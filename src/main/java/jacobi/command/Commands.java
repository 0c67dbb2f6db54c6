package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.language.HelpBundle;
import jacobi.notebook.NotebookException;
import jacobi.repl.Evaluator;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jacobi} itself: without a command it tells what there is. */
@Command(
        name = "jacobi",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Commands implements Runnable {
    @Spec
    private CommandSpec command;

    private Commands() {}

    /**
     * Does what the arguments say.
     *
     * <p>A kernel, started as {@code kernel.json} and the runner start it, does not wait for picocli: that takes 0.2 s
     * of processor time of the 0.45 s until the kernel begins to make its evaluator (OpenJDK 17 with its start-up
     * archive; the {@code kernel} command alone, without the others, 0.14 s), which a first cell would wait for.
     *
     * @param evaluator makes what a kernel evaluates cells with
     * @return the program's exit code
     */
    public static int execute(String[] arguments, Supplier<Evaluator> evaluator) throws InterruptedException {
        Optional<KernelCommand> kernel = KernelCommand.asStarted(arguments, evaluator);
        if (kernel.isEmpty()) {
            return line(evaluator).execute(arguments);
        }
        try {
            return kernel.get().call();
        } catch (NotebookException e) {
            System.err.println("jacobi: " + e.getMessage());
            return ExitCode.of(e);
        }
    }

    /**
     * The commands, ready to execute; a {@link NotebookException} becomes one line and an exit code.
     *
     * @param evaluator makes what a kernel evaluates cells with
     */
    public static CommandLine line(Supplier<Evaluator> evaluator) {
        return new CommandLine(new Commands())
                .addSubcommand(new RunCommand())
                .addSubcommand(new CommandLine(new CourseCommand())
                        .addSubcommand(new AssignCommand())
                        .addSubcommand(new ValidateCommand())
                        .addSubcommand(new CollectCommand())
                        .addSubcommand(new GradeCommand()))
                .addSubcommand(new InstallCommand())
                .addSubcommand(new UninstallCommand())
                .addSubcommand(new KernelCommand(evaluator))
                .addSubcommand(new WarmUpCommand(evaluator))
                .setResourceBundle(new HelpBundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setExecutionExceptionHandler(Commands::explain)
                .setParameterExceptionHandler((exception, arguments) -> {
                    CommandLine command = exception.getCommandLine();
                    command.getErr().println("jacobi: " + UsageMistake.message(exception));
                    command.getErr()
                            .println(say(
                                    "command.try-help",
                                    "command",
                                    command.getCommandSpec().qualifiedName()));
                    return ExitCode.USAGE;
                });
    }

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
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
            return new String[] {say("command.version", "version", number(), "java", Runtime.version())};
        }

        static String number() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return version == null ? say("command.not-built") : version;
        }
    }
}
