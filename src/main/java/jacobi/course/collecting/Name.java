package jacobi.course.collecting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a file is and what it is called, read from the path that a learning platform or a teacher gave it.
 *
 * <p>Known are Moodle's {@code Full Name_123_assignsubmission_file_/work.ipynb} (and the same without the folder),
 * Canvas's {@code lastfirst_LATE_12_345_work-2.ipynb}, a folder for each student as nbgrader has it, and plain {@code
 * student.ipynb}.
 *
 * @param student as the platform names the person
 * @param number what the platform adds to tell people of one name apart, or an empty string
 * @param file the file's path below the student's folder
 * @param markedLate whether the platform calls it late
 */
record Name(String student, String number, String file, boolean markedLate) {
    private static final Pattern MOODLE =
            Pattern.compile("(?s)(?:.*/)?([^/]+?)_(\\d+)_assignsubmission_(?:file|onlinetext)_?/?(.+)");
    private static final Pattern CANVAS = Pattern.compile("(?s)(?:.*/)?([^/_]+)_(LATE_)?(\\d+)_(\\d+)_([^/]+)");
    /** What browsers, Canvas and Jupyter add to a file's name when there is one already. */
    private static final Pattern AGAIN = Pattern.compile("(?: ?\\(\\d+\\)|-\\d+|-Copy\\d+| - 副本| copy(?: \\d+)?)+$");

    /** Reads a path. */
    static Name of(String path) {
        Matcher moodle = MOODLE.matcher(path);
        if (moodle.matches()) {
            return new Name(moodle.group(1), moodle.group(2), moodle.group(3), false);
        }
        Matcher canvas = CANVAS.matcher(path);
        if (canvas.matches()) {
            return new Name(canvas.group(1), canvas.group(3), canvas.group(5), canvas.group(2) != null);
        }
        int slash = path.indexOf('/');
        if (slash > 0) {
            return new Name(path.substring(0, slash), "", path.substring(slash + 1), false);
        }
        int dot = path.lastIndexOf('.');
        return new Name(dot > 0 ? path.substring(0, dot) : path, "", path, false);
    }

    /** Whether a platform named it, so that the folders it lies in are not students. */
    static boolean isOfPlatform(String path) {
        return MOODLE.matcher(path).matches() || CANVAS.matcher(path).matches();
    }

    /** The name of the notebook without what was added because it was handed in again. */
    static String notebook(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return AGAIN.matcher(dot > 0 ? name.substring(0, dot) : name).replaceFirst("");
    }
}
