package jacobi;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jacobi kernel}: serves one session; Jupyter starts it so. */
@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        description = "Serve a session over the messaging protocol; Jupyter starts this.")
final class KernelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONNECTION_FILE", description = "Ports and key of the session, as Jupyter writes them.")
    private Path connectionFile;

    @Override
    public Integer call() throws Exception {
        throw new UnsupportedOperationException("" + connectionFile);
    }
}
