package jacobi.kernel;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that asks the console to end, as IPython's {@code exit}, {@code quit()} and {@code %exit}. The front end ends
 * the kernel, unless the cell says {@code exit(keep_kernel=True)}.
 *
 * @param keepKernel whether the kernel is to go on without the console
 */
record ExitWord(boolean keepKernel) {
    private static final Pattern FORM = Pattern.compile(
            "(%?)(exit|quit)\\s*(?:\\(\\s*(?:(keep_kernel|keepKernel)\\s*=\\s*(?i:(true)|false))?\\s*\\))?\\s*;?");

    /** The word, unless it is a variable or a method of the student's. */
    static Optional<ExitWord> of(String cell, Supplier<Evaluator> evaluator) {
        Matcher form = FORM.matcher(cell.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String name = form.group(2);
        boolean taken = form.group(1).isEmpty()
                && evaluator.get().inspect(name, name.length(), 0).found();
        return taken ? Optional.empty() : Optional.of(new ExitWord(form.group(4) != null));
    }

    /** The payload of the reply. A notebook's page ignores it, so what that can do instead is said. */
    List<Map<String, Object>> answer() {
        System.out.println(say("kernel.exit.notebook"));
        return List.of(Map.of("source", "ask_exit", "keepkernel", keepKernel));
    }
}
