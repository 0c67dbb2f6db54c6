package jacobi.repl.javac;

import jacobi.repl.library.Library;
import jacobi.source.Lexer;
import jacobi.source.Token;
import jacobi.source.Unit;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;

/**
 * The annotation processors of the libraries that a session adds, as Lombok. A compiler runs them on the units it starts
 * with and on no others, so that a unit with annotations has compilers of its own.
 */
final class Processors {
    private static final String SERVICE = "META-INF/services/" + Processor.class.getName();

    private final ClassLoader loader;

    private Processors(ClassLoader loader) {
        this.loader = loader;
    }

    /** Those of some libraries; null where there is none. */
    static Processors of(List<Library> libraries, JavaCompiler compiler) {
        List<URL> places = new ArrayList<>();
        try {
            for (Library library : libraries) {
                places.add(library.path().toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("a library is a file", e);
        }
        // They work on the compiler, and so must see this one.
        URLClassLoader loader = new URLClassLoader(
                places.toArray(URL[]::new), compiler.getClass().getClassLoader());
        return loader.findResource(SERVICE) == null ? null : new Processors(loader);
    }

    /** New ones, for one compiler; those that do not load are left out. */
    List<Processor> make() {
        List<Processor> made = new ArrayList<>();
        var found = ServiceLoader.load(Processor.class, loader).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return made;
                }
                made.add(found.next());
            } catch (ServiceConfigurationError e) {
                // One of another JDK's, say: the others do their work.
            }
        }
    }

    /** Whether a unit has something for them. */
    static boolean concern(Unit unit) {
        return unit.text().indexOf('@') >= 0
                && Lexer.tokens(unit.text()).stream().anyMatch(Processors::begins);
    }

    private static boolean begins(Token token) {
        return token.is("@");
    }
}
