package jacobi.course;

import jacobi.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files beside a notebook that its text names, such as data and pictures: they go where it goes, and nothing else does.
 */
public final class NamedFiles {
    private NamedFiles() {}

    /**
     * The files by their paths from the notebook's folder. Notebooks, exercises and hidden files are none of them.
     *
     * @param folder the notebook's
     */
    public static Map<Path, Path> of(Notebook notebook, Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        notebook.cells().forEach(cell -> text.append(cell.source()).append('\n'));
        Map<Path, Path> named = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path below = folder.relativize(file);
                String name = below.toString().replace('\\', '/');
                boolean own = name.endsWith(".ipynb") || name.startsWith(".") || name.startsWith("exercises/");
                if (!own && isIn(text, name)) {
                    named.put(below, file);
                }
            }
        }
        return named;
    }

    /** Copies files to a folder, each below it as it was, in place of what is there. */
    public static void copy(Map<Path, Path> named, Path folder) throws IOException {
        for (Map.Entry<Path, Path> file : named.entrySet()) {
            Path target = folder.resolve(file.getKey().toString());
            Files.createDirectories(target.getParent());
            Files.copy(file.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether a text has the name, and not only as a part of another word. */
    private static boolean isIn(CharSequence text, String name) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])")
                .matcher(text)
                .find();
    }
}
