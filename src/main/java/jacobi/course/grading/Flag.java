package jacobi.course.grading;

import static jacobi.language.Say.say;

import java.util.Locale;

/** What a person should look at before the marks of a submission are given out; none stops a run. */
public enum Flag {
    /** No notebook was handed in. */
    MISSING("course.flag.missing"),
    EMPTY("course.flag.empty"),
    /** Cut short, or no JSON: what is before the damage is graded. */
    DAMAGED("course.flag.damaged"),
    UNREADABLE("course.flag.unreadable"),
    TOO_LARGE("course.flag.too-large"),
    /** JSON, but no notebook of format 4. */
    NO_NOTEBOOK("course.flag.not-a-notebook"),
    OTHER_KERNEL("course.flag.other-kernel"),
    /** Several cells stand for one of the teacher's. */
    CELLS_COPIED("course.flag.cells-copied"),
    /** Cells of the teacher's are gone. */
    CELLS_DELETED("course.flag.cells-deleted"),
    /** Locked cells were changed; the teacher's were run. */
    LOCKED_CHANGED("course.flag.locked-changed"),
    /** A cell ran too long and was stopped. */
    TIMEOUT("course.flag.timeout"),
    /** All cells together ran too long; the rest was not run. */
    OUT_OF_TIME("course.flag.out-of-time"),
    /** A cell ended the kernel. */
    CRASHED("course.flag.crashed"),
    /** A cell filled the memory. */
    OUT_OF_MEMORY("course.flag.out-of-memory"),
    /** A cell printed more than may be. */
    FLOODED("course.flag.flooded"),
    LATE("course.flag.late"),
    /** The collector noted something. */
    COLLECTED("course.flag.collected"),
    /** No kernel could start; grading again may do. */
    NOT_GRADED("course.flag.not-graded"),
    /** Questions are there that a person marks. */
    TO_BE_MARKED("course.flag.to-be-marked");

    private final String message;

    Flag(String message) {
        this.message = message;
    }

    /** The word of it in tables and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The flag of a word. */
    static Flag of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What it means, for a reader. */
    public String words() {
        return say(message);
    }
}
