package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.notebook.JUnitReport;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.NotebookException;
import jacobi.notebook.NotebookFiles;
import jacobi.notebook.NotebookResult;
import jacobi.notebook.NotebookResult.Trouble;
import jacobi.notebook.NotebookRunner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jacobi run}: runs notebooks in kernels of their own, without Jupyter. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", descriptionKey = "notebook")
    private List<Path> names;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "0")
    private double timeout;

    @Option(names = "--allow-errors")
    private boolean allowErrors;

    @Option(names = "--kernel", paramLabel = "NAME")
    private String kernelName;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            defaultValue = "1")
    private int jobs;

    @Option(names = "--report", paramLabel = "FILE.xml")
    private Path report;

    @Option(names = "--exercises")
    private boolean exercises;

    @Option(names = "--max-output", paramLabel = "MB", defaultValue = "50")
    private double maxOutput;

    @Option(names = "--compare")
    private boolean compare;

    @ArgGroup
    private Destination destination = new Destination();

    @Spec
    private CommandSpec command;

    /** Where executed notebooks go. */
    private static final class Destination {
        @Option(names = "--output", paramLabel = "DIR")
        Path folder = Path.of("target", "notebooks");

        @Option(names = "--inplace")
        boolean inPlace;
    }

    @Override
    public Integer call() throws Exception {
        check();
        PrintWriter err = command.commandLine().getErr();
        List<RunTask> tasks = new ArrayList<>();
        List<NotebookResult> results = new ArrayList<>();
        // All are read first: a broken one is told before hours of running.
        read(tasks, results, err);
        run(tasks, results);
        RunSummary summary = new RunSummary(results, allowErrors, compare, exercises);
        summary.print(command.commandLine().getOut(), err);
        if (report != null) {
            JUnitReport.write(report, results, exercises);
        }
        return summary.exitCode();
    }

    private void check() {
        if (!(timeout >= 0 && timeout < Integer.MAX_VALUE)) {
            throw usage(say("command.run.timeout-wrong", "found", timeout));
        }
        if (!(maxOutput >= 0)) {
            throw usage(say("command.run.max-output-wrong", "found", maxOutput));
        }
        if (jobs < 1) {
            throw usage(say("command.run.jobs-wrong", "found", jobs));
        }
        if (compare && destination.inPlace) {
            throw usage(say("command.run.compare-inplace"));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** Reads all notebooks; of one that will not do, {@code results} says why. */
    private void read(List<RunTask> tasks, List<NotebookResult> results, PrintWriter err) throws NotebookException {
        Consumer<String> tell = line -> err.println("jacobi: " + line);
        Map<Path, Path> found = NotebookFiles.find(names, tell);
        KernelSpec kernel = RunTask.kernel(kernelName);
        OutputFolder folder = null;
        if (!destination.inPlace) {
            NotebookFiles.requireOwnCopies(found);
            folder = new OutputFolder(destination.folder, found.keySet());
        }
        for (Map.Entry<Path, Path> entry : found.entrySet()) {
            Path file = entry.getKey();
            try {
                Path target = folder == null ? file : folder.place(entry.getValue());
                tasks.add(RunTask.of(file, target, kernel));
            } catch (NotebookException e) {
                tell.accept(e.getMessage());
                results.add(NotebookResult.notRun(file, Trouble.UNREADABLE, e.getMessage()));
            }
        }
        err.flush();
    }

    private void run(List<RunTask> tasks, List<NotebookResult> results) throws Exception {
        if (tasks.isEmpty()) {
            return;
        }
        long limit = maxOutput == 0 ? Long.MAX_VALUE : Math.round(maxOutput * 1_000_000);
        NotebookRunner runner = new NotebookRunner(Duration.ofMillis(Math.round(timeout * 1000)), allowErrors, limit);
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(jobs, tasks.size()));
        try (RunProgress progress =
                RunProgress.over(tasks.stream().mapToLong(RunTask::steps).sum())) {
            List<Future<NotebookResult>> running = new ArrayList<>();
            for (RunTask task : tasks) {
                running.add(pool.submit(() -> task.run(runner, compare, progress)));
            }
            for (Future<NotebookResult> result : running) {
                results.add(result.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
