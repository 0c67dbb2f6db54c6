package jacobi.repl.magic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which kernel a notebook was last saved with. */
final class NotebookKernel {
    private static final Set<String> OF_JAVA = Set.of("java", "ijava", "jjava", "rapaio-jupyter-kernel", "rapaio");

    private NotebookKernel() {}

    /**
     * Whether it is IJava, or one made after it.
     *
     * @param notebook the notebook's path as Jupyter tells it; null where it does not
     */
    static boolean isIJavas(String notebook) {
        if (notebook == null || !notebook.endsWith(".ipynb")) {
            return false;
        }
        try {
            Path file = Path.of(notebook);
            if (!Files.isRegularFile(file)) {
                return false;
            }
            JsonNode spec =
                    new ObjectMapper().readTree(file.toFile()).path("metadata").path("kernelspec");
            return OF_JAVA.contains(spec.path("name").asText().toLowerCase(Locale.ROOT));
        } catch (IOException | InvalidPathException e) {
            // Jupyter's name of a session can be any text.
            return false;
        }
    }
}
