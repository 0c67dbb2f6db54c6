package jacobi;

import static jacobi.language.Say.say;

import jacobi.exercise.Exercises;
import jacobi.exercise.HandIn;
import jacobi.exercise.answer.FunctionOf;
import jacobi.exercise.answer.Todo;
import jacobi.exercise.answer.Workshop;
import jacobi.notation.Reading;
import jacobi.repl.Evaluation;
import jacobi.repl.engine.JavaEvaluator;
import jacobi.repl.failure.Ink;
import jacobi.repl.running.Run;
import jacobi.repl.running.Trace;
import jacobi.source.Cell;
import jacobi.source.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place where checks run student's code: stopped as a cell is, even in a loop that catches everything. */
final class CellWorkshop implements Workshop {
    /** Cells that ask after an answer, which an earlier cell may have made. */
    private static final Pattern ASKS = Pattern.compile("\\s*(?:check\\s*\\(|(?:jacobi\\.exercise\\.)?HandIn\\b)");
    /** Of these, one that makes nothing: it names a variable. */
    private static final Pattern ASKS_OLDER =
            Pattern.compile("\\s*check\\s*\\(\\s*\"[^\"]+\"\\s*,\\s*\\w+(?:\\.\\w+)*\\s*\\)\\s*;?\\s*");
    /** Cells that check an exercise, and those whose first line says that they answer one: both are watched. */
    private static final Pattern CHECKS = Pattern.compile("\\bcheck\\s*\\(\\s*\"([^\"]+)\"");

    private static final Pattern MARKER = Pattern.compile("//\\s*exercise\\s+([\\w-]+)");

    /** Where cells may be watched one and all: nobody waits for them. */
    private static final boolean GRADES = HandIn.isGrading();
    /** A reference solution that is a class on the class path, or a method of one. */
    private static final Pattern CLASS = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:::\\w+)?");

    private static final String NOTATION = "notation";

    private final JavaEvaluator java;
    /** Reference solutions by their source, compiled and run once: a grader asks the same one for each student. */
    private final Map<String, Object> solutions = new ConcurrentHashMap<>();
    /** What ran in the last cell with an answer; a check in a cell of its own asks for it. */
    private Set<String> notes;
    /** The exercise the notes are kept for; null where they are of no further use. */
    private String notesFor;
    /** Whether the answer was made in an earlier cell than the one that runs. */
    private boolean madeBefore;
    /** How often a place for an answer was met before this cell. */
    private long todosBefore;
    /** Whether it was seen how the answer was made. */
    private boolean isKnown;

    /** @param java what evaluates the cells */
    CellWorkshop(JavaEvaluator java) {
        this.java = java;
    }

    /** A cell begins. */
    void begin(String source) {
        todosBefore = Todo.met();
        String id = exercise(source);
        boolean asks = ASKS.matcher(source).lookingAt();
        boolean watched = GRADES || asks || id != null;
        // A check alone is about the answer of an earlier cell: of one marked as this exercise's. An answer that has
        // been checked in its own cell is not meant, nor one to another exercise.
        madeBefore = asks && notes != null && (GRADES || id != null && id.equals(notesFor));
        isKnown = madeBefore || !ASKS_OLDER.matcher(source).matches();
        if (watched && !madeBefore) {
            notes = Trace.notes();
            notesFor = CHECKS.matcher(source).find() ? null : id;
        }
        Trace.watch(watched ? notes : null);
    }

    /** The exercise a cell answers or asks for; null for none. */
    private static String exercise(String source) {
        if (!source.contains("check") && !source.contains("exercise")) {
            return null;
        }
        for (Pattern pattern : List.of(CHECKS, MARKER)) {
            Matcher found = pattern.matcher(source);
            if (found.find()) {
                return found.group(1);
            }
        }
        return null;
    }

    /**
     * The cell ended.
     *
     * @return what to tell of it: in an exercise's words where it needed an answer that is not written
     */
    Evaluation end(String source, Evaluation evaluation) {
        if (Trace.ran() != null) {
            Trace.watch(null);
            if (!madeBefore && java.running().filter(CellWorkshop::isNotation).isPresent()) {
                notes.add(NOTATION);
            }
        }
        String id = exercise(source);
        boolean checks = id != null && CHECKS.matcher(source).find();
        if (evaluation instanceof Evaluation.Failure failure) {
            boolean unwritten = failure.ename().equals("NullPointerException") && Todo.met() > todosBefore;
            if (id != null && unwritten) {
                Exercises.unwritten(id, checks);
            } else if (id != null && failure.ename().equals("CompilationError")) {
                Exercises.uncompiled(id, checks);
            }
            return unwritten ? unwritten(failure) : failure;
        }
        if (id != null && !checks) {
            Exercises.made(id);
        }
        return evaluation;
    }

    /** The failure of a cell that met {@code todo()}, with its places. */
    private static Evaluation.Failure unwritten(Evaluation.Failure failure) {
        String words = say("exercise.todo.met");
        List<String> lines = new ArrayList<>();
        lines.add(Ink.error(Todo.FAILURE) + ": " + words);
        lines.addAll(failure.traceback().subList(1, failure.traceback().size()));
        if (!Todo.isNamedIn(failure.evalue())) {
            lines.add("  " + failure.evalue());
        }
        return new Evaluation.Failure(Todo.FAILURE, words, lines, failure.thrower());
    }

    @Override
    public Set<String> ranInCell() {
        Set<String> noted = Trace.ran();
        if (noted == null || !isKnown) {
            return null;
        }
        Set<String> ran = new HashSet<>(noted);
        if (!madeBefore && java.running().filter(CellWorkshop::isNotation).isPresent()) {
            ran.add(NOTATION);
        }
        return ran;
    }

    private static boolean isNotation(Reading cell) {
        return !cell.plain().equals(cell.source());
    }

    @Override
    public Set<String> watching(Action action) throws Exception {
        if (Trace.ran() == null) {
            action.act();
            return null;
        }
        Set<String> notes = Trace.notes();
        Set<String> before = Trace.watch(notes);
        try {
            action.act();
        } finally {
            Trace.watch(before);
        }
        return notes;
    }

    @Override
    public Object solution(String source) {
        return solutions.computeIfAbsent(source, this::made);
    }

    private Object made(String source) {
        if (CLASS.matcher(source.strip()).matches()) {
            return ofClass(source.strip());
        }
        List<Part> parts = Cell.of(0, source).parts();
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last instanceof Part.MethodDeclaration method) {
            int arity = method.parameters().of(source).split(",").length;
            return java.aside(source + "\n" + function(arity) + "(" + names(arity) + ") -> " + method.name() + "("
                    + names(arity) + ")");
        } else if (last instanceof Part.VariableDeclaration variable) {
            return java.aside(source + "\n" + variable.declarators().get(0).name());
        }
        return java.aside(source);
    }

    private Object ofClass(String name) {
        int method = name.indexOf("::");
        if (method < 0) {
            return java.aside("new " + name + "()");
        }
        for (int arity = 1; ; arity++) {
            try {
                return java.aside(function(arity) + name);
            } catch (IllegalArgumentException e) {
                if (arity == FunctionOf.MOST) {
                    throw e;
                }
            }
        }
    }

    private static String function(int arity) {
        return "(" + FunctionOf.type(arity) + ") ";
    }

    private static String names(int arity) {
        return String.join(
                ", ", List.of("first", "second", "third", "fourth", "fifth").subList(0, arity));
    }

    @Override
    public <T> T limited(Duration limit, Callable<T> code) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<Run> running = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        Run run = Run.here();
                        running.complete(run);
                        run.execute(() -> result.complete(code.call()));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "exercise");
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException | InterruptedException e) {
            running.join().stop();
            throw e;
        }
    }
}
