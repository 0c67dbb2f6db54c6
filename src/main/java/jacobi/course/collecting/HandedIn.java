package jacobi.course.collecting;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;

/**
 * A file as the source has it.
 *
 * @param path below the source, names divided by {@code /}
 * @param time when it was last changed, as far as the source knows
 * @param content opens it; may be called once while the source is open
 */
record HandedIn(String path, Instant time, Content content) {

    /** How the file is read. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** The last part of its path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether it is a notebook, and none that Jupyter keeps for itself. */
    boolean isNotebook() {
        return name().toLowerCase(Locale.ROOT).endsWith(".ipynb");
    }

    /** Whether it is an archive that may hold notebooks. */
    boolean isArchive() {
        return name().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Whether it belongs to a program and not to the work: checkpoints, metadata of a Mac, hidden files. */
    boolean isLitter() {
        for (String part : path.split("/")) {
            if (part.startsWith(".") || part.equals("__MACOSX") || part.equals("Thumbs.db")) {
                return true;
            }
        }
        return false;
    }
}
