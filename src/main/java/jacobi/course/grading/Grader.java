package jacobi.course.grading;

import static jacobi.language.Say.say;

import jacobi.exercise.ExerciseException;
import jacobi.language.Language;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.NotebookException;
import jacobi.notebook.NotebookSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Grades submissions, several at a time, and keeps each one's marks as soon as they are known. */
public final class Grader {
    private static final int TRUSTED_HEAP = 1024;

    private final Assignment assignment;
    private final Settings settings;
    private WorkFolder trustedFolder;

    /**
     * How to grade.
     *
     * @param kernel what runs submissions
     * @param program the files its process is made of: Java and Jacobi
     * @param data a folder whose files every submission finds beside it, besides those the teacher's notebook names; or
     *     null
     */
    public record Settings(
            KernelSpec kernel, List<Path> program, Sandbox sandbox, Limits limits, int jobs, Path data) {}

    /** Sees a run go on, from the threads that grade. */
    public interface Progress {
        void begins(Submission submission);

        /** @param again whether it was graded now, and not taken from an earlier run */
        void ended(StudentMarks marks, boolean again);
    }

    public Grader(Assignment assignment, Settings settings) {
        this.assignment = assignment;
        this.settings = settings;
    }

    /**
     * Grades what has changed since the last run, and keeps the rest.
     *
     * @param kept where new marks go, too
     * @return the marks in the order of the submissions
     * @throws NotebookException if a reference solution fails
     */
    public List<StudentMarks> grade(List<Submission> submissions, KeptMarks kept, Progress progress)
            throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(settings.jobs(), submissions.size())));
        try (TrustedKernel trusted = new TrustedKernel(this::startTrusted)) {
            Judge judge = new Judge(trusted, settings.limits());
            List<Future<StudentMarks>> running = new ArrayList<>();
            for (Submission submission : submissions) {
                running.add(pool.submit(() -> marks(submission, kept, judge, progress)));
            }
            List<StudentMarks> all = new ArrayList<>();
            for (Future<StudentMarks> one : running) {
                all.add(one.get());
            }
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ExerciseException wrong) {
                throw new NotebookException(wrong.getMessage(), wrong);
            }
            if (e.getCause() instanceof UncheckedIOException none) {
                throw new NotebookException(none.getMessage(), none);
            }
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
            if (trustedFolder != null) {
                trustedFolder.close();
            }
        }
    }

    private StudentMarks marks(Submission submission, KeptMarks kept, Judge judge, Progress progress)
            throws IOException, InterruptedException {
        Optional<StudentMarks> before = kept.of(submission);
        if (before.isPresent()) {
            progress.ended(before.get(), false);
            return before.get();
        }
        String fingerprint = kept.fingerprint(submission);
        progress.begins(submission);
        StudentMarks marks = kept.keep(graded(submission, fingerprint, judge));
        progress.ended(marks, true);
        return marks;
    }

    private StudentMarks graded(Submission submission, String fingerprint, Judge judge)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(submission.flags());
        List<Mark> marks = new ArrayList<>();
        List<String> notes = new ArrayList<>(submission.notes());
        StringBuilder work = new StringBuilder();
        boolean only = assignment.notebooks().size() == 1;
        for (TeacherNotebook teacher : assignment.notebooks()) {
            Optional<Path> file = submission.answering(teacher.name(), only);
            if (file.isEmpty()) {
                flags.add(Flag.MISSING);
                teacher.questions().forEach(question -> marks.add(missing(question)));
                continue;
            }
            SubmittedNotebook notebook = SubmittedNotebook.read(file.get());
            flags.addAll(notebook.flags());
            Assembly assembly = Assembly.of(teacher, notebook.cells());
            if (!notebook.cells().isEmpty()) {
                flags.addAll(assembly.flags());
            }
            OwnWork.of(teacher, notebook.cells(), work);
            SubmissionRun.Outcome outcome = notebook.cells().isEmpty()
                    ? new SubmissionRun.Outcome(Map.of(), Set.of())
                    : run(submission, assembly, judge, notes);
            flags.addAll(outcome.flags());
            for (CourseQuestion question : teacher.questions()) {
                Mark mark = question.kind() == CourseQuestion.Kind.MANUAL
                        ? written(question, WrittenAnswer.of(question, teacher, notebook.cells()))
                        : outcome.marks().get(question.id());
                boolean notRun = outcome.flags().contains(Flag.NOT_GRADED);
                marks.add(
                        mark != null
                                ? mark
                                : notRun
                                        ? new Mark(
                                                question.id(), null, question.points(), Mark.State.NOT_GRADED, "", "")
                                        : missing(question));
            }
        }
        if (marks.stream().anyMatch(mark -> mark.state() == Mark.State.TO_BE_MARKED)) {
            flags.add(Flag.TO_BE_MARKED);
        }
        double seconds = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
        return new StudentMarks(
                submission.student(), submission.folder(), marks, seconds, flags, notes, work.toString(), fingerprint);
    }

    private static Mark written(CourseQuestion question, Optional<String> answer) {
        return answer.map(text -> Mark.open(question, text))
                .orElseGet(() -> Mark.none(question, Mark.State.NOT_ATTEMPTED, ""));
    }

    private static Mark missing(CourseQuestion question) {
        return Mark.none(question, Mark.State.NOT_ATTEMPTED, say("course.judge.not-there"));
    }

    private SubmissionRun.Outcome run(Submission submission, Assembly assembly, Judge judge, List<String> notes)
            throws IOException, InterruptedException {
        try (WorkFolder folder = WorkFolder.with(assignment.named(), settings.data())) {
            return SubmissionRun.of(
                    submission.student(),
                    judge,
                    settings.limits(),
                    () -> start(
                            folder,
                            settings.sandbox(),
                            settings.limits().heapMegabytes(),
                            settings.limits().cell()),
                    assembly.steps());
        } catch (jacobi.notebook.KernelDiedException e) {
            notes.add(e.getMessage());
            return new SubmissionRun.Outcome(Map.of(), Set.of(Flag.NOT_GRADED));
        }
    }

    private NotebookSession start(WorkFolder folder, Sandbox sandbox, int heap, Duration cell)
            throws IOException, InterruptedException {
        SandboxedKernel kernel = new SandboxedKernel(
                settings.kernel(),
                settings.program(),
                sandbox,
                heap,
                Language.current().code(),
                folder);
        NotebookSession session =
                NotebookSession.open(kernel, cell, settings.limits().output());
        session.stopFloods();
        return session;
    }

    /** The teacher's own solutions need no sandbox. */
    private NotebookSession startTrusted() throws IOException, InterruptedException {
        if (trustedFolder == null) {
            trustedFolder = WorkFolder.with(assignment.named(), settings.data());
        }
        return start(trustedFolder, Sandbox.none(""), TRUSTED_HEAP, Duration.ofSeconds(60));
    }
}
