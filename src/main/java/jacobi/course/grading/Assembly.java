package jacobi.course.grading;

import jacobi.course.CheckCall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is run of a submission: the student's cells in the student's order, with locked cells as the teacher wrote them,
 * and cells that are gone put back where they were.
 *
 * @param steps in order
 */
record Assembly(List<Step> steps, Set<Flag> flags) {

    /**
     * A cell to run.
     *
     * @param asks the exercises to judge after it
     * @param test the question it tests, or null
     * @param answers the ids of the questions the student answers in it
     */
    record Step(String source, List<CourseQuestion> asks, CourseQuestion test, Set<String> answers) {}

    static Assembly of(TeacherNotebook teacher, List<SubmittedCell> submitted) {
        Map<String, TeacherNotebook.Cell> known = new HashMap<>();
        // A surer key of another cell is not taken by a less sure one.
        teacher.cells().forEach(cell -> cell.keys().forEach(key -> known.putIfAbsent(key, cell)));
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        List<TeacherNotebook.Cell> matched = new ArrayList<>();
        Map<TeacherNotebook.Cell, Integer> last = new HashMap<>();
        for (int i = 0; i < submitted.size(); i++) {
            TeacherNotebook.Cell cell = match(submitted.get(i), known);
            matched.add(cell);
            if (cell != null) {
                Integer before = last.put(cell, i);
                // An exercise's cell and the cell of its check may both stand for one of the teacher's.
                if (before != null && !CheckCall.isAllOf(submitted.get(i).source())) {
                    flags.add(Flag.CELLS_COPIED);
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        Set<TeacherNotebook.Cell> done = new HashSet<>();
        restore(teacher, null, last, steps, flags);
        for (int i = 0; i < submitted.size(); i++) {
            SubmittedCell cell = submitted.get(i);
            TeacherNotebook.Cell original = matched.get(i);
            if (original == null) {
                add(steps, cell.isCode(), new Step(cell.source(), List.of(), null, Set.of()));
                continue;
            }
            boolean changed = original.locked()
                    && !original.given().strip().equals(cell.source().strip());
            // Hidden tests are not in what was handed out, so a difference there is no change of the student's.
            if (changed && !isShortened(original.given(), cell.source())) {
                flags.add(Flag.LOCKED_CHANGED);
            }
            if (!original.locked() || last.get(original) == i) {
                add(
                        steps,
                        cell.isCode(),
                        new Step(
                                original.locked() ? original.source() : cell.source(),
                                original.asks(),
                                original.test(),
                                original.answers()));
            }
            if (last.get(original) == i && done.add(original)) {
                restore(teacher, original, last, steps, flags);
            }
        }
        return new Assembly(answered(teacher, steps), flags);
    }

    /**
     * Without the questions whose cell is gone: an answer that is left of another question is not to count for them.
     */
    private static List<Step> answered(TeacherNotebook teacher, List<Step> steps) {
        Set<String> there = new HashSet<>();
        steps.forEach(step -> there.addAll(step.answers()));
        Set<String> gone = new HashSet<>();
        teacher.cells().forEach(cell -> gone.addAll(cell.answers()));
        gone.removeAll(there);
        return steps.stream()
                .map(step -> new Step(
                        step.source(),
                        step.asks().stream()
                                .filter(question -> !gone.contains(question.id()))
                                .toList(),
                        step.test(),
                        step.answers()))
                .toList();
    }

    private static TeacherNotebook.Cell match(SubmittedCell cell, Map<String, TeacherNotebook.Cell> known) {
        return cell.keys().stream()
                .filter(known::containsKey)
                .map(known::get)
                .filter(original -> original.isCode() == cell.isCode())
                .findFirst()
                .orElse(null);
    }

    /** Puts back the cells after {@code place}, or at the beginning, up to the next one that was handed in. */
    private static void restore(
            TeacherNotebook teacher,
            TeacherNotebook.Cell place,
            Map<TeacherNotebook.Cell, Integer> last,
            List<Step> steps,
            Set<Flag> flags) {
        int at = place == null ? 0 : place.index() + 1;
        for (; at < teacher.cells().size() && !last.containsKey(teacher.cells().get(at)); at++) {
            TeacherNotebook.Cell gone = teacher.cells().get(at);
            if (!gone.isCode()) {
                continue;
            }
            if (!gone.added()) {
                flags.add(Flag.CELLS_DELETED);
            }
            if (gone.answers().isEmpty()) {
                add(steps, true, new Step(gone.source(), gone.asks(), gone.test(), Set.of()));
            }
        }
    }

    private static boolean isShortened(String whole, String part) {
        List<String> lines = whole.lines().map(String::strip).toList();
        return part.lines().map(String::strip).filter(line -> !line.isEmpty()).allMatch(lines::contains);
    }

    private static void add(List<Step> steps, boolean isCode, Step step) {
        if (isCode && !(step.source().isBlank() && step.asks().isEmpty())) {
            steps.add(step);
        }
    }
}
