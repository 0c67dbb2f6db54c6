package jacobi;

import jacobi.language.Language;
import jacobi.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The language a notebook names for its reader's messages, in its metadata: {@code "jacobi": {"language": "zh"}}. */
final class NotebookLanguage {
    private NotebookLanguage() {}

    /**
     * Takes the language the notebook names, if it names one.
     *
     * @param session Jupyter's name of the session, the notebook's path as a rule; may be null
     */
    static void use(String session) {
        if (session == null || !session.endsWith(".ipynb")) {
            return;
        }
        try {
            Path file = Path.of("").toAbsolutePath().resolve(session);
            if (Files.isRegularFile(file)) {
                Notebook.read(file).readersLanguage().ifPresent(Language::useNotebooks);
            }
        } catch (IOException | InvalidPathException e) {
            // A session's name can be any text, and a notebook that cannot be read names no language.
        }
    }
}
