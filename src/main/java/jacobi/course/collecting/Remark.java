package jacobi.course.collecting;

import static jacobi.language.Say.say;

import java.util.Locale;

/** What a person should know of a submission before giving marks; none stops a run. */
public enum Remark {
    /** Handed in after the date it was due. */
    LATE("course.flag.late"),
    /** Several of one name were handed in; the newest counts. */
    SEVERAL("course.flag.several"),
    /** A link that leads out of the folder was not followed. */
    LINK_LEADS_OUT("course.flag.link-leads-out"),
    /** A file is larger than may be, or an archive unpacks to more. */
    TOO_LARGE("course.flag.too-large"),
    /** An archive names a file outside of itself. */
    LEADS_OUT_OF_ARCHIVE("course.flag.leads-out-of-archive"),
    /** An archive cannot be unpacked. */
    ARCHIVE_DAMAGED("course.flag.archive-damaged"),
    /** A file could not be read. */
    UNREADABLE("course.flag.unreadable"),
    /** No notebook is among the files. */
    NO_NOTEBOOK("course.flag.no-notebook");

    private final String message;

    Remark(String message) {
        this.message = message;
    }

    /** The word of it in tables and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means, for a reader. */
    public String words() {
        return say(message);
    }
}
