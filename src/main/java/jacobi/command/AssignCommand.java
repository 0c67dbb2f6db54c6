package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.course.Assignment;
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
@Command(
        name = "assign",
        mixinStandardHelpOptions = true,
        description = {
            "Make the students' notebooks of a teacher's.",
            "",
            "Solutions (// BEGIN SOLUTION to // END SOLUTION) become stubs, hidden tests (// BEGIN HIDDEN TESTS) and"
                    + " outputs go, checks are locked, expected values are sealed. Before anything is written, both"
                    + " versions run: the teacher's must earn every point, the students' none."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The release is written.",
            "2:A notebook or exercise is to be mended first; nothing is written.",
            "3:A kernel died or could not start."
        })
final class AssignCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEACHER", arity = "1..*", description = "The teacher's notebooks, or folders of them.")
    private List<Path> names;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "release",
            description = "The folder for the students' version (${DEFAULT-VALUE}).")
    private Path release;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        List<Assignment.Assigned> assigned =
                Assignment.make(names, release, OwnKernel.ofThisProcess().spec(), line -> {
                    err.println(line);
                    err.flush();
                });
        for (Assignment.Assigned one : assigned) {
            out.println(say(
                    "course.assign.done", "file", one.file(), "points", Points.of(one.points()), "n", one.exercises()));
        }
        out.flush();
        return ExitCode.OK;
    }
}
