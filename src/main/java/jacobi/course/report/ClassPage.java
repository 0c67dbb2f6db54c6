package jacobi.course.report;

import static jacobi.language.Say.say;

import jacobi.course.grading.Assignment;
import jacobi.course.grading.CourseQuestion;
import jacobi.course.grading.Flag;
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
                .append(distribution(assignment, all))
                .append(questions(assignment, all))
                .append(students(all))
                .append(similar(alike));
        return Page.of(say("course.report.class-title"), body.toString());
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
                + "<svg role=\"img\" width=\"560\" height=\"170\" viewBox=\"0 0 560 170\">");
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
                            + "<text x=\"%d\" y=\"162\" text-anchor=\"middle\">%d–%d %%</text>",
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
        return svg.append("</svg>\n").toString();
    }

    /** The hardest first, by the marks there are; what nobody has marked yet comes last. */
    private static String questions(Assignment assignment, List<StudentMarks> all) {
        record Row(CourseQuestion question, double share, long attempted, int marked) {}
        List<Row> rows = new ArrayList<>();
        List<CourseQuestion> questions = assignment.questions();
        for (int i = 0; i < questions.size(); i++) {
            int at = i;
            List<Mark> marks = all.stream()
                    .map(one -> one.marks().get(at))
                    .filter(mark -> mark.points() != null)
                    .toList();
            double most = questions.get(i).points() * marks.size();
            double earned = marks.stream().mapToDouble(Mark::earned).sum();
            long attempted = marks.stream()
                    .filter(mark -> mark.state() != Mark.State.NOT_ATTEMPTED)
                    .count();
            rows.add(new Row(questions.get(i), most == 0 ? 1 : earned / most, attempted, marks.size()));
        }
        rows.sort(Comparator.comparingDouble(Row::share));
        StringBuilder table = new StringBuilder("<h2>" + Html.escape(say("course.report.hardest")) + "</h2>\n<table>"
                + head("course.report.question", "course.report.earned", "course.report.attempted"));
        for (Row row : rows) {
            table.append("<tr>")
                    .append(Page.cell(StudentPage.heading(row.question())))
                    .append(Page.number(row.marked() == 0 ? "–" : Math.round(100 * row.share()) + " %"))
                    .append(Page.number(row.attempted() + " / " + row.marked()))
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
                    .append(Page.cell(marks.flags().stream().map(Flag::word).collect(Collectors.joining(", "))))
                    .append("</tr>\n");
        }
        return table.append("</table>\n").toString();
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
