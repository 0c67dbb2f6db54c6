package jacobi.repl.magic;

import jacobi.repl.Evaluation;
import java.util.List;
import java.util.stream.Stream;

/**
 * One command.
 *
 * @param subject the key of what it is about, with others
 * @param names the name it goes by, then others, without {@code %}
 * @param usage its arguments, as {@code [on|off]}
 * @param purpose the key of one sentence
 * @param ofCell whether it may stand before a whole cell, as {@code %%time}; then {@link Call#body} is the cell
 */
record Magic(
        String subject,
        List<String> names,
        String usage,
        String purpose,
        boolean ofCell,
        boolean ofLine,
        Action action) {

    /** Its name with each sign it may have. */
    Stream<String> signed() {
        return Stream.of("%", "%%")
                .filter(sign -> sign.equals("%") ? ofLine : ofCell)
                .map(sign -> sign + names.get(0));
    }

    /** What a magic does. */
    @FunctionalInterface
    interface Action {
        /**
         * @throws MagicException if it cannot, with what to do instead
         */
        Evaluation run(Call call) throws MagicException;
    }

    /**
     * @param arguments the rest of the line, trimmed
     * @param body the lines below {@code %%name}, or an empty string
     * @param ofCell whether it was written with two signs
     * @param origin where it stands
     * @param wantsValue whether it is asked for a value, as in {@code List<String> jars = %jars lib/*.jar}, and need
     *     print nothing
     */
    record Call(String arguments, String body, boolean ofCell, CodeOrigin origin, boolean wantsValue) {

        List<String> words() {
            return arguments.isBlank() ? List.of() : List.of(arguments.strip().split("\\s+"));
        }

        /** The code a timing magic is about. */
        String code() {
            return ofCell ? body : arguments;
        }
    }
}
