package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.course.Validation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jacobi course validate}: what a student runs before handing in. */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NOTEBOOK", descriptionKey = "notebook")
    private Path notebook;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = command.commandLine().getOut();
        Validation found = Validation.of(notebook, OwnKernel.ofThisProcess().spec());
        found.problems().forEach(problem -> out.println("✗ " + problem));
        out.println(say("course.validate.points", "points", Points.of(found.points()), "all", Points.of(found.of())));
        if (found.problems().isEmpty()) {
            out.println(say("course.validate.ready", "file", notebook.getFileName()));
        }
        out.flush();
        return found.problems().isEmpty() ? ExitCode.OK : ExitCode.CELL_FAILED;
    }
}
