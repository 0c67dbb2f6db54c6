package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.course.Release;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jacobi course assign}: from a teacher's notebooks those of the students. */
@Command(name = "assign", mixinStandardHelpOptions = true)
final class AssignCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEACHER", arity = "1..*", descriptionKey = "teacher")
    private List<Path> names;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "release")
    private Path release;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        List<Release.Assigned> assigned =
                Release.make(names, release, OwnKernel.ofThisProcess().spec(), line -> {
                    err.println(line);
                    err.flush();
                });
        for (Release.Assigned one : assigned) {
            out.println(say(
                    "course.assign.done", "file", one.file(), "points", Points.of(one.points()), "n", one.exercises()));
        }
        out.flush();
        return ExitCode.OK;
    }
}
