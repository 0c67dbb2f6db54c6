package jacobi.course.report;

import static jacobi.language.Say.say;

import jacobi.course.grading.Assignment;
import jacobi.course.grading.CourseQuestion;
import jacobi.course.grading.Flag;
import jacobi.course.grading.ManualMarks;
import jacobi.course.grading.Mark;
import jacobi.course.grading.StudentMarks;
import jacobi.display.Html;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The class at a glance, for the teacher: how points are distributed, what was hard, what wants a person's eye. */
final class ClassPage {
    private static final int BINS = 10;
    private static final int MOST_PAIRS = 30;

    private ClassPage() {}

    static String of(Assignment assignment, List<StudentMarks> all, List<Similarity.Pair> alike) {
        StringBuilder body = new StringBuilder();
        double mean = all.stream().mapToDouble(StudentMarks::total).average().orElse(0);
        body.append("<p>")
                .append(Html.escape(say(
                        "course.report.class",
                        "students",
                        all.size(),
                        "mean",
                        MarksTable.number(mean),
                        "median",
                        MarksTable.number(median(all)),
                        "most",
                        MarksTable.number(assignment.points()))))
                .append("</p>\n")
                .append(waiting(all))
                .append(distribution(assignment, all))
                .append(questions(assignment, all))
                .append(students(all))
                .append(similar(alike));
        return Page.of(say("course.report.class-title", "assignment", assignment.name()), body.toString());
    }

    /** That some answers wait for a person, and where their points go. */
    private static String waiting(List<StudentMarks> all) {
        long waiting = all.stream()
                .filter(one -> one.flags().contains(Flag.TO_BE_MARKED))
                .count();
        return waiting == 0
                ? ""
                : "<p>" + Html.escape(say("course.report.waiting", "n", waiting, "file", ManualMarks.FILE)) + "</p>\n";
    }

    private static double median(List<StudentMarks> all) {
        double[] totals = all.stream().mapToDouble(StudentMarks::total).sorted().toArray();
        int half = totals.length / 2;
        return totals.length == 0 ? 0 : totals.length % 2 == 1 ? totals[half] : (totals[half - 1] + totals[half]) / 2;
    }

    /** How many students have how many tenths of the points. */
    private static String distribution(Assignment assignment, List<StudentMarks> all) {
        int[] counts = new int[BINS];
        for (StudentMarks marks : all) {
            double share = assignment.points() == 0 ? 0 : marks.total() / assignment.points();
            counts[(int) Math.max(0, Math.min(BINS - 1, Math.floor(share * BINS)))]++;
        }
        int highest = Math.max(1, IntStream.of(counts).max().orElse(1));
        StringBuilder svg = new StringBuilder("<h2>" + Html.escape(say("course.report.distribution")) + "</h2>\n"
                + "<svg role=\"img\" width=\"560\" height=\"192\" viewBox=\"0 0 560 192\">");
        svg.append("<title>")
                .append(Html.escape(say("course.report.distribution")))
                .append("</title>");
        for (int i = 0; i < BINS; i++) {
            int height = Math.round(120f * counts[i] / highest);
            int x = 10 + 54 * i;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"48\" height=\"%d\"/>"
                            + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                            + "<text x=\"%d\" y=\"162\" text-anchor=\"middle\">%d–%d</text>",
                    x,
                    145 - height,
                    height,
                    x + 24,
                    140 - height,
                    counts[i] == 0 ? "" : Integer.toString(counts[i]),
                    x + 24,
                    i * 10,
                    i * 10 + 10));
        }
        return svg.append("<line class=\"axis\" x1=\"6\" y1=\"145.5\" x2=\"548\" y2=\"145.5\"/>"
                        + "<text x=\"277\" y=\"184\" text-anchor=\"middle\">")
                .append(Html.escape(say("course.report.percent")))
                .append("</text></svg>\n")
                .toString();
    }

    /** The hardest first; what is not marked yet comes last, without a share. */
    private static String questions(Assignment assignment, List<StudentMarks> all) {
        record Row(CourseQuestion question, double share, long attempted) {}
        List<Row> rows = new ArrayList<>();
        List<CourseQuestion> questions = assignment.questions();
        for (int i = 0; i < questions.size(); i++) {
            int at = i;
            List<Mark> marks = all.stream().map(one -> one.marks().get(at)).toList();
            double most = questions.get(i).points() * marks.size();
            double earned = marks.stream().mapToDouble(Mark::earned).sum();
            boolean open = most == 0 || marks.stream().anyMatch(mark -> mark.points() == null);
            long attempted = marks.stream()
                    .filter(mark -> mark.state() != Mark.State.NOT_ATTEMPTED)
                    .count();
            rows.add(new Row(questions.get(i), open ? Double.NaN : earned / most, attempted));
        }
        rows.sort(Comparator.comparingDouble(Row::share));
        StringBuilder table = new StringBuilder("<h2>" + Html.escape(say("course.report.hardest")) + "</h2>\n<table>"
                + head("course.report.question", "course.report.earned", "course.report.attempted"));
        for (Row row : rows) {
            table.append("<tr>")
                    .append(Page.cell(StudentPage.heading(row.question())))
                    .append(Page.number(Double.isNaN(row.share()) ? "–" : Math.round(100 * row.share()) + " %"))
                    .append(Page.number(row.attempted() + " / " + all.size()))
                    .append("</tr>\n");
        }
        return table.append("</table>\n").toString();
    }

    private static String students(List<StudentMarks> all) {
        StringBuilder table = new StringBuilder("<h2>" + Html.escape(say("course.report.students")) + "</h2>\n<table>"
                + head("course.report.student", "course.report.points-head", "course.report.remarks"));
        for (StudentMarks marks : all) {
            String link = "students/" + marks.folder() + ".html";
            table.append("<tr><td><a href=\"")
                    .append(Html.escape(address(link)))
                    .append("\">")
                    .append(Html.escape(marks.student()))
                    .append("</a></td>")
                    .append(Page.number(MarksTable.number(marks.total())))
                    .append(Page.cell(remarks(marks)))
                    .append("</tr>\n");
        }
        return table.append("</table>\n").toString();
    }

    /** Without what is said of the whole class. */
    private static String remarks(StudentMarks marks) {
        return marks.remarks().stream()
                .filter(remark -> !remark.equals(Flag.TO_BE_MARKED.words()))
                .collect(Collectors.joining("; "));
    }

    /** A link to a file, whatever is in its name. */
    private static String address(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            // Every character of a path can be quoted.
            throw new IllegalStateException(e);
        }
    }

    private static String similar(List<Similarity.Pair> alike) {
        StringBuilder table = new StringBuilder("<h2>" + Html.escape(say("course.report.similar")) + "</h2>\n<p>"
                + Html.escape(say("course.report.similar-words")) + "</p>\n");
        if (alike.isEmpty()) {
            return table.append("<p>")
                    .append(Html.escape(say("course.report.none-similar")))
                    .append("</p>\n")
                    .toString();
        }
        table.append("<table>").append(head("course.report.student", "course.report.student", "course.report.shared"));
        alike.stream()
                .limit(MOST_PAIRS)
                .forEach(pair -> table.append("<tr>")
                        .append(Page.cell(pair.first()))
                        .append(Page.cell(pair.second()))
                        .append(Page.number(Math.round(100 * pair.share()) + " %"))
                        .append("</tr>\n"));
        return table.append("</table>\n").toString();
    }

    private static String head(String first, String second, String third) {
        return "<tr><th>" + Html.escape(say(first)) + "</th><th>" + Html.escape(say(second)) + "</th><th>"
                + Html.escape(say(third)) + "</th></tr>\n";
    }
}
