package jacobi.repl.javac;

import jacobi.repl.library.Library;
import jacobi.source.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;

/**
 * The processors of annotations that libraries bring, as Lombok's. They run on units with an annotation of a library's
 * only: a compiler with processors serves one cell and takes a second.
 */
final class Annotations {
    private static final String SERVICES = "META-INF/services/" + Processor.class.getName();
    private static final Pattern USE = Pattern.compile("@(?:[\\w.]*\\.)?([A-Za-z_]\\w*)");

    static final Annotations NONE = new Annotations(Set.of(), null);

    /** Simple names of the classes of libraries with processors. */
    private final Set<String> names;

    private final ClassLoader loader;

    private Annotations(Set<String> names, ClassLoader loader) {
        this.names = names;
        this.loader = loader;
    }

    static Annotations of(List<Library> libraries, ClassLoader loader) {
        boolean any = libraries.stream().anyMatch(Annotations::hasProcessor);
        if (!any) {
            return NONE;
        }
        Set<String> names = new HashSet<>();
        for (Library library : libraries) {
            try (JarFile jar = jar(library).orElse(null)) {
                if (jar != null) {
                    jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.endsWith(".class") && !name.contains("$"))
                            .forEach(name -> names.add(
                                    name.substring(name.lastIndexOf('/') + 1, name.length() - ".class".length())));
                }
            } catch (IOException e) {
                // It was readable when it was added; its annotations stay unprocessed.
            }
        }
        return new Annotations(names, loader);
    }

    private static boolean hasProcessor(Library library) {
        try (JarFile jar = jar(library).orElse(null)) {
            return jar != null && jar.getEntry(SERVICES) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<JarFile> jar(Library library) throws IOException {
        return library.path().toString().endsWith(".jar")
                ? Optional.of(new JarFile(library.path().toFile(), false))
                : Optional.empty();
    }

    /** Fresh ones for units that want some; none for others. */
    List<Processor> processors(List<Unit> units) {
        if (names.isEmpty() || units.stream().noneMatch(this::isAnnotated)) {
            return List.of();
        }
        List<Processor> processors = new ArrayList<>();
        try {
            ServiceLoader.load(Processor.class, loader).forEach(processors::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            System.err.println("A processor of annotations cannot be loaded: " + e.getMessage());
        }
        return processors;
    }

    private boolean isAnnotated(Unit unit) {
        Matcher use = USE.matcher(unit.text());
        while (use.find()) {
            if (names.contains(use.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** A compiler's options, with processors. */
    List<String> options(List<String> usual) {
        List<String> options = new ArrayList<>(usual);
        options.remove("-proc:none");
        return options;
    }
}
