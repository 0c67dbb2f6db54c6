package jacobi.repl.engine;

import static jacobi.language.Say.say;

import jacobi.notation.Notation;
import jacobi.notation.PositionMap;
import jacobi.notation.Reading;
import jacobi.notation.Translation;
import jacobi.repl.Evaluation;
import jacobi.repl.failure.CompileReport;
import jacobi.repl.failure.FullWidth;
import jacobi.repl.failure.PlainWords;
import jacobi.repl.failure.Traceback;
import jacobi.repl.javac.CompileError;
import jacobi.repl.javac.Javac;
import jacobi.repl.running.SpareMemory;
import jacobi.repl.session.CellAnalysis;
import jacobi.repl.session.Session;
import jacobi.source.Cell;
import jacobi.source.LastCall;
import jacobi.source.LastLine;
import jacobi.source.Part;
import jacobi.source.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Makes a cell as it was typed into code of the session that can run, or into the report of what is wrong with it. */
final class CellCompiler {
    /**
     * What became of a cell's text.
     *
     * @param failure why it cannot run; else null
     * @param notes to print when it has run
     * @param quiet whether a semicolon ends its value, which is shown if it is made to be seen
     */
    record Compiled(Session.Installed installed, List<String> notes, Evaluation.Failure failure, boolean quiet) {
        Compiled(Evaluation.Failure failure) {
            this(null, List.of(), failure, false);
        }
    }

    private final Supplier<Session> session;
    private final CompilerLock compiling;
    private final Javac javac;
    private final Notation notation;
    private final Traceback traceback;
    private volatile boolean notationOn = true;
    private volatile boolean everyValue;
    private volatile Reading last;

    /**
     * @param session the current one, which may become another
     * @param compiling what guards it
     */
    CellCompiler(
            Supplier<Session> session, CompilerLock compiling, Javac javac, Notation notation, Traceback traceback) {
        this.session = session;
        this.compiling = compiling;
        this.javac = javac;
        this.notation = notation;
        this.traceback = traceback;
    }

    boolean notation() {
        return notationOn;
    }

    void notation(boolean on) {
        notationOn = on;
    }

    boolean everyValue() {
        return everyValue;
    }

    /** Has calls show their values with a semicolon, too. */
    void everyValue(boolean on) {
        everyValue = on;
    }

    /** The cell that was compiled last, as typed and in plain Java; null before the first. */
    Reading last() {
        return last;
    }

    void forgetLast() {
        last = null;
    }

    /** Compiles a cell and makes what it declares live; tells why where that cannot be. */
    Compiled compile(Cell cell) {
        Cell typed = cell;
        Session.Installed installed;
        Reading reading;
        boolean quiet = false;
        Cell shown = LastLine.shown(cell);
        Cell meant = shown;
        ReentrantLock lock = compiling.hold();
        try {
            Translation<CellAnalysis> translated = analyzed(shown);
            Optional<String> ids = DisplayIds.inPlaceOfHandles(
                    shown.source(), translated.reading().errors());
            if (ids.isPresent()) {
                Cell withIds = shown.reworded(ids.get(), line -> line);
                typed = withIds;
                meant = withIds;
                translated = analyzed(withIds);
            }
            reading = translated.reading();
            CellAnalysis analysis = translated.analysis();
            if (!reading.errors().isEmpty()) {
                // Notation's own names are no later cell's, so nothing waits before the reading has ended.
                analysis = session.get().analyzeWaiting(inPlain(meant, reading.plain(), reading.map()));
                if (!analysis.diagnostics().isEmpty()) {
                    Optional<FullWidth> signs = FullWidth.of(typed.source());
                    if (signs.isPresent()
                            && reading.errors().stream().anyMatch(error -> CompileError.isSyntax(error.code()))) {
                        return new Compiled(
                                CompileReport.of(typed, signs.get(), compiles(typed, signs.get()), words(analysis)));
                    }
                    return new Compiled(CompileReport.of(typed, reading.errors(), words(analysis)));
                }
            }
            if (reading.errors().isEmpty()) {
                Translation<CellAnalysis> open = withQuietValue(meant, reading, analysis);
                if (open != null) {
                    quiet = true;
                    reading = open.reading();
                    analysis = open.analysis();
                }
            }
            installed = session.get().install(analysis);
            if (!installed.errors().isEmpty()) {
                return new Compiled(CompileReport.of(typed, installed.errors(), words(analysis)));
            }
            last = reading;
        } catch (OutOfMemoryError e) {
            SpareMemory.release();
            javac.restart();
            return new Compiled(traceback.of(e));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            // Only javac itself, or a mistake in this engine, gets here; the next cell must not suffer for it.
            javac.restart();
            String message = isTooDeep(e) ? say("engine.liveSession.expression-block-cell-nested") : failureOf(e);
            return new Compiled(CompileReport.of(message));
        } finally {
            lock.unlock();
        }
        return new Compiled(installed, reading.notes(), null, quiet);
    }

    /** The cell with the call at its end as its value, if that may be worth showing; else null. */
    private Translation<CellAnalysis> withQuietValue(Cell cell, Reading reading, CellAnalysis analysis) {
        Optional<String> open = LastCall.open(cell.source());
        Optional<String> plain = open.isEmpty() ? open : LastCall.open(reading.plain());
        if (plain.isEmpty()) {
            return null;
        }
        List<Part> parts = Splitter.split(plain.get());
        Part call = parts.get(parts.size() - 1);
        String type = analysis.typeOf(call.start(), call.end());
        if (type == null || !everyValue && !QuietValue.mayBeRich(type)) {
            return null;
        }
        Cell asValue = cell.reworded(open.get(), cell.typedLines());
        Translation<CellAnalysis> translated = analyzed(asValue);
        return translated.reading().errors().isEmpty() ? translated : null;
    }

    /** Whether a cell compiles once its signs are Java's. */
    private boolean compiles(Cell cell, FullWidth signs) {
        return analyzed(cell.reworded(signs.source(), line -> line))
                .reading()
                .errors()
                .isEmpty();
    }

    /** A cell in plain Java, and what the compiler says of it. */
    private Translation<CellAnalysis> analyzed(Cell cell) {
        String source = cell.source();
        if (notationOn) {
            return notation.translate(source, (plain, map) -> session.get().analyze(inPlain(cell, plain, map)));
        }
        PositionMap map = PositionMap.identity(source);
        CellAnalysis analysis = session.get().analyze(cell);
        return new Translation<>(new Reading(source, source, map, analysis.diagnostics(), List.of()), analysis);
    }

    /** A cell as the compiler gets it, its lines those the student typed. */
    private static Cell inPlain(Cell typed, String plain, PositionMap map) {
        return plain.equals(typed.source()) ? typed : typed.reworded(plain, map::sourceLine);
    }

    private static PlainWords words(CellAnalysis analysis) {
        return new PlainWords(analysis);
    }

    /** What to say where javac, or a processor of annotations in it, fails by itself. */
    private static String failureOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return say(
                "engine.liveSession.compiler-failed", "error", cause.getClass().getSimpleName() + message);
    }

    private static boolean isTooDeep(Throwable thrown) {
        return thrown != null && (thrown instanceof StackOverflowError || isTooDeep(thrown.getCause()));
    }
}
