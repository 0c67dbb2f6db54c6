package jacobi.course.grading;

import jacobi.exercise.Exercise;

/**
 * A question of an assignment: a column of the table of marks.
 *
 * @param id what it is called in tables
 * @param title a few words, or an empty string
 * @param points what a right answer is worth
 * @param exercise what judges it, or null
 * @param answer the source of what the student hands in, for an exercise
 */
public record CourseQuestion(String id, String title, double points, Kind kind, Exercise exercise, String answer) {

    /** Who judges. */
    public enum Kind {
        /** The grader, by an exercise file, on values it fetched. */
        EXERCISE,
        /** A cell of the teacher's that fails for a wrong answer, in the student's kernel. */
        TEST,
        /** A person, later. */
        MANUAL
    }
}
