package jacobi.repl.failure;

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
            return "this text holds a decimal number: Double.parseDouble(...) reads it";
        }
        if (thrown instanceof ConcurrentModificationException) {
            return "a list or map was changed while a loop goes through it: change it behind the loop, or use removeIf(...)";
        }
        if (thrown instanceof IllegalFormatConversionException format) {
            boolean whole = format.getConversion() == 'd';
            return "%" + format.getConversion() + " formats " + (whole ? "whole numbers" : "another kind of value")
                    + ", and this is " + format.getArgumentClass().getSimpleName() + ": "
                    + (whole ? "%.2f for a decimal number, %s for anything" : "%s formats anything");
        }
        if (thrown instanceof NoSuchElementException && isOfScanner(thrown)) {
            return "the Scanner has nothing more to read: ask hasNext() before next(); where nobody can type"
                    + " (allow_stdin is false) give the value in the cell; after an interrupt make a new Scanner";
        }
        if (thrown instanceof NoSuchElementException && thrown.getMessage() == null) {
            return "there is nothing more: ask hasNext() before next()";
        }
        if (thrown instanceof NoSuchFileException missing && missing.getFile() != null) {
            return "there is no such file; names start in " + Path.of("").toAbsolutePath();
        }
        if (thrown instanceof ArithmeticException && message.equals("/ by zero")) {
            return "whole numbers have no result here; with a decimal number, 1.0 / 0, it would be Infinity";
        }
        if (isHeadless(thrown)) {
            return "a kernel has no screen to open a window on: put what it would show into a JPanel or another component,"
                    + " and write that as the last line or display(component), which draws it here";
        }
        if (thrown instanceof ArrayStoreException) {
            return "the array was made for elements of another type than its variable says";
        }
        return null;
    }

    /** By name, without loading the windows it is about. */
    private static boolean isHeadless(Throwable thrown) {
        return thrown.getClass().getName().equals("java.awt.HeadlessException");
    }
}
