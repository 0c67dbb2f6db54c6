package jacobi.repl.javac;

import jacobi.repl.library.Library;
import jacobi.source.Lexer;
import jacobi.source.Token;
import jacobi.source.Unit;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;

/**
 * The annotation processors of the libraries that a session adds, as Lombok. A compiler runs them on the units it
 * starts with and on no others, so that a unit with annotations has compilers of its own.
 *
 * <p>Those that write sources, as AutoValue's, run on the classes of a cell as if each stood in a file, before the cell
 * is compiled; those that change what is there, on the units that are.
 */
final class Processors {
    private static final String SERVICE = "META-INF/services/" + Processor.class.getName();

    private final ClassLoader loader;
    /** The names of those that were seen to write sources. */
    private final Set<String> writers = new HashSet<>();

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

    /** New ones for a compiler of units; those are left out whose work is to write sources. */
    List<Processor> forUnits() {
        List<Processor> made = make();
        made.removeIf(processor -> writers.contains(processor.getClass().getName()));
        return made;
    }

    /** New ones to write sources into some files; from now on it is known which of them do. */
    List<Processor> forSources(CellFiles files) {
        List<Processor> made = make();
        made.replaceAll(processor -> new Watched(processor, files));
        return made;
    }

    /** One of which is to be seen whether it writes sources. */
    private final class Watched implements Processor {
        private final Processor processor;
        private final CellFiles files;

        Watched(Processor processor, CellFiles files) {
            this.processor = processor;
            this.files = files;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            int before = files.generated().size();
            boolean claimed = processor.process(annotations, round);
            if (files.generated().size() > before) {
                writers.add(processor.getClass().getName());
            }
            return claimed;
        }

        @Override
        public void init(ProcessingEnvironment environment) {
            processor.init(environment);
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public Iterable<? extends Completion> getCompletions(
                Element element, AnnotationMirror annotation, ExecutableElement member, String typed) {
            return processor.getCompletions(element, annotation, member, typed);
        }
    }

    /** Those that load. */
    private List<Processor> make() {
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
