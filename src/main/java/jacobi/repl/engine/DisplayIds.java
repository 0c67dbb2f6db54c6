package jacobi.repl.engine;

import jacobi.display.DisplayHandle;
import jacobi.notation.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IJava's {@code String id = display(x)}: what is shown has a handle here, and where a cell that Java rejects wants a
 * text of one, its id is meant.
 */
final class DisplayIds {
    private static final String CODE = "compiler.err.prob.found.req";
    private static final Pattern HANDLE_FOR_TEXT = Pattern.compile(
            "\\b" + DisplayHandle.class.getSimpleName() + " cannot be converted to (?:java\\.lang\\.)?String\\b");

    private DisplayIds() {}

    /** The cell with ids in place of handles, if that is all its errors are about. */
    static Optional<String> inPlaceOfHandles(String source, List<Diagnostic> errors) {
        if (errors.isEmpty() || !errors.stream().allMatch(DisplayIds::wantsId)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(source);
        errors.stream()
                .sorted(Comparator.comparingInt(Diagnostic::start).reversed())
                .forEach(error -> text.insert(error.end(), ").id()").insert(error.start(), "("));
        return Optional.of(text.toString());
    }

    private static boolean wantsId(Diagnostic error) {
        return error.code().equals(CODE)
                && HANDLE_FOR_TEXT.matcher(error.message()).find();
    }
}
