package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.notebook.JupyterPaths;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.NotebookException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jacobi uninstall}: removes what {@code install} wrote. */
@Command(name = "uninstall", mixinStandardHelpOptions = true)
final class UninstallCommand implements Callable<Integer> {
    @Mixin
    private KernelLocation location;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        Installation installation = location.installation();
        if (!installation.exists()) {
            Path elsewhere = KernelSpec.installed(JupyterPaths.ofThisProcess()).get(installation.name());
            throw new NotebookException(say(
                    "command.uninstall.not-there",
                    "folder",
                    installation.folder(),
                    "elsewhere",
                    elsewhere == null
                            ? say("command.uninstall.name-place")
                            : say("command.uninstall.elsewhere", "folder", elsewhere)));
        }
        installation.remove();
        command.commandLine()
                .getOut()
                .println(say(
                        "command.uninstall.removed", "name", installation.name(), "folder", installation.kernels()));
        return ExitCode.OK;
    }
}
