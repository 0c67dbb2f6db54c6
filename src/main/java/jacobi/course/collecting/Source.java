package jacobi.course.collecting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where submissions lie. It is read and never changed. */
interface Source extends AutoCloseable {

    /** What takes the files of a source, one by one. */
    interface Taker {
        void take(HandedIn file) throws IOException;
    }

    /**
     * Goes through all files, in the order of their paths.
     *
     * @param passedOver is told, a line each, what is left out and why
     */
    void forEach(Taker taker, Consumer<PassedOver> passedOver) throws IOException;

    /** A file that was not taken. */
    record PassedOver(String path, Remark why) {}

    @Override
    void close() throws IOException;

    /** A folder or a zip. */
    static Source of(Path place) throws IOException {
        return Files.isDirectory(place) ? new Folder(place) : Archive.open(place);
    }
}
