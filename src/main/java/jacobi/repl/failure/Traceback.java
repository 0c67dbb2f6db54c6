package jacobi.repl.failure;

import static jacobi.language.Say.say;

import jacobi.notation.Notation;
import jacobi.repl.Evaluation.Failure;
import jacobi.repl.Excerpt;
import jacobi.source.Cell;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An exception as the student sees it: its name and message, the student's own lines, its causes. */
public final class Traceback {
    private static final int MOST_FRAMES = 20;
    /** Of a message, in characters, and of each of its ends where it has more. */
    private static final int LONGEST = 12_000;

    private static final int KEPT = 3_000;

    private final Function<String, Cell> cells;

    /**
     * @param cells the cell of a {@linkplain Cell#title title}, or null
     */
    public Traceback(Function<String, Cell> cells) {
        this.cells = cells;
    }

    public Failure of(Throwable thrown) {
        Throwable cause = thrown instanceof ExceptionInInitializerError ? cause(thrown) : null;
        Throwable shown = cause == null ? thrown : cause;
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String lead = "";
        for (Throwable t = shown; t != null && seen.add(t) && lines.size() < 3 * MOST_FRAMES; t = cause(t)) {
            Throwable thrownHere = t;
            String message = message(t);
            lines.add(lead + Ink.error(name(t)) + (message.isEmpty() ? "" : ": " + message));
            frames(t, lines);
            ExceptionAnswers.of(
                            () -> Notation.advice(thrownHere).or(() -> Advice.of(thrownHere)),
                            failed -> Optional.<String>empty())
                    .ifPresent(advice -> lines.add("  " + advice));
            if (t instanceof OutOfMemoryError) {
                lines.add(
                        "  " + say("trace.memory", "size", Runtime.getRuntime().maxMemory() >> 20));
            }
            lead = say("trace.caused") + " ";
        }
        StackTraceElement[] stack = ExceptionAnswers.of(shown::getStackTrace, failed -> new StackTraceElement[0]);
        return new Failure(name(shown), message(shown), lines, stack.length == 0 ? null : stack[0].getClassName());
    }

    /** The lines of cells in the stack of a thread, the innermost first. */
    public List<String> places(StackTraceElement[] stack) {
        Throwable here = new Throwable();
        here.setStackTrace(stack);
        List<String> lines = new ArrayList<>();
        frames(here, lines);
        return lines;
    }

    private static Throwable cause(Throwable thrown) {
        return ExceptionAnswers.of(thrown::getCause, failed -> null);
    }

    private void frames(Throwable thrown, List<String> lines) {
        List<String> own = new ArrayList<>();
        String last = null;
        int repeated = 0;
        int left = 0;
        StackTraceElement[] stack = ExceptionAnswers.of(thrown::getStackTrace, failed -> null);
        for (StackTraceElement frame : stack == null ? new StackTraceElement[0] : stack) {
            if (frame == null || !isOfCell(frame) || frame.getLineNumber() <= 0) {
                continue;
            }
            String line = line(frame);
            if (line.equals(last)) {
                repeated++;
            } else if (own.size() < MOST_FRAMES) {
                repeated = repetition(own, repeated);
                own.add(line);
            } else {
                left++;
            }
            last = line;
        }
        repetition(own, repeated);
        lines.addAll(own);
        if (left > 0) {
            lines.add("  " + say("trace.more", "count", left));
        }
    }

    /**
     * Whether a frame is of a cell's code: of its statements and methods, or of a class by the file it says it is from.
     */
    public boolean isOfCell(StackTraceElement frame) {
        String file = frame.getFileName();
        return frame.getClassName().startsWith(Unit.PACKAGE + ".")
                || file != null && (file.startsWith("cell[") || cells.apply(file) != null);
    }

    private static int repetition(List<String> own, int repeated) {
        if (repeated > 0) {
            own.add("  " + say("trace.repeated", "count", repeated));
        }
        return 0;
    }

    private String line(StackTraceElement frame) {
        String title = String.valueOf(frame.getFileName());
        Cell cell = cells.apply(title);
        int line = frame.getLineNumber();
        String text = cell == null ? "" : cell.lineText(line).strip();
        String place = cell == null
                ? say("trace.place", "cell", title.replace("cell[", "cell ["), "line", line)
                : cell.place(line);
        return "  " + Ink.place(place) + in(frame) + (text.isEmpty() ? "" : ": " + text);
    }

    /** The student's method, where the line is in one. */
    private static String in(StackTraceElement frame) {
        String method = frame.getMethodName();
        if (method.startsWith("$") || method.startsWith("lambda$$")) {
            return "";
        }
        String name = method.startsWith("lambda$") ? method.split("\\$")[1] : method;
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        boolean unit = frame.getClassName().startsWith(Unit.PACKAGE + ".");
        int nested = type.indexOf('$');
        String owner = unit && nested < 0
                ? ""
                : type.substring(unit ? nested + 1 : 0)
                        .replaceFirst("^\\$at\\d+", "")
                        .replaceAll("\\$?\\d+$", "")
                        .replaceFirst("^\\$", "")
                        .replace('$', '.');
        return switch (name) {
            case "<init>", "new" -> say("trace.in-new", "class", owner);
            case "<clinit>", "static" -> say("trace.in", "method", owner);
            default -> say("trace.in", "method", (owner.isEmpty() ? "" : owner + ".") + name);
        };
    }

    private static String name(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        return name.isEmpty() ? thrown.getClass().getSuperclass().getSimpleName() : name;
    }

    private static String message(Throwable thrown) {
        String message = ExceptionAnswers.of(
                thrown::getMessage,
                failed -> say("trace.no-message", "exception", failed.getClass().getSimpleName()));
        if (message == null && thrown instanceof StackOverflowError) {
            return say("trace.too-deep");
        }
        if (message == null && thrown instanceof AssertionError) {
            return say("trace.assertion");
        }
        // The words of a long one are looked for in what is shown of it.
        return message == null ? "" : Wording.plainNames(Excerpt.of(message, LONGEST, KEPT));
    }
}
