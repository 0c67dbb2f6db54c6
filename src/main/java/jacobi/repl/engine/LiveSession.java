package jacobi.repl.engine;

import static jacobi.language.Say.say;

import jacobi.display.Displays;
import jacobi.display.Extension;
import jacobi.notation.Notation;
import jacobi.notation.Reading;
import jacobi.notation.Translation;
import jacobi.notation.Vocabulary;
import jacobi.repl.Evaluation;
import jacobi.repl.engine.CellCompiler.Compiled;
import jacobi.repl.failure.Traceback;
import jacobi.repl.javac.Javac;
import jacobi.repl.library.Library;
import jacobi.repl.library.LibraryChange;
import jacobi.repl.library.LibraryLoader;
import jacobi.repl.magic.CodeOrigin;
import jacobi.repl.magic.Host;
import jacobi.repl.magic.MagicException;
import jacobi.repl.magic.Stopwatch;
import jacobi.repl.running.Stop;
import jacobi.repl.session.CellAnalysis;
import jacobi.repl.session.Session;
import jacobi.repl.session.Variable;
import jacobi.setting.Setting;
import jacobi.source.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The session cells run in: compilers, names and libraries, and what became of the last cell. */
final class LiveSession implements Host, AutoCloseable {
    private final List<String> imports;
    private final CompilerLock compiling = new CompilerLock();

    private final Map<String, Cell> cells = new ConcurrentHashMap<>();
    private final Traceback traceback = new Traceback(cells::get);
    private final Stop stop;
    private final CodeRunner runner;
    final Javac javac;
    private final LibraryLoader libraries = new LibraryLoader(getClass().getClassLoader());
    private final Notation notation;
    private final CellCompiler compiler;
    private final TypingHelp typing;
    private volatile Stopwatch stopwatch;
    private volatile Session session;
    private volatile boolean closed;

    /**
     * @param imports import lines every cell starts with
     * @param compilerOptions options of javac's for all cells
     */
    LiveSession(List<String> imports, List<String> compilerOptions, Stop stop) {
        this.imports = List.copyOf(imports);
        this.stop = stop;
        runner = new CodeRunner(() -> session, traceback, stop);
        javac = new Javac(compilerOptions);
        session = new Session(javac, this.imports, libraries);
        notation = new Notation(() -> Vocabulary.of(this.imports, libraries));
        compiler = new CellCompiler(() -> session, compiling, javac, notation, traceback);
        typing = new TypingHelp(() -> session, runner, compiling, javac, libraries, notation, compiler::notation);
    }

    /** What is wrong with the options it was made with. */
    List<String> complaints() {
        return javac.complaints();
    }

    /** Compiles and runs cells in a session of their own that shares the compilers, until a real cell comes. */
    void warmUp(List<String> warmUpCells) {
        Session scratch = new Session(javac, imports, libraries);
        for (String source : warmUpCells) {
            Session.Installed installed = null;
            ReentrantLock lock = compiling.hold();
            try {
                if (stop.isEvaluating() || closed) {
                    return;
                }
                Translation<CellAnalysis> translated =
                        notation.translate(source, (text, map) -> scratch.analyze(Cell.of(0, text)));
                if (translated.reading().errors().isEmpty()) {
                    installed = scratch.install(translated.analysis());
                }
            } finally {
                lock.unlock();
            }
            try {
                if (installed != null && installed.errors().isEmpty()) {
                    installed.run();
                    if (installed.hasValue()) {
                        Displays.render(installed.value());
                    }
                }
            } catch (Throwable e) {
                // A warm-up that fails only leaves the first cell slower.
                return;
            }
        }
    }

    /** Runs code in a session of its own that shares the compilers; see {@link JavaEvaluator#aside}. */
    Object aside(String source) {
        Session own = new Session(javac, imports, libraries);
        Session.Installed installed;
        ReentrantLock lock = compiling.hold();
        try {
            Translation<CellAnalysis> translated =
                    notation.translate(source, (text, map) -> own.analyze(Cell.of(0, text)));
            if (!translated.reading().errors().isEmpty()) {
                throw new IllegalArgumentException(
                        translated.reading().errors().get(0).message());
            }
            installed = own.install(translated.analysis());
        } finally {
            lock.unlock();
        }
        if (!installed.errors().isEmpty()) {
            throw new IllegalArgumentException(installed.errors().get(0).message());
        }
        try {
            installed.run();
            return installed.hasValue() ? installed.value() : null;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Evaluation evaluate(String code, CodeOrigin origin) {
        Cell typed = origin.read(code);
        if (typed.parts().isEmpty()) {
            return new Evaluation.Done();
        }
        Compiled compiled = compile(typed);
        if (compiled.failure() != null) {
            return compiled.failure();
        }
        compiled.installed().notes().forEach(System.out::println);
        Evaluation evaluation = run(compiled.installed());
        if (!(evaluation instanceof Evaluation.Failure)) {
            compiled.notes().forEach(System.out::println);
        }
        boolean hidden = evaluation instanceof Evaluation.Value value
                && (compiler.everyValue()
                        ? value.value() == null
                        : compiled.quiet() && !Displays.isRich(value.value()));
        return hidden ? new Evaluation.Done() : evaluation;
    }

    /** Has calls show their values with a semicolon, too, and null not at all, as IJava does. */
    @Override
    public void everyValue(boolean on) {
        compiler.everyValue(on);
    }

    @Override
    public boolean everyValue() {
        return compiler.everyValue();
    }

    @Override
    public Object evaluateWithin(String code) throws Throwable {
        Cell typed = Cell.of(0, Cell.normalize(code));
        if (typed.parts().isEmpty()) {
            return null;
        }
        Compiled compiled = compile(typed);
        if (compiled.failure() != null) {
            throw new IllegalArgumentException(say(
                    "engine.liveSession.no-java-run",
                    "evalue",
                    compiled.failure().evalue()));
        }
        Session.Installed installed = compiled.installed();
        return withLoaderOf(installed, () -> {
            installed.run();
            return installed.hasValue() ? installed.value() : null;
        });
    }

    @Override
    public Stopwatch stopwatch(Stopwatch watch) {
        Stopwatch before = stopwatch;
        stopwatch = watch;
        return before;
    }

    private Compiled compile(Cell cell) {
        cells.put(cell.title(), cell.text());
        Stopwatch watch = stopwatch;
        if (watch == null) {
            return compiler.compile(cell);
        }
        watch.pause();
        try {
            return compiler.compile(cell);
        } finally {
            watch.resume();
        }
    }

    /** Goes on without a thread that did not stop, and tells where it is. */
    Evaluation.Failure leaveBehind(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        boolean blocked = thread.getState() == Thread.State.BLOCKED;
        boolean busy = compiling.isHeld();
        if (busy) {
            javac.leaveBehind(thread);
            compiling.renew();
        }
        List<String> places = new ArrayList<>(traceback.places(stack));
        places.add(say("engine.liveSession.its-thread-was-left", "where", where(stack, busy, blocked)));
        return CodeRunner.stopped(places);
    }

    private String where(StackTraceElement[] stack, boolean compiling, boolean blocked) {
        StackTraceElement called = null;
        for (StackTraceElement frame : stack) {
            if (traceback.isOfCell(frame)) {
                break;
            }
            called = frame;
        }
        if (compiling) {
            return say("engine.liveSession.compiler-was-at-work");
        }
        if (blocked) {
            return say("engine.liveSession.waits-lock-another-thread");
        }
        return called == null
                ? say("engine.liveSession.does-not-look-request")
                : say(
                        "engine.liveSession.inside-which-does-not",
                        "className",
                        called.getClassName(),
                        "methodName",
                        called.getMethodName());
    }

    private Evaluation run(Session.Installed installed) {
        return withLoaderOf(
                installed,
                () -> runner.run(() -> {
                    installed.run();
                    return installed.hasValue() ? new Evaluation.Value(installed.value()) : new Evaluation.Done();
                }));
    }

    private interface Task<T, X extends Throwable> {
        T run() throws X;
    }

    /** Does something with a cell's class loader as the thread's own, by which libraries look for classes. */
    private static <T, X extends Throwable> T withLoaderOf(Session.Installed installed, Task<T, X> task) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(installed.loader());
        try {
            return task.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What answers a page while a cell is typed. */
    TypingHelp typing() {
        return typing;
    }

    /** What runs the cells of this session, and other code of the student's. */
    CodeRunner runner() {
        return runner;
    }

    /** Renders a value, whose toString or renderer may be a cell's: it can be stopped and fail like one. */
    Evaluation show(Object value) {
        return runner.run(() -> new Evaluation.Value(Displays.render(value)));
    }

    /** Runs a handler of a cell's; null unless it fails. */
    Evaluation.Failure handle(Runnable handler) {
        Evaluation evaluation = runner.run(() -> {
            handler.run();
            return new Evaluation.Done();
        });
        return evaluation instanceof Evaluation.Failure failure ? failure : null;
    }

    @Override
    public void reset() {
        ReentrantLock lock = compiling.hold();
        try {
            session.forgetAll();
            session = new Session(javac, imports, libraries);
            cells.clear();
            compiler.forgetLast();
            Setting.resetAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public LibraryChange addLibraries(List<Library> wanted, Predicate<LibraryChange> consent) {
        LibraryChange change;
        boolean made;
        ReentrantLock lock = compiling.hold();
        try {
            change = libraries.plan(wanted);
            made = consent.test(change);
            if (made) {
                libraries.apply(change);
                javac.libraries(change.result());
                libraries.loadDrivers();
            }
        } finally {
            lock.unlock();
        }
        if (made) {
            // Code of the library's, which may take its time.
            libraries.installExtensions(Extension.class, extension -> extension.install(Displays.renderer()));
            libraries.installExtensions(
                    org.dflib.jjava.jupyter.Extension.class,
                    extension -> extension.install(BaseKernel.notebookKernel()));
        }
        return change;
    }

    @Override
    public List<Live> live() {
        List<Live> live = new ArrayList<>();
        for (Variable variable : session.names().variables()) {
            if (!variable.name().startsWith("$")) {
                live.add(new Live("variable", variable.name(), variable.shortType(), shortValue(variable)));
            }
        }
        session.names().methods().stream()
                .filter(method -> !method.name().startsWith("$"))
                .forEach(method -> live.add(new Live("method", method.name(), "method", method.head())));
        session.names().types().forEach(type -> live.add(new Live("type", type.name(), type.kind(), "")));
        return live;
    }

    /** A variable's value on one line of limited length; a failing {@code toString} says so. */
    String shortValue(Variable variable) {
        return ShortText.of(session, variable);
    }

    @Override
    public String describe(String name) {
        return typing.inspect(name, name.length(), 0, library -> false).text();
    }

    @Override
    public boolean declares(String name) {
        return session.names().all().contains(name);
    }

    @Override
    public List<String> imports() {
        return session.names().ownImports();
    }

    @Override
    public List<Library> added() {
        return libraries.libraries();
    }

    @Override
    public ClassLoader libraries() {
        return libraries;
    }

    @Override
    public Evaluation interruptible(Work work) throws MagicException {
        MagicException[] refused = new MagicException[1];
        Evaluation evaluation = runner.run(() -> {
            try {
                return work.run();
            } catch (MagicException e) {
                refused[0] = e;
                return new Evaluation.Done();
            }
        });
        if (refused[0] != null) {
            throw refused[0];
        }
        return evaluation;
    }

    @Override
    public boolean declaresMethod(String name) {
        return !session.names().methods(name).isEmpty();
    }

    @Override
    public boolean notation() {
        return compiler.notation();
    }

    @Override
    public void notation(boolean on) {
        compiler.notation(on);
    }

    @Override
    public String lastPlainJava() {
        Reading last = compiler.last();
        return last == null ? null : last.changed() ? notation.withImports(last.plain()) : last.plain();
    }

    /** The cell that runs, or ran last, as typed and in plain Java; null before the first. */
    Reading running() {
        return compiler.last();
    }

    @Override
    public void close() {
        closed = true;
        ReentrantLock lock = compiling.hold();
        try {
            javac.close();
        } finally {
            lock.unlock();
        }
    }
}
