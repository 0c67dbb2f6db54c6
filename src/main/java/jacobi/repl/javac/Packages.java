package jacobi.repl.javac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The packages that have classes in one entry of a class path. */
final class Packages {
    private static final String CLASS = ".class";

    private Packages() {}

    /** Their names, in order; none of what cannot be read, of which javac says nothing either. */
    static Set<String> of(Path entry) {
        Set<String> names = new TreeSet<>();
        Consumer<String> add = path -> {
            if (path.endsWith(CLASS) && path.indexOf('/') > 0 && !path.startsWith("META-INF/")) {
                names.add(path.substring(0, path.lastIndexOf('/')).replace('/', '.'));
            }
        };
        try {
            if (Files.isDirectory(entry)) {
                try (Stream<Path> files = Files.walk(entry)) {
                    files.forEach(file ->
                            add.accept(entry.relativize(file).toString().replace('\\', '/')));
                }
            } else if (Files.isRegularFile(entry)) {
                try (JarFile jar = new JarFile(entry.toFile(), false)) {
                    jar.stream().forEach(file -> add.accept(file.getName()));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return names;
        }
        return names;
    }
}
