package jacobi.course.report;

import jacobi.course.grading.Assignment;
import jacobi.course.grading.CourseQuestion;
import jacobi.course.grading.Flag;
import jacobi.course.grading.Mark;
import jacobi.course.grading.StudentMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of marks as CSV: a row a student, a column a question, then total, seconds and flags. */
final class MarksTable {
    private MarksTable() {}

    static String of(Assignment assignment, List<StudentMarks> all) {
        StringBuilder table = new StringBuilder();
        List<String> header = new ArrayList<>(List.of("student"));
        assignment.questions().stream().map(CourseQuestion::id).forEach(header::add);
        header.addAll(List.of("total", "seconds", "flags"));
        line(table, header);
        for (StudentMarks marks : all) {
            List<String> row = new ArrayList<>(List.of(safe(marks.folder())));
            for (Mark mark : marks.marks()) {
                row.add(mark.points() == null ? "" : number(mark.points()));
            }
            row.add(number(marks.total()));
            row.add(String.format(Locale.ROOT, "%.1f", marks.seconds()));
            row.add(marks.flags().stream().map(Flag::word).collect(Collectors.joining(" ")));
            line(table, row);
        }
        return table.toString();
    }

    /** Without a needless fraction, and with a point in every locale. */
    static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
    }

    /** What a table's program would take for a formula begins with an apostrophe. */
    private static String safe(String text) {
        return text.matches("(?s)[=+\\-@\\t].*") ? "'" + text : text;
    }

    private static void line(StringBuilder table, List<String> fields) {
        table.append(fields.stream()
                        .map(field -> field.matches("[^\",\\n\\r]*") ? field : '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .append('\n');
    }
}
