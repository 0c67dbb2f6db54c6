package jacobi.course.report;

import jacobi.course.Csv;
import jacobi.course.grading.Assignment;
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
        assignment.questions().stream().map(question -> Csv.name(question.id())).forEach(header::add);
        header.addAll(List.of("total", "seconds", "flags"));
        table.append(Csv.line(header));
        for (StudentMarks marks : all) {
            List<String> row = new ArrayList<>(List.of(Csv.name(marks.folder())));
            for (Mark mark : marks.marks()) {
                row.add(mark.points() == null ? "" : number(mark.points()));
            }
            row.add(number(marks.total()));
            row.add(String.format(Locale.ROOT, "%.1f", marks.seconds()));
            row.add(marks.flags().stream().map(Flag::word).collect(Collectors.joining(" ")));
            table.append(Csv.line(row));
        }
        return Csv.marked(table.toString());
    }

    /** Without a needless fraction, and with a point in every locale. */
    static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
    }
}
