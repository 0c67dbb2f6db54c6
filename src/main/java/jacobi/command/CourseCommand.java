package jacobi.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jacobi course}: what a teacher and a class do with exercises; without a command it tells what there is. */
@Command(name = "course", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class CourseCommand implements Runnable {
    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }
}
