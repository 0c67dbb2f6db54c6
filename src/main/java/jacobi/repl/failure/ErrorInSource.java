package jacobi.repl.failure;

import jacobi.notation.Diagnostic;
import jacobi.source.Part;
import jacobi.source.Splitter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * An error of the compiler in the cell it is of, with what tells what was meant.
 *
 * @param message javac's words with simple names
 * @param known the names a cell may use
 */
record ErrorInSource(Diagnostic error, String source, String message, KnownNames known) {

    /** What javac says of it, in the reader's language where javac speaks it. */
    String words() {
        return Wording.simpleNames(error.words());
    }

    /** The characters at fault. */
    String span() {
        int end = Math.min(source.length(), Math.max(error.end(), error.start()));
        return source.substring(Math.min(error.start(), end), end);
    }

    /** The source from the characters at fault on. */
    String rest() {
        return source.substring(Math.min(error.start(), source.length()));
    }

    /** The word of the language that stands where the error is; empty where none does. */
    String keyword() {
        Matcher word = Pattern.compile("\\s*([a-z]+)\\b")
                .matcher(source.substring(Math.min(error.position(), source.length())));
        return word.lookingAt() && SourceVersion.isKeyword(word.group(1)) ? word.group(1) : "";
    }

    /** Whether it is in a method or type that the cell declares. */
    boolean isInMethod() {
        return Splitter.split(source).stream()
                .anyMatch(
                        part -> part instanceof Part.Declaration && part.span().contains(error.start()));
    }

    String line() {
        int start = source.lastIndexOf('\n', Math.max(0, error.position() - 1)) + 1;
        int end = source.indexOf('\n', error.position());
        return source.substring(start, Math.max(start, end < 0 ? source.length() : end));
    }

    /** The first group of a pattern that stands in the message; empty where it does not. */
    String matched(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** javac's words as a sentence. */
    String sentence() {
        return capital(words());
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
