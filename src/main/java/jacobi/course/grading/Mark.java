package jacobi.course.grading;

import jacobi.display.Html;

/**
 * What a submission earned for a question.
 *
 * @param points null where a person is still to mark it
 * @param most the points of a right answer
 * @param state how it came to that
 * @param note one line for the student; empty if there is nothing to say
 * @param card the reply to the answer, as HTML without a script; empty if there is none
 */
public record Mark(String question, Double points, double most, State state, String note, String card) {

    /** How a question ended. */
    public enum State {
        RIGHT,
        /** Some points. */
        PARTLY,
        WRONG,
        NOT_ATTEMPTED,
        /** The student's cell failed, was stopped, or ended the kernel. */
        FAILED,
        /** No kernel could start: the machine's fault, not the student's. */
        NOT_GRADED,
        /** It waits for a person. */
        TO_BE_MARKED
    }

    /** Of what was earned. */
    static Mark earned(CourseQuestion question, double points, State otherwise, String note, String card) {
        State state = points >= question.points() ? State.RIGHT : points > 0 ? State.PARTLY : otherwise;
        return new Mark(question.id(), points, question.points(), state, note, card);
    }

    /** Of nothing. */
    static Mark none(CourseQuestion question, State state, String note) {
        return new Mark(question.id(), 0.0, question.points(), state, note, "");
    }

    /**
     * Of a question that a person marks.
     *
     * @param answer what the student wrote
     */
    static Mark open(CourseQuestion question, String answer) {
        String card = "<div style=\"border-left:4px solid #8888;padding:4px 12px;white-space:pre-wrap\">"
                + Html.escape(answer) + "</div>";
        return new Mark(question.id(), null, question.points(), State.TO_BE_MARKED, "", card);
    }

    /** The points so far. */
    public double earned() {
        return points == null ? 0 : points;
    }
}
