package jacobi.repl.engine;

import jacobi.notation.Notation;
import jacobi.repl.Completeness;
import jacobi.repl.Completions;
import jacobi.repl.Inspection;
import jacobi.repl.completion.Completer;
import jacobi.repl.completion.Inspector;
import jacobi.repl.javac.Javac;
import jacobi.repl.library.Library;
import jacobi.repl.library.LibraryLoader;
import jacobi.repl.session.Session;
import jacobi.repl.session.Variable;
import jacobi.source.Cell;
import jacobi.source.LastLine;
import jacobi.source.Unfinished;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers what a page asks of a cell while it is typed: what may stand there, what a name is, whether more is wanted.
 */
final class TypingHelp {
    private static final int PATIENCE_MILLIS = 300;

    private final Supplier<Session> session;
    private final CodeRunner runner;
    private final CompilerLock compiling;
    private final Javac javac;
    private final LibraryLoader libraries;
    private final Notation notation;
    private final BooleanSupplier notationOn;

    TypingHelp(
            Supplier<Session> session,
            CodeRunner runner,
            CompilerLock compiling,
            Javac javac,
            LibraryLoader libraries,
            Notation notation,
            BooleanSupplier notationOn) {
        this.session = session;
        this.runner = runner;
        this.compiling = compiling;
        this.javac = javac;
        this.libraries = libraries;
        this.notation = notation;
        this.notationOn = notationOn;
    }

    /** What may stand at the cursor; after an expression in notation, what its plain Java offers. */
    Completions complete(String source, int cursor) {
        ReentrantLock lock = compiling.hold();
        try {
            Completer completer = new Completer(session.get(), this::shortValue, notationOn.getAsBoolean());
            Completions found = completer.complete(source, cursor);
            boolean argument = found != null && Completer.isArgument(source, cursor) && !found.hasParameters();
            if (notationOn.getAsBoolean() && (found == null || argument)) {
                Completions inPlain = completeInPlain(completer, source, cursor);
                found = found == null || inPlain != null && inPlain.hasParameters() ? inPlain : found;
            }
            return found == null ? new Completions(cursor, cursor, List.of()) : found;
        } catch (RuntimeException | AssertionError e) {
            // javac, meant for whole programs, can trip over half a line; a fresh one takes the next request.
            javac.restart();
            return new Completions(cursor, cursor, List.of());
        } finally {
            lock.unlock();
        }
    }

    /** What the plain Java of the cell offers at the place that is the cursor's; null where there is none. */
    private Completions completeInPlain(Completer completer, String source, int cursor) {
        Notation.Point point =
                notation.completing(source, cursor, (text, map) -> session.get().probe(Cell.of(0, text)));
        Completions found = completer.complete(point.plain(), point.cursor());
        int shift = cursor - point.cursor();
        return found == null ? null : new Completions(found.start() + shift, found.end() + shift, found.matches());
    }

    /**
     * Describes the name at the cursor.
     *
     * @param documented fetches what a library without documentation is told of by, and says whether it is there now
     */
    Inspection inspect(String source, int cursor, int detail, Predicate<Library> documented) {
        Inspector inspector = new Inspector(
                session.get(),
                this::shortValue,
                variable -> runner.text(() -> ShortText.atLength(session.get(), variable)),
                libraries.libraries());
        Inspection found = inspect(inspector, source, cursor, detail);
        // Not while the compilers are held: the network takes its time.
        boolean more = inspector.undocumented().filter(documented).isPresent();
        return more ? inspect(inspector, source, cursor, detail) : found;
    }

    private Inspection inspect(Inspector inspector, String source, int cursor, int detail) {
        ReentrantLock lock = compiling.hold();
        try {
            boolean foreign =
                    notationOn.getAsBoolean() && notation.outline(source).changed();
            Inspection found = foreign ? Inspection.NONE : inspector.inspect(source, cursor, detail);
            if (!found.found() && notationOn.getAsBoolean()) {
                Notation.Point point = notation.completing(
                        source,
                        Inspector.place(source, cursor),
                        (text, map) -> session.get().probe(Cell.of(0, text)));
                found = inspector.inspect(point.plain(), point.cursor(), detail);
            }
            return found;
        } catch (RuntimeException | AssertionError e) {
            javac.restart();
            return Inspection.NONE;
        } finally {
            lock.unlock();
        }
    }

    /** Whether more lines are wanted. */
    Completeness isComplete(String source) {
        if (Unfinished.is(source)) {
            return new Completeness.Incomplete(Unfinished.indent(source));
        }
        String shown = LastLine.shown(source);
        String plain = notationOn.getAsBoolean() ? notation.outline(shown).plain() : shown;
        // A console that waits a second for nothing never asks again, and running the cell tells as much.
        ReentrantLock lock = compiling.hold(PATIENCE_MILLIS);
        if (lock == null) {
            return new Completeness.Complete();
        }
        try {
            return session.get().parses(Cell.of(0, plain)) ? new Completeness.Complete() : new Completeness.Invalid();
        } finally {
            lock.unlock();
        }
    }

    private String shortValue(Variable variable) {
        return runner.text(() -> ShortText.of(session.get(), variable));
    }
}
