package jacobi.command;

import jacobi.kernel.Engine;
import jacobi.kernel.Kernel;
import jacobi.kernel.KernelOptions;
import jacobi.notebook.JupyterPaths;
import jacobi.notebook.KernelDiedException;
import jacobi.notebook.NotebookException;
import jacobi.repl.Evaluator;
import jacobi.wire.ConnectionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jacobi kernel}: serves one session; Jupyter starts it so. */
@Command(name = "kernel", mixinStandardHelpOptions = true)
final class KernelCommand implements Callable<Integer> {
    /** What the runner adds: cells that no person typed are not worth remembering. */
    static final String NO_HISTORY = "--no-history";

    @Parameters(paramLabel = "CONNECTION_FILE", descriptionKey = "connection-file")
    private Path connectionFile;

    @Option(names = NO_HISTORY)
    private boolean noHistory;

    private final Supplier<Evaluator> evaluator;

    KernelCommand(Supplier<Evaluator> evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * The command of exactly {@code kernel FILE}, or {@code kernel FILE --no-history}; empty for any other arguments.
     */
    static Optional<KernelCommand> asStarted(String[] arguments, Supplier<Evaluator> evaluator) {
        boolean forgets = arguments.length == 3 && arguments[2].equals(NO_HISTORY);
        boolean plain = (arguments.length == 2 || forgets)
                && arguments[0].equals("kernel")
                && !arguments[1].startsWith("-")
                && !arguments[1].startsWith("@");
        if (!plain) {
            return Optional.empty();
        }
        KernelCommand command = new KernelCommand(evaluator);
        command.connectionFile = Path.of(arguments[1]);
        command.noHistory = forgets;
        return Optional.of(command);
    }

    /** Serves the session until it is told to end. */
    @Override
    public Integer call() throws InterruptedException, NotebookException {
        // First of all: of what a first cell waits for, it takes longest.
        Engine engine = new Engine(evaluator);
        ConnectionFile connection;
        try {
            connection = ConnectionFile.read(connectionFile);
        } catch (IOException e) {
            throw new NotebookException(e.getMessage(), e);
        }
        try {
            Kernel.run(connection, engine, new KernelOptions(Commands.Version.number(), noHistory ? null : history()));
        } catch (IOException e) {
            throw new KernelDiedException(connectionFile + ": " + e.getMessage());
        }
        return ExitCode.OK;
    }

    /** Where the cells of every session are remembered. */
    private static Path history() {
        return JupyterPaths.ofThisProcess().userData().resolve(OwnKernel.NAME).resolve("history");
    }
}
