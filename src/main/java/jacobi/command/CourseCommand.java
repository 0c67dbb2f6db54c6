package jacobi.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jacobi course}: what a teacher and a class do with exercises; without a command it tells what there is. */
@Command(
        name = "course",
        mixinStandardHelpOptions = true,
        description = "Hand out exercises, collect and grade them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "See 'jacobi course COMMAND --help' for the options of a command."})
final class CourseCommand implements Runnable {
    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }
}
