package jacobi.repl.javac;

import static jacobi.language.Say.say;

import jacobi.repl.library.Library;
import jacobi.source.Unit;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The JDK's compiler, warm from cell to cell: one {@link Attributor} and one {@link ClassGenerator}, each replaced when
 * it is used up. Not thread-safe.
 *
 * <p>Why not Eclipse's: a task of its own for a cell of five lines takes javac 11.0 ms and ecj 3.40 4.6 ms (medians in
 * one process, OpenJDK 17), but javac kept alive as here takes 1.1 ms to attribute and 1.1 ms to write. It knows every
 * feature of the release it comes with, which an ecj that runs on 17 does not for 25, it adds no jar, and its keyed
 * diagnostics are what notation and the plain words of errors build on.
 */
public final class Javac implements AutoCloseable {
    /** Names each compiler is told of in advance; it is replaced when they run out. */
    private static final int WINDOW = 400;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager platform;
    private final JdkFiles jdk;
    private final List<JarListing> jars = new ArrayList<>();
    private final ClassStore store = new ClassStore();
    private final List<String> options = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> addedPackages = new HashSet<>();
    private final ClassFiles.OfModules modules = new ClassFiles.OfModules();
    private final Imports imports = new Imports(this::classFiles);
    /** Threads nobody waits for any more: what they compile is not the session's. */
    private final Set<Thread> left = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Those of the libraries; null where they have none. */
    private Processors processors;

    /** The texts of the last units that sources were written for, and these: a cell is analyzed more than once. */
    private List<String> generatedFor = List.of();

    private Generated generated = Generated.NOTHING;

    private final List<String> complaints = new ArrayList<>();
    private volatile Attributor attributor;
    private volatile ClassGenerator generator;
    private int lastCell;
    private int extra;
    private int trial;

    /**
     * A compiler for cells, which may use preview features of the release where the virtual machine may.
     *
     * @param more options of the user's
     */
    public Javac(List<String> more) {
        if (compiler == null) {
            throw new IllegalStateException(say("javac.javac.cells-need-jdk-jre"));
        }
        platform = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        jdk = new JdkFiles(platform);
        listJars();
        options.addAll(List.of("-g", "-nowarn", "-parameters", "-Xmaxerrs", "0", "-Xmaxwarns", "0"));
        // Linking a "+" at run time takes 20 ms the first time and half a millisecond each place; most cells run once.
        options.add("-XDstringConcat=inline");
        if (Preview.isEnabled()) {
            options.addAll(List.of(
                    "--enable-preview", "-source", "" + Runtime.version().feature()));
        }
        options.addAll(UserOptions.of(compiler, more, complaints));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            options.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
    }

    /** What is wrong with the user's options. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Takes the jars off this program's class path that javac would walk. */
    private void listJars() {
        List<File> others = new ArrayList<>();
        // To make this list, javac itself would open each jar, and those that manifests name.
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            File file = new File(entry);
            JarListing listing = JarListing.of(file);
            if (listing == null) {
                others.add(file);
            } else {
                jars.add(listing);
            }
        }
        try {
            platform.setLocation(StandardLocation.CLASS_PATH, others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name for the class of a unit: {@code cell12} the first time cell 12 asks. */
    public String unitName(int cell) {
        lastCell = Math.max(lastCell, cell);
        String name = "cell" + cell;
        return cell > 0 && used.add(name) ? name : "unit" + ++extra;
    }

    /** A name for a unit that is attributed and thrown away. */
    public String trialName() {
        return "trial" + ++trial;
    }

    /** What import lines bring. */
    public Imports imports() {
        return imports;
    }

    /** The class files of a package that cells may name. */
    private ClassFiles classFiles(String packageName) {
        Map<String, ClassFiles.ClassFile> files = new HashMap<>();
        int prefix = packageName.isEmpty() ? 0 : packageName.length() + 1;
        CellFiles cells = new CellFiles(platform, jdk, jars, store, Set.of());
        try {
            for (JavaFileObject file :
                    cells.list(StandardLocation.CLASS_PATH, packageName, Set.of(JavaFileObject.Kind.CLASS), false)) {
                String name = cells.inferBinaryName(StandardLocation.CLASS_PATH, file);
                files.put(name.substring(prefix), file::openInputStream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<ClassFiles> places = new ArrayList<>(modules.of(packageName));
        places.add(ClassFiles.of(files));
        return ClassFiles.of(places);
    }

    /** Finds types and errors; nothing is kept. */
    public Attribution attribute(List<Unit> units) {
        return attribute(units, false);
    }

    /** Finds what types there are in text that is still being typed. */
    public Attribution attributeUnfinished(Unit unit) {
        if (attributor == null) {
            // A compiler that starts with broken text goes no further than its parser.
            attribute(List.of(new Unit.Builder(trialName(), unit.cell())
                    .put("package " + Unit.PACKAGE + "; final class trial" + trial + " {}")
                    .build()));
        }
        return attribute(List.of(unit), true);
    }

    private Attribution attribute(List<Unit> units, boolean unfinished) {
        Attribution attribution = null;
        Attributor warm = attributor;
        boolean processed = !unfinished && isProcessed(units);
        if (warm != null && !processed) {
            try {
                attribution = warm.attribute(units, unfinished);
            } catch (RuntimeException | AssertionError e) {
                // javac tripped over what an earlier broken cell left behind; a new one has not seen it.
            }
        }
        checkAwaited();
        if (attribution == null) {
            List<String> all = new ArrayList<>(options);
            all.add("-XDshould-stop.ifError=FLOW");
            all.addAll(processed ? List.of() : List.of("-proc:none"));
            List<Processor> own = processed ? processors.forUnits() : List.of();
            Attributor fresh = new Attributor(compiler, files(units, trials()), all, units, own);
            checkAwaited();
            attributor = processed ? warm : fresh;
            attribution = fresh.first();
        }
        return attribution;
    }

    /**
     * Writes class files.
     *
     * @param headers the same units with empty bodies, for the attributor to know from now on
     * @return the classes by binary name, or the errors
     */
    public Compilation compile(List<Unit> units, List<Unit> headers) {
        boolean processed = isProcessed(units);
        ClassGenerator writing = generator;
        ClassGenerator.Outcome outcome =
                !processed && writing != null && writing.accepts(units) ? writing.compile(units) : null;
        checkAwaited();
        if (outcome == null) {
            endGenerator();
            List<String> all = new ArrayList<>(options);
            all.add("-implicit:class");
            all.addAll(processed ? List.of() : List.of("-proc:none"));
            List<Processor> own = processed ? processors.forUnits() : List.of();
            writing = new ClassGenerator(compiler, files(units, ClassGenerator.idleNames(WINDOW)), all, units, own);
            generator = writing;
            outcome = writing.first();
            checkAwaited();
        }
        if (!outcome.errors().isEmpty()) {
            return new Compilation(Map.of(), outcome.errors());
        }
        Map<String, byte[]> classes = new HashMap<>(outcome.classes());
        classes.keySet()
                .removeIf(name -> units.stream()
                        .noneMatch(unit ->
                                name.equals(unit.qualifiedName()) || name.startsWith(unit.qualifiedName() + "$")));
        if (!classes.keySet()
                .containsAll(units.stream().map(Unit::qualifiedName).toList())) {
            throw new IllegalStateException("javac wrote no classes", writing.failure());
        }
        store.addAll(classes);
        if (processed) {
            // Later cells are to see what the processors made of the source, which is in the class files.
            restart();
        }
        for (Unit header : headers) {
            if (attributor != null && !attributor.add(header)) {
                attributor = null;
            }
        }
        return new Compilation(classes, List.of());
    }

    /**
     * What processors of annotations write for some classes.
     *
     * @param sources by the simple name of their class, in order
     * @param errors what the processors found wrong, in the units they were given
     */
    public record Generated(Map<String, String> sources, List<CompileError> errors) {
        static final Generated NOTHING = new Generated(Map.of(), List.of());
    }

    /** Whether a library brought processors of annotations. */
    public boolean hasProcessors() {
        return processors != null;
    }

    /** Whether there are processors of annotations for a unit. */
    public boolean isProcessed(Unit unit) {
        return isProcessed(List.of(unit));
    }

    /**
     * Has processors of annotations write their sources.
     *
     * @param units one for each class, which is not nested in one of the unit's
     */
    public Generated generate(List<Unit> units) {
        if (!isProcessed(units)) {
            return Generated.NOTHING;
        }
        List<String> texts = units.stream().map(Unit::text).toList();
        if (texts.equals(generatedFor)) {
            return generated;
        }
        CellFiles files = files(units, Set.of());
        Diagnostics diagnostics = new Diagnostics();
        List<String> all = new ArrayList<>(options);
        all.add("-proc:only");
        List<JavaFileObject> sources = units.stream()
                .map(unit -> files.source(unit.name(), unit.text()))
                .toList();
        JavaCompiler.CompilationTask task =
                compiler.getTask(Writer.nullWriter(), files, diagnostics, all, null, sources);
        task.setLocale(Locale.ROOT);
        task.setProcessors(processors.forSources(files));
        try {
            task.call();
        } catch (RuntimeException e) {
            // One of them failed; it fails again where the units are compiled, and is told of there.
            return Generated.NOTHING;
        }
        checkAwaited();
        List<CompileError> errors =
                diagnostics.take().stream().filter(CompileError::isOfProcessor).toList();
        generatedFor = texts;
        generated = new Generated(files.generated(), errors);
        return generated;
    }

    /** Forgets a unit nothing names any more. */
    public void forget(String unit) {
        store.remove(Unit.PACKAGE + "." + unit);
    }

    /** Lets cells name the classes of these libraries, and no others than they and the kernel have. */
    public void libraries(List<Library> libraries) {
        try {
            platform.setLocation(
                    CellFiles.LIBRARIES,
                    libraries.stream().map(library -> library.path().toFile()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addedPackages.clear();
        libraries.forEach(library -> addedPackages.addAll(library.packages()));
        generatedFor = List.of();
        processors = libraries.isEmpty() ? null : Processors.of(libraries, compiler);
        imports.forget();
        restart();
    }

    /** The names of the packages with classes that the class path was given since the start. */
    public Set<String> addedPackages() {
        return Set.copyOf(addedPackages);
    }

    /** Gives up on what {@code thread} compiles: the next cell starts with fresh compilers. */
    public void leaveBehind(Thread thread) {
        left.add(thread);
        ClassGenerator busy = generator;
        generator = null;
        attributor = null;
        if (busy != null) {
            busy.leave();
        }
    }

    private boolean isProcessed(List<Unit> units) {
        return processors != null && units.stream().anyMatch(Processors::concern);
    }

    private void checkAwaited() {
        if (left.contains(Thread.currentThread())) {
            throw new CancellationException("nobody waits for what this thread compiles");
        }
    }

    /** Starts the next cell with fresh compilers. */
    public void restart() {
        if (left.contains(Thread.currentThread())) {
            return;
        }
        endGenerator();
        attributor = null;
    }

    @Override
    public void close() {
        restart();
        try {
            platform.close();
            for (JarListing jar : jars) {
                jar.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endGenerator() {
        if (generator != null) {
            generator.end();
            generator = null;
        }
    }

    private Set<String> trials() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 2 * WINDOW; i++) {
            names.add("trial" + (trial + i));
        }
        return names;
    }

    /**
     * @param own names of units only this compiler sees
     */
    private CellFiles files(List<Unit> initial, Set<String> own) {
        Set<String> expected = new HashSet<>(own);
        for (int i = 0; i < WINDOW; i++) {
            expected.add("cell" + (lastCell + i));
            expected.add("unit" + (extra + i));
        }
        store.forEach((name, bytes) -> expected.remove(name.substring(name.indexOf('.') + 1)));
        initial.forEach(unit -> expected.remove(unit.name()));
        return new CellFiles(platform, jdk, jars, store, expected);
    }

    /**
     * @param classes by binary name, nested ones among them; empty where there are errors
     */
    public record Compilation(Map<String, byte[]> classes, List<CompileError> errors) {}
}
