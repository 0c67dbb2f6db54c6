package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.course.grading.Assignment;
import jacobi.course.grading.Flag;
import jacobi.course.grading.Grader;
import jacobi.course.grading.KeptMarks;
import jacobi.course.grading.Limits;
import jacobi.course.grading.ManualMarks;
import jacobi.course.grading.Sandbox;
import jacobi.course.grading.StudentMarks;
import jacobi.course.grading.Submission;
import jacobi.course.report.Reports;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jacobi course grade}: runs and judges submissions, and writes the reports. */
@Command(name = "grade", mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    private static final Pattern SHARD = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

    @Parameters(paramLabel = "SUBMISSIONS", descriptionKey = "submissions")
    private Path submissions;

    @Option(names = "--teacher", required = true, paramLabel = "NOTEBOOK")
    private Path teacher;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "marks")
    private Path out;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--shard", paramLabel = "I/N")
    private String shard;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30")
    private double timeout;

    @Option(names = "--time", paramLabel = "SECONDS", defaultValue = "600")
    private double time;

    @Option(names = "--heap", paramLabel = "MB", defaultValue = "512")
    private int heap;

    @Option(names = "--max-output", paramLabel = "MB", defaultValue = "5")
    private double maxOutput;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Option(names = "--no-sandbox")
    private boolean noSandbox;

    @Option(names = "--quiet")
    private boolean quiet;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        check();
        PrintWriter err = command.commandLine().getErr();
        Assignment assignment = Assignment.read(teacher);
        List<Submission> all = Submission.in(submissions);
        List<Submission> part = part(all);
        Sandbox sandbox = sandbox(assignment, err);
        Limits limits = new Limits(seconds(timeout), seconds(time), heap, Math.round(maxOutput * 1_000_000));
        KeptMarks kept = KeptMarks.in(out, assignment, limits, data);
        List<StudentMarks> marks;
        try (ManyStarts kernel = ManyStarts.of(OwnKernel.ofThisProcess(), kept.missing(part));
                GradeProgress progress = new GradeProgress(
                        part.size(), quiet ? null : command.commandLine().getOut())) {
            Grader.Settings settings = new Grader.Settings(kernel.spec(), kernel.files(), sandbox, limits, jobs, data);
            marks = new Grader(assignment, settings).grade(part, kept, progress);
        }
        if (shard != null) {
            // The other parts' marks are there as far as their machines have come: who ends last reports all.
            marks = kept.all();
        }
        ManualMarks.write(out, marks);
        Reports.write(out, assignment, marks);
        PrintWriter told = command.commandLine().getOut();
        told.println(say(
                "command.grade.done",
                "students",
                marks.size(),
                "table",
                out.resolve("marks.csv"),
                "page",
                out.resolve("class.html")));
        boolean whole = marks.stream().noneMatch(one -> one.flags().contains(Flag.NOT_GRADED));
        return whole ? ExitCode.OK : ExitCode.KERNEL_DIED;
    }

    private void check() {
        if (jobs < 1) {
            throw usage(say("command.run.jobs-wrong", "found", jobs));
        }
        if (!(timeout > 0 && time > 0 && timeout < Integer.MAX_VALUE && time < Integer.MAX_VALUE)) {
            throw usage(say("command.grade.time-wrong"));
        }
        if (heap < 128) {
            throw usage(say("command.grade.heap-wrong", "found", heap));
        }
        if (!(maxOutput > 0)) {
            throw usage(say("command.grade.output-wrong", "found", maxOutput));
        }
        if (data != null && !Files.isDirectory(data)) {
            throw usage(say("command.grade.data-wrong", "folder", data));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Every n-th submission, so that parts are of like size whoever hands in late. */
    private List<Submission> part(List<Submission> all) {
        if (shard == null) {
            return all;
        }
        Matcher found = SHARD.matcher(shard);
        int number = found.matches() ? Integer.parseInt(found.group(1)) : 0;
        int count = number == 0 ? 0 : Integer.parseInt(found.group(2));
        if (number < 1 || number > count) {
            throw usage(say("command.grade.shard-wrong", "found", shard));
        }
        List<Submission> part = new ArrayList<>();
        for (int i = number - 1; i < all.size(); i += count) {
            part.add(all.get(i));
        }
        return part;
    }

    private Sandbox sandbox(Assignment assignment, PrintWriter err) throws Exception {
        if (noSandbox) {
            return Sandbox.none("--no-sandbox");
        }
        List<Path> secret = new ArrayList<>(assignment.secret());
        secret.add(submissions);
        Files.createDirectories(out);
        secret.add(out);
        Sandbox sandbox = Sandbox.best(secret);
        if (sandbox.kind() == Sandbox.Kind.NONE) {
            err.println("jacobi: " + say("command.grade.no-sandbox", "why", sandbox.why()));
            err.flush();
        }
        return sandbox;
    }
}
