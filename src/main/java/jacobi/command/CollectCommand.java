package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.course.collecting.Collected;
import jacobi.course.collecting.Collector;
import jacobi.course.collecting.Remark;
import jacobi.course.collecting.SizeLimits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jacobi course collect}: gathers submissions, a folder a student. */
@Command(name = "collect", mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss][XXX]]");

    @Parameters(paramLabel = "SOURCE", arity = "1..*", descriptionKey = "source")
    private List<Path> sources;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "submitted")
    private Path target;

    @Option(names = "--assignment", paramLabel = "NAME")
    private String assignment;

    @Option(names = "--due", paramLabel = "TIME")
    private String due;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        Collector collector = new Collector(assignment(), due(), SizeLimits.usual());
        PrintWriter out = command.commandLine().getOut();
        Collected collected = null;
        for (Path source : sources) {
            collected = collector.collect(source, target);
        }
        for (Collected.Entry entry : collected.entries()) {
            if (!entry.flags().isEmpty()) {
                out.println(entry.folder() + ": "
                        + entry.flags().stream().map(Remark::words).collect(Collectors.joining("; ")));
            }
        }
        long students = collected.entries().stream()
                .filter(entry -> !entry.times().isEmpty())
                .count();
        out.println(say(
                "command.collect.done",
                "count",
                students,
                "all",
                collected.entries().size(),
                "folder",
                target));
        return ExitCode.OK;
    }

    private String assignment() {
        if (assignment != null) {
            return assignment;
        }
        String name = sources.get(0).toAbsolutePath().normalize().getFileName().toString();
        return name.replaceFirst("(?i)\\.zip$", "");
    }

    private Instant due() {
        if (due == null) {
            return null;
        }
        try {
            TemporalAccessor time = DUE.parseBest(due, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof OffsetDateTime zoned) {
                return zoned.toInstant();
            }
            // A day is due when it is over.
            LocalDateTime local = time instanceof LocalDate day ? day.atTime(LocalTime.MAX) : (LocalDateTime) time;
            return local.atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(command.commandLine(), say("command.collect.due", "due", due));
        }
    }
}
