package jacobi;

import jacobi.notebook.JUnitReport;
import jacobi.notebook.NotebookException;
import jacobi.notebook.NotebookFiles;
import jacobi.notebook.NotebookResult;
import jacobi.notebook.NotebookRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jacobi run}: runs notebooks in kernels of their own, without Jupyter. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run notebooks, each in a fresh kernel, and save them with their outputs.",
            "",
            "Cells tagged skip-execution are passed over; cells tagged raises-exception may fail."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All cells ran (and, with --compare, show what is stored).",
            "1:A cell failed or differs.",
            "2:A wrong option, notebook or kernel name.",
            "3:A kernel died or could not start.",
            "4:A cell ran longer than --timeout."
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", description = "Notebook files, or folders of them.")
    private List<Path> names;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "The longest a cell may run (no limit).")
    private double timeout;

    @Option(names = "--allow-errors", description = "Go on behind a cell that fails, and count it as run.")
    private boolean allowErrors;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            description = "The kernel to use, any that 'jupyter kernelspec list' shows (Jacobi itself).")
    private String kernelName;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            defaultValue = "1",
            description = "How many notebooks run at a time (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--report", paramLabel = "FILE.xml", description = "Write the results in JUnit's form.")
    private Path report;

    @Option(
            names = "--compare",
            description = "Fail when a cell shows something else than is stored; tag nbval-ignore-output exempts it.")
    private boolean compare;

    @ArgGroup
    private Destination destination = new Destination();

    @Spec
    private CommandSpec command;

    /** Where executed notebooks go. */
    private static final class Destination {
        @Option(
                names = "--output",
                paramLabel = "DIR",
                description = "Write executed notebooks here (target/notebooks).")
        Path folder = Path.of("target", "notebooks");

        @Option(names = "--inplace", description = "Write executed notebooks over the given ones.")
        boolean inPlace;
    }

    @Override
    public Integer call() throws Exception {
        check();
        List<RunTask> tasks = tasks();
        RunProgress progress =
                RunProgress.over(tasks.stream().mapToLong(RunTask::steps).sum());
        List<NotebookResult> results = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(jobs, tasks.size()));
        try (progress) {
            List<Future<NotebookResult>> running = new ArrayList<>();
            NotebookRunner runner = new NotebookRunner(Duration.ofMillis(Math.round(timeout * 1000)), allowErrors);
            for (RunTask task : tasks) {
                running.add(pool.submit(() -> task.run(runner, compare, progress)));
            }
            for (Future<NotebookResult> result : running) {
                results.add(result.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotebookException known) {
                throw known;
            }
            throw e;
        } finally {
            pool.shutdownNow();
        }
        if (report != null) {
            JUnitReport.write(report, results);
        }
        RunSummary summary = new RunSummary(results, allowErrors);
        summary.print(command.commandLine().getOut(), command.commandLine().getErr());
        return summary.exitCode();
    }

    private void check() {
        if (!(timeout >= 0 && timeout < Integer.MAX_VALUE)) {
            throw usage("--timeout is " + timeout + "; give seconds, 0 for no limit");
        }
        if (jobs < 1) {
            throw usage("--jobs is " + jobs + "; give 1 or more");
        }
        if (compare && destination.inPlace) {
            throw usage("--compare and --inplace: the stored outputs would be overwritten; drop one");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** Reads all notebooks first: a broken one is told before hours of running. */
    private List<RunTask> tasks() throws NotebookException {
        List<RunTask> tasks = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (Map.Entry<Path, Path> found : NotebookFiles.find(names).entrySet()) {
            Path target = destination.inPlace ? found.getKey() : destination.folder.resolve(found.getValue());
            try {
                tasks.add(RunTask.of(found.getKey(), target, kernelName));
            } catch (NotebookException e) {
                broken.add(e.getMessage());
            }
        }
        if (!broken.isEmpty()) {
            throw new NotebookException(String.join(System.lineSeparator() + "jacobi: ", broken));
        }
        return tasks;
    }
}
