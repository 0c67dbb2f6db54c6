package jacobi;

import jacobi.kernel.Engine;
import jacobi.kernel.Kernel;
import jacobi.kernel.KernelOptions;
import jacobi.notebook.JupyterPaths;
import jacobi.notebook.KernelDiedException;
import jacobi.notebook.NotebookException;
import jacobi.wire.ConnectionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jacobi kernel}: serves one session; Jupyter starts it so. */
@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        description = "Serve a session over the messaging protocol; Jupyter starts this.")
final class KernelCommand implements Callable<Integer> {
    /** What the runner adds: cells that no person typed are not worth remembering. */
    static final String NO_HISTORY = "--no-history";

    @Parameters(paramLabel = "CONNECTION_FILE", description = "Ports and key of the session, as Jupyter writes them.")
    private Path connectionFile;

    @Option(names = NO_HISTORY, description = "Do not remember cells for later sessions.")
    private boolean noHistory;

    @Override
    public Integer call() throws InterruptedException, NotebookException {
        serve(connectionFile, noHistory ? null : history());
        return ExitCode.OK;
    }

    /**
     * Serves one session until it is told to end.
     *
     * @param history where cells are remembered, or null
     */
    static void serve(Path connectionFile, Path history) throws InterruptedException, NotebookException {
        // First of all: of what a first cell waits for, it takes longest.
        Engine engine = new Engine(JavaSession::start);
        ConnectionFile connection;
        try {
            connection = ConnectionFile.read(connectionFile);
        } catch (IOException e) {
            throw new NotebookException(e.getMessage(), e);
        }
        try {
            Kernel.run(connection, engine, new KernelOptions(Main.Version.number(), history));
        } catch (IOException e) {
            throw new KernelDiedException(connectionFile + ": " + e.getMessage());
        }
    }

    /** Where the cells of every session are remembered. */
    static Path history() {
        return JupyterPaths.ofThisProcess().userData().resolve(OwnKernel.NAME).resolve("history");
    }
}
