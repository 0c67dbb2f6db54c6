package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.course.grading.Grader;
import jacobi.course.grading.StudentMarks;
import jacobi.course.grading.Submission;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;

/** The bar of a grading in a terminal, a step a submission; elsewhere a line for each. */
final class GradeProgress implements Grader.Progress, AutoCloseable {
    private final ProgressBar bar;
    private final PrintWriter lines;

    /** @param lines where a line for each submission goes when there is no terminal, or null */
    GradeProgress(int count, PrintWriter lines) {
        bar = RunProgress.bar(say("command.grade.progress"), count);
        this.lines = bar == null ? lines : null;
    }

    @Override
    public void begins(Submission submission) {
        if (bar != null) {
            bar.setExtraMessage(" " + submission.folder());
        }
    }

    @Override
    public void ended(StudentMarks marks, boolean again) {
        if (bar != null) {
            bar.step();
        } else if (lines != null) {
            synchronized (lines) {
                lines.println(
                        again
                                ? say(
                                        "command.grade.graded",
                                        "student",
                                        marks.folder(),
                                        "points",
                                        Points.of(marks.total()),
                                        "most",
                                        Points.of(marks.most()),
                                        "seconds",
                                        String.format(Locale.ROOT, "%.1f", marks.seconds()))
                                : say(
                                        "command.grade.as-before",
                                        "student",
                                        marks.folder(),
                                        "points",
                                        Points.of(marks.total()),
                                        "most",
                                        Points.of(marks.most())));
                lines.flush();
            }
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
