package jacobi.course;

import static jacobi.language.Say.say;

import jacobi.notebook.NotebookException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Parts of a cell between two lines, as nbgrader marks them. */
public enum Region {
    /** {@code // BEGIN SOLUTION} to {@code // END SOLUTION}: what students are to write. */
    SOLUTION("SOLUTION"),
    /** {@code // BEGIN HIDDEN TESTS} to {@code // END HIDDEN TESTS}: what only the grader runs. */
    HIDDEN_TESTS("HIDDEN TESTS"),
    /** {@code === BEGIN MARK SCHEME ===} to {@code === END MARK SCHEME ===}: what only who marks it reads. */
    MARK_SCHEME("MARK SCHEME");

    private final String begin;
    private final String end;

    Region(String name) {
        begin = "BEGIN " + name;
        end = "END " + name;
    }

    public boolean isIn(String source) {
        return source.contains(begin);
    }

    /** The source without such parts and their marks. */
    public String removed(String source, String where) throws NotebookException {
        return replaced(source, where, (indent, content) -> List.of());
    }

    /**
     * The source with each such part replaced.
     *
     * @param where the cell, for errors
     * @param replacement lines, of the indent of the mark that begins and of the lines between
     */
    String replaced(String source, String where, BiFunction<String, List<String>, List<String>> replacement)
            throws NotebookException {
        List<String> lines = new ArrayList<>();
        List<String> inside = null;
        String indent = "";
        for (String line : source.split("\n", -1)) {
            if (line.contains(begin)) {
                if (inside != null) {
                    throw new NotebookException(say("course.region.nested", "where", where, "mark", begin));
                }
                inside = new ArrayList<>();
                indent = line.substring(0, line.length() - line.stripLeading().length());
            } else if (line.contains(end)) {
                if (inside == null) {
                    throw new NotebookException(
                            say("course.region.no-begin", "where", where, "mark", end, "other", begin));
                }
                lines.addAll(replacement.apply(indent, inside));
                inside = null;
            } else if (inside != null) {
                inside.add(line);
            } else {
                lines.add(line);
            }
        }
        if (inside != null) {
            throw new NotebookException(say("course.region.no-end", "where", where, "mark", begin, "other", end));
        }
        return String.join("\n", lines);
    }
}
