package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.notebook.JupyterPaths;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jacobi install}: puts the kernelspec where Jupyter looks. */
@Command(name = "install", mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
    @Mixin
    private KernelLocation location;

    @Option(names = "--display-name", paramLabel = "TEXT")
    private String displayName;

    @Option(names = "--no-archive")
    private boolean noArchive;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        Installation installation = location.installation();
        OwnKernel kernel = OwnKernel.ofThisProcess();
        String shown = displayName != null
                ? displayName
                : OwnKernel.template().path("display_name").asText();
        boolean whole = installation.write(kernel, shown, !noArchive);
        PrintWriter out = command.commandLine().getOut();
        out.println(say("command.install.installed", "name", installation.name(), "folder", installation.folder()));
        out.println(say("command.install.runs-on", "java", kernel.java(), "version", Runtime.version()));
        if (!whole) {
            command.commandLine().getErr().println("jacobi: " + say("command.install.no-archive"));
        }
        if (!installation.isOnSearchPath(JupyterPaths.ofThisProcess())) {
            Path data = installation.kernels().getParent();
            command.commandLine().getErr().println("jacobi: " + say("command.install.not-on-path", "folder", data));
        }
        out.println(say("command.install.try", "name", installation.name()));
        return ExitCode.OK;
    }
}
