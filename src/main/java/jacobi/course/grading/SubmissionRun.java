package jacobi.course.grading;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.exercise.Trial;
import jacobi.exercise.answer.Reply;
import jacobi.exercise.answer.Todo;
import jacobi.notebook.CellResult;
import jacobi.notebook.CellResult.State;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.notebook.NotebookSession;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One notebook of a submission, run and judged.
 *
 * <p>A cell that ends the kernel, does not stop or fills the memory is left out from then on: the kernel is started
 * again, the other cells run once more, and the run goes on. Where that happens again and again, as when a thread of
 * some cell ends the kernel later, each remaining question is asked in a kernel of its own without the others' cells.
 */
final class SubmissionRun {
    private static final int MOST_RESTARTS = 3;
    private static final int MOST_NOTE = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String student;
    private final Judge judge;
    private final Limits limits;
    private final TrustedKernel.Start kernels;
    private final List<Assembly.Step> steps;
    private final long deadline;

    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final Set<Integer> offenders = new HashSet<>();
    /** Why the latest cell of a question has no answer to give. */
    private final Map<String, String> failures = new LinkedHashMap<>();

    private NotebookSession session;
    /** With the outputs of the cell that ran last. */
    private NotebookCell lastCell;

    private int restarts;

    private SubmissionRun(
            String student, Judge judge, Limits limits, TrustedKernel.Start kernels, List<Assembly.Step> steps) {
        this.student = student;
        this.judge = judge;
        this.limits = limits;
        this.kernels = kernels;
        this.steps = steps;
        deadline = System.nanoTime() + limits.whole().toNanos();
    }

    /** What came of it: marks by question, without those that were never asked. */
    record Outcome(Map<String, Mark> marks, Set<Flag> flags) {}

    /** Runs the steps of a submission. */
    static Outcome of(
            String student, Judge judge, Limits limits, TrustedKernel.Start kernels, List<Assembly.Step> steps)
            throws IOException, InterruptedException {
        SubmissionRun run = new SubmissionRun(student, judge, limits, kernels, steps);
        try {
            run.together();
            if (run.restarts > MOST_RESTARTS) {
                run.apart();
            }
        } finally {
            run.close();
        }
        return new Outcome(run.marks, run.flags);
    }

    private void together() throws IOException, InterruptedException {
        int at = 0;
        while (at < steps.size() && restarts <= MOST_RESTARTS && isInTime()) {
            if (session == null) {
                session = kernels.start();
                int broken = replay(at, step -> true);
                if (broken >= 0) {
                    leaveOut(broken);
                    continue;
                }
            }
            if (!step(at)) {
                leaveOut(at);
            }
            at++;
        }
    }

    /**
     * Runs the cells before {@code end} again, without asking anything. Gives the cell that broke the kernel, or -1.
     */
    private int replay(int end, Predicate<Assembly.Step> wanted) throws IOException, InterruptedException {
        for (int i = 0; i < end && isInTime(); i++) {
            if (wanted.test(steps.get(i)) && !offenders.contains(i) && breaks(run(i))) {
                return i;
            }
        }
        return -1;
    }

    private void leaveOut(int step) {
        offenders.add(step);
        restarts++;
        close();
    }

    /** Each question that has no mark yet, in a kernel of its own with the cells that are no answers to others. */
    private void apart() throws IOException, InterruptedException {
        for (int at = 0; at < steps.size() && isInTime(); at++) {
            Assembly.Step step = steps.get(at);
            if (offenders.contains(at) || !asksAnything(step)) {
                continue;
            }
            close();
            session = kernels.start();
            Set<String> own = new HashSet<>(step.answers());
            step.asks().forEach(question -> own.add(question.id()));
            int broken = replay(
                    at,
                    other -> other.answers().isEmpty()
                            || other.answers().stream().anyMatch(own::contains));
            if (broken < 0) {
                step(at);
            } else if (session.isAlive()) {
                // Nothing of it is used further.
                flags.add(Flag.CRASHED);
            }
        }
    }

    private boolean asksAnything(Assembly.Step step) {
        return step.asks().stream().anyMatch(question -> !marks.containsKey(question.id()))
                || step.test() != null && !marks.containsKey(step.test().id());
    }

    /** Runs a cell and asks what is to be asked after it. Gives whether the kernel can be used further. */
    private boolean step(int at) throws IOException, InterruptedException {
        Assembly.Step step = steps.get(at);
        CellResult result = run(at);
        boolean fine = !breaks(result);
        note(step, result);
        if (step.test() != null) {
            marks.put(step.test().id(), tested(step.test(), result));
        }
        for (CourseQuestion question : step.asks()) {
            String failure = failures.get(question.id());
            if (failure == null && fine && !result.isGood()) {
                keep(Mark.none(question, Mark.State.WRONG, say("course.judge.test-fails")));
                continue;
            }
            if (failure != null && failure.startsWith(Todo.FAILURE + ":")) {
                keep(Mark.none(question, Mark.State.NOT_ATTEMPTED, ""));
                continue;
            }
            if (failure != null || !fine) {
                keep(Mark.none(question, Mark.State.FAILED, failure == null ? shortened(result.error()) : failure));
                continue;
            }
            Trial trial = judge.trial(question, student);
            List<Reply> replies = judge.fetch(question, trial, session);
            keep(Judge.mark(question, trial, replies));
            fine = session.isAlive() && !session.isStuck();
            if (!fine) {
                flags.add(session.isAlive() ? Flag.TIMEOUT : Flag.CRASHED);
            }
        }
        return fine;
    }

    /** Of a cell and its copies, the last one that was attempted counts. */
    private void keep(Mark mark) {
        Mark before = marks.get(mark.question());
        if (before == null || mark.state() != Mark.State.NOT_ATTEMPTED) {
            marks.put(mark.question(), mark);
        }
    }

    private CellResult run(int at) throws IOException, InterruptedException {
        Assembly.Step step = steps.get(at);
        if (step.source().isBlank()) {
            return new CellResult(at + 1, "", State.RAN, Duration.ZERO, "", List.of());
        }
        StringBuilder source = new StringBuilder(step.source());
        for (String id : step.answers()) {
            CourseQuestion question = question(id);
            if (question != null && Judge.watches(judge.trial(question, student))) {
                source.append(Judge.note(id));
            }
        }
        lastCell = cell(source.toString());
        return session.run(lastCell, at + 1, true);
    }

    private CourseQuestion question(String id) {
        return steps.stream()
                .flatMap(step -> step.asks().stream())
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static NotebookCell cell(String source) throws IOException {
        ObjectNode notebook = JSON.createObjectNode();
        notebook.putArray("cells")
                .addObject()
                .put("cell_type", "code")
                .put("source", source)
                .putObject("metadata");
        notebook.put("nbformat", 4).put("nbformat_minor", 4).putObject("metadata");
        return Notebook.parse(notebook.toString(), "cell").cells().get(0);
    }

    private boolean breaks(CellResult result) {
        return result.state() == State.KERNEL_DIED
                || session.isStuck()
                || result.error().startsWith("OutOfMemoryError");
    }

    private void note(Assembly.Step step, CellResult result) {
        if (result.state() == State.TIMED_OUT) {
            flags.add(Flag.TIMEOUT);
        } else if (result.state() == State.KERNEL_DIED) {
            flags.add(Flag.CRASHED);
        } else if (result.notes().contains(CellResult.Note.CUT)) {
            flags.add(Flag.FLOODED);
        } else if (result.error().startsWith("OutOfMemoryError")) {
            flags.add(Flag.OUT_OF_MEMORY);
        }
        for (String id : step.answers()) {
            if (result.isGood()) {
                failures.remove(id);
            } else {
                failures.put(id, shortened(result.error()));
            }
        }
    }

    /** As nbgrader has it: no error is all of the points, and a number between is that many of them. */
    private Mark tested(CourseQuestion question, CellResult result) {
        if (!result.isGood()) {
            return Mark.none(question, Mark.State.WRONG, say("course.judge.test-fails"));
        }
        double points = question.points();
        for (JsonNode output : lastCell.outputs()) {
            String text = output.path("data").path("text/plain").path(0).asText("");
            if (text.matches("\\d+(\\.\\d+)?")) {
                points = Math.min(question.points(), Double.parseDouble(text));
            }
        }
        return Mark.earned(question, points, Mark.State.WRONG, "", "");
    }

    private boolean isInTime() {
        boolean inTime = System.nanoTime() < deadline;
        if (!inTime) {
            flags.add(Flag.OUT_OF_TIME);
        }
        return inTime;
    }

    private static String shortened(String text) {
        return text.length() <= MOST_NOTE ? text : text.substring(0, MOST_NOTE) + "…";
    }

    private void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
