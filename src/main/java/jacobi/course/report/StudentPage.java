package jacobi.course.report;

import static jacobi.language.Say.say;

import jacobi.course.grading.Assignment;
import jacobi.course.grading.CourseQuestion;
import jacobi.course.grading.Mark;
import jacobi.course.grading.StudentMarks;
import jacobi.display.Html;
import java.util.List;

/** What a student gets back: points and cards. Of hidden cases a card says no more than whether they are right. */
final class StudentPage {
    private StudentPage() {}

    static String of(Assignment assignment, StudentMarks marks) {
        StringBuilder body = new StringBuilder("<p><b>")
                .append(Html.escape(say(
                        "course.report.total",
                        "points",
                        MarksTable.number(marks.total()),
                        "most",
                        MarksTable.number(marks.most()))))
                .append("</b></p>\n");
        for (String remark : marks.remarks()) {
            body.append("<p class=\"remark\">").append(Html.escape(remark)).append("</p>\n");
        }
        List<CourseQuestion> questions = assignment.questions();
        for (int i = 0; i < questions.size(); i++) {
            Mark mark = marks.marks().get(i);
            String heading = heading(questions.get(i));
            body.append("<h3>")
                    .append(Html.escape(say("course.report.of-question", "question", heading, "points", points(mark))))
                    .append("</h3>\n")
                    .append(reply(questions.get(i), mark))
                    .append('\n');
        }
        return Page.of(marks.student() + " · " + assignment.name(), body.toString());
    }

    /** The id and the title of a question. */
    static String heading(CourseQuestion question) {
        return question.id() + (question.title().isEmpty() ? "" : " · " + question.title());
    }

    static String points(Mark mark) {
        return mark.points() == null
                ? say("course.report.to-be-marked", "most", MarksTable.number(mark.most()))
                : say(
                        "course.report.points",
                        "points",
                        MarksTable.number(mark.points()),
                        "most",
                        MarksTable.number(mark.most()));
    }

    /** The card, or a line where there is none. */
    static String reply(CourseQuestion question, Mark mark) {
        if (!mark.card().isEmpty()) {
            return mark.card();
        }
        String state = switch (mark.state()) {
            case RIGHT -> say("course.report.right");
            case PARTLY -> say("course.report.partly");
            case WRONG -> say("course.report.wrong");
            case NOT_ATTEMPTED -> say("course.report.not-attempted");
            case FAILED -> say("course.report.failed");
            case NOT_GRADED -> say("course.flag.not-graded");
            case TO_BE_MARKED -> say("course.report.waits");
        };
        String words = mark.note().isEmpty() ? state : say("course.report.why", "state", state, "why", mark.note());
        return "<p>" + Html.escape(words) + "</p>";
    }

    /** The text of a card, for what shows no HTML. */
    static String plain(String card) {
        return Html.unescape(card.replaceAll("<div[^>]*>", "\n").replaceAll("<[^>]*>", ""))
                .strip();
    }
}
