package jacobi.repl.engine;

import jacobi.notation.Reading;
import jacobi.repl.Completeness;
import jacobi.repl.Completions;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import jacobi.repl.Inspection;
import jacobi.repl.completion.Completer;
import jacobi.repl.failure.CompileReport;
import jacobi.repl.magic.Help;
import jacobi.repl.magic.MagicCell;
import jacobi.repl.magic.Magics;
import jacobi.repl.magic.Pieces;
import jacobi.repl.running.Interruption;
import jacobi.repl.running.LastResort;
import jacobi.repl.running.MemoryGuard;
import jacobi.repl.running.Stop;
import jacobi.source.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Evaluates Java cells in this very process, each compiled once and as a whole. */
public final class JavaEvaluator implements Evaluator {
    private static final String VERSION = Runtime.version().toString().replaceAll("[+-].*", "");
    /** The first needs the compilers alone, the next what the import lines bring, too. */
    private static final List<String> WARM_UP = List.of(
            "1 + 1",
            "int x = 3;\nx + 1",
            "var list = java.util.List.of(1, 2);\n"
                    + "for (int i : list) { x += i; }\n"
                    + "list.stream().map(i -> i * 2).toList()",
            "double twice(double t) { return 2 * t; }\ntwice(x)");

    private final Stop stop = new Stop();
    private final LiveSession session;
    private final TimeLimit timeLimit;
    private final Pieces pieces;
    private final Magics magics;
    private final Map<String, Supplier<List<Completions.Match>>> textsOfFunctions;

    /**
     * @param imports the import lines every cell starts with
     */
    public JavaEvaluator(List<String> imports) {
        this(imports, new Help(List::of), Map.of(), Settings.NONE);
    }

    /**
     * @param imports the import lines every cell starts with
     * @param help what {@code %help} shows of the words the import lines bring
     * @param textsOfFunctions by the names of functions, what completes a text that is their first argument
     * @param settings what is done before the first cell, and how
     */
    public JavaEvaluator(
            List<String> imports,
            Help help,
            Map<String, Supplier<List<Completions.Match>>> textsOfFunctions,
            Settings settings) {
        session = new LiveSession(imports, settings.compilerOptions(), stop);
        timeLimit = new TimeLimit(settings.timeLimit(), stop);
        pieces = new Pieces(session, help, settings.startUp(session.complaints()));
        magics = pieces.magics();
        this.textsOfFunctions = Map.copyOf(textsOfFunctions);
        MemoryGuard.start(stop, session.runner());
    }

    /**
     * Lets the session end the process where memory is used up and nothing else helps: a front end restarts a kernel
     * that is gone. For a process that is there for it alone; a program that has a session among other things goes on,
     * and its cells with {@code OutOfMemoryError}.
     */
    public void ownProcess() {
        stop.ownProcess();
        new LastResort(stop).start();
    }

    /**
     * Makes the first cells fast: compiles and runs some, forgotten afterwards, and stops as soon as a real one comes.
     * To be called on a background thread.
     *
     * @param cells of the kind that is to come, printing nothing; plain Java ones come first by themselves
     */
    public void warmUp(List<String> cells) {
        List<String> all = new ArrayList<>(WARM_UP);
        all.addAll(cells);
        session.warmUp(all);
    }

    /**
     * Runs code in a session of its own, with the same import lines, away from the names of the cells.
     *
     * @return the value of its last line
     * @throws IllegalArgumentException if it does not compile; the message is the compiler's
     * @throws IllegalStateException of what it throws
     */
    public Object aside(String source) {
        return session.aside(source);
    }

    /** Throws if the running cell was told to stop; for long loops of libraries, at almost no cost. */
    public static void poll() {
        Interruption.poll();
    }

    /** The cell that runs, or ran last, as typed and in plain Java; of a cell with magics, the code around them. */
    public Optional<Reading> running() {
        return Optional.ofNullable(session.running());
    }

    @Override
    public Evaluation evaluate(String typed, int number) {
        stop.begin();
        try {
            String source = Cell.normalize(typed);
            Optional<String> tooDeep = Nesting.tooDeep(source);
            if (tooDeep.isPresent()) {
                return CompileReport.of(tooDeep.get());
            }
            // The limit is the cell's: what comes before the first takes the time it needs.
            pieces.start();
            return timeLimit.within(() -> pieces.runCell(source, number));
        } finally {
            stop.end();
        }
    }

    @Override
    public Evaluation show(Object value) {
        stop.begin();
        try {
            return session.show(value);
        } finally {
            stop.end();
        }
    }

    @Override
    public Evaluation.Failure handle(Runnable handler) {
        stop.begin();
        try {
            return session.handle(handler);
        } finally {
            stop.end();
        }
    }

    @Override
    public Evaluation.Failure explain(Throwable thrown) {
        return session.runner().explain(thrown);
    }

    @Override
    public Completions complete(String typed, int cursor) {
        String source = Cell.normalize(typed);
        if (Nesting.tooDeep(source).isPresent()) {
            return new Completions(cursor, cursor, List.of());
        }
        String command = source.substring(source.lastIndexOf('\n', cursor - 1) + 1, cursor)
                .stripLeading();
        if (command.startsWith("%")) {
            return completeMagic(source, cursor, command);
        }
        Completions texts = Completer.inText(source, cursor, textsOfFunctions);
        return texts != null ? texts : session.typing().complete(withoutMagics(source), cursor);
    }

    /** @param command the magic's line up to the cursor */
    private Completions completeMagic(String source, int cursor, String command) {
        int start = cursor - command.length();
        String name = command.split("\\s", 2)[0];
        if (name.length() == command.length()) {
            return new Completions(
                    start,
                    cursor,
                    magics.names().stream()
                            .filter(other -> other.startsWith(name))
                            .map(other -> new Completions.Match(
                                    other, "magic", magics.describe(other).orElse("")))
                            .toList());
        }
        if (magics.takesCode(name)) {
            int code = start + name.length();
            return complete(source.substring(0, start) + " ".repeat(name.length()) + source.substring(code), cursor);
        }
        List<String> words = magics.words(name);
        String typed = command.substring(name.length()).stripLeading();
        return words.isEmpty()
                ? Completer.path(source, cursor)
                : new Completions(
                        cursor - typed.length(),
                        cursor,
                        words.stream()
                                .filter(word -> word.startsWith(typed))
                                .map(word -> new Completions.Match(word, "magic", ""))
                                .toList());
    }

    @Override
    public Inspection inspect(String typed, int cursor, int detail) {
        String source = Cell.normalize(typed);
        int start = source.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1;
        int end = source.indexOf('\n', cursor);
        String line = source.substring(start, end < 0 ? source.length() : end).strip();
        if (line.startsWith("%")) {
            return magics.describe(line.split("\\s")[0])
                    .map(text -> new Inspection(true, text, ""))
                    .orElse(Inspection.NONE);
        }
        return Nesting.tooDeep(source).isPresent()
                ? Inspection.NONE
                : session.typing().inspect(withoutMagics(source), cursor, detail, magics::fetchDocumentation);
    }

    /** The code of a cell with the lines of magics blank. */
    private static String withoutMagics(String source) {
        return MagicCell.suspected(source) ? source.replaceAll("(?m)^\\s*%%?[a-zA-Z].*$", "") : source;
    }

    @Override
    public Completeness isComplete(String typed) {
        String source = Cell.normalize(typed);
        if (magics.isText(source)) {
            // No rule of Java's says where such text ends; a blank line does, as in IPython.
            return typed.matches("(?s).*\\R\\h*\\R?") ? new Completeness.Complete() : new Completeness.Incomplete("");
        }
        // One that goes too deep is sent, so that its error says so.
        return Nesting.tooDeep(source).isPresent()
                ? new Completeness.Complete()
                : session.typing().isComplete(withoutMagics(source));
    }

    @Override
    public void interrupt() {
        stop.request();
    }

    @Override
    public Evaluation.Failure leaveBehind(Thread thread) {
        stop.leaveBehind(thread);
        return session.leaveBehind(thread);
    }

    @Override
    public List<String> makeRoom() {
        return session.runner().makeRoom();
    }

    @Override
    public String languageVersion() {
        return VERSION;
    }

    @Override
    public void close() {
        stop.close();
        session.close();
    }
}
