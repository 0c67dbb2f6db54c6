package jacobi.repl.failure;

import static jacobi.language.Say.say;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ConcurrentModificationException;
import java.util.IllegalFormatConversionException;
import java.util.InputMismatchException;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What to do about exceptions whose own words name no way out. */
final class Advice {
    private Advice() {}

    /** A line below the exception, or nothing. */
    static Optional<String> of(Throwable thrown) {
        return Optional.ofNullable(text(thrown, String.valueOf(thrown.getMessage())));
    }

    private static boolean isOfScanner(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length > 0
                && stack[0].getClassName().equals("java.util.Scanner")
                && !(thrown instanceof InputMismatchException);
    }

    private static String text(Throwable thrown, String message) {
        if (thrown instanceof NumberFormatException && message.matches("For input string: \"[-+]?\\d*\\.\\d+\".*")) {
            return say("advice.decimal");
        }
        if (thrown instanceof ConcurrentModificationException) {
            return say("advice.changed-in-loop");
        }
        if (thrown instanceof IllegalFormatConversionException format) {
            return say(
                    format.getConversion() == 'd' ? "advice.format-whole" : "advice.format-other",
                    "conversion",
                    format.getConversion(),
                    "type",
                    format.getArgumentClass().getSimpleName());
        }
        if (thrown instanceof NoSuchElementException && isOfScanner(thrown)) {
            return say("failure.advice.scanner-nothing-more-read");
        }
        if (thrown instanceof NoSuchElementException && thrown.getMessage() == null) {
            return say("advice.nothing-more");
        }
        if (thrown instanceof NoSuchFileException missing && missing.getFile() != null) {
            return say("advice.no-file", "folder", Path.of("").toAbsolutePath());
        }
        if (thrown instanceof ArithmeticException && message.equals("/ by zero")) {
            return say("advice.zero");
        }
        if (isHeadless(thrown)) {
            return say("failure.advice.kernel-no-screen-open");
        }
        if (thrown instanceof ArrayStoreException) {
            return say("advice.array-type");
        }
        return null;
    }

    /** By name, without loading the windows it is about. */
    private static boolean isHeadless(Throwable thrown) {
        return thrown.getClass().getName().equals("java.awt.HeadlessException");
    }
}
