package jacobi;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jacobi run}: runs notebooks without Jupyter. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Run notebooks without Jupyter.")
final class RunCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return ExitCode.OK;
    }
}
