package jacobi.kernel;

import java.util.StringJoiner;

/** Shows what ended a thread on the standard error of the cell that started it. */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private static final int FRAMES = 20;

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("Exception in thread \"" + thread.getName() + "\" " + thrown);
        describe(thrown, lines);
        Throwable cause = thrown.getCause();
        for (int depth = 0; cause != null && depth < FRAMES; depth++) {
            lines.add("Caused by: " + cause);
            describe(cause, lines);
            cause = cause.getCause();
        }
        System.err.print(lines);
    }

    private static void describe(Throwable thrown, StringJoiner lines) {
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            lines.add("\tat " + frames[i]);
        }
        if (frames.length > FRAMES) {
            lines.add("\t... " + (frames.length - FRAMES) + " more");
        }
    }
}
