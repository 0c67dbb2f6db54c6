package jacobi.kernel;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluator;
import jacobi.repl.Inspection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that asks about a name, as IPython's {@code name?}, {@code ?name} and {@code name??} for its source too. The
 * answer goes to the page's pager. No Java program has this form.
 *
 * @param detail as in {@link Evaluator#inspect}
 */
record PagerQuery(String name, int detail) {
    private static final Pattern FORM = Pattern.compile("(\\?{0,2})\\s*"
            + "([\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}.#()\\[\\]<>, %]*?)\\s*(\\?{0,2})");

    static Optional<PagerQuery> of(String cell) {
        String line = cell.strip();
        Matcher form = FORM.matcher(line);
        if (!line.startsWith("?") && !line.endsWith("?") || !form.matches()) {
            return Optional.empty();
        }
        int marks = Math.max(form.group(1).length(), form.group(3).length());
        return Optional.of(new PagerQuery(form.group(2), marks - 1));
    }

    /** The payload of the reply; nothing known of the name is said on standard output. */
    List<Map<String, Object>> answer(Evaluator evaluator) {
        Inspection inspection = evaluator.inspect(name, name.length(), detail);
        if (!inspection.found()) {
            System.out.println(say("kernel.pager.not-found", "name", name));
            return List.of();
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("source", "page");
        page.put("data", Introspection.data(inspection));
        page.put("start", 0);
        return List.of(page);
    }
}
