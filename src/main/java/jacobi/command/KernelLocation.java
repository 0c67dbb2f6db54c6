package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.notebook.JupyterPaths;
import jacobi.notebook.NotebookException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where a kernelspec is, shared by {@code install} and {@code uninstall}. */
final class KernelLocation {
    @ArgGroup
    private Place place = new Place();

    @Option(names = "--name", paramLabel = "NAME", defaultValue = OwnKernel.NAME)
    private String name;

    /** At most one of them. */
    private static final class Place {
        @Option(names = "--user")
        boolean user;

        @Option(names = "--sys-prefix")
        boolean sysPrefix;

        @Option(names = "--prefix", paramLabel = "DIR")
        Path prefix;
    }

    Installation installation() throws NotebookException {
        return Installation.of(kernels(), name);
    }

    private Path kernels() throws NotebookException {
        JupyterPaths paths = JupyterPaths.ofThisProcess();
        if (place.prefix != null) {
            return JupyterPaths.kernelsUnder(place.prefix);
        }
        if (place.sysPrefix) {
            Optional<Path> prefix = paths.environmentPrefix();
            return JupyterPaths.kernelsUnder(
                    prefix.orElseThrow(() -> new NotebookException(say("command.install.no-environment"))));
        }
        return paths.userData().resolve("kernels");
    }
}
