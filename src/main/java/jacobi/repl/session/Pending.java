package jacobi.repl.session;

import jacobi.source.Cell;
import jacobi.source.Part.Declaration;
import jacobi.source.Part.MethodDeclaration;
import java.util.Set;

/**
 * A declaration that cannot be compiled as it is, or only with empty bodies, until other names arrive.
 *
 * @param missing the names it waits for
 * @param usable whether it was compiled with bodies that throw
 * @param reason more than that a name is missing, in words; else null
 * @param was the method that callers still go to, if it is one that compiled once; else null
 */
public record Pending(Declaration part, Cell cell, Set<String> missing, boolean usable, String reason, Method was) {

    /** What {@link #missing} holds where something else is wrong than a missing name. */
    static final String NO_NAME = "?";

    /** What a caller is told. */
    String message() {
        String names = String.join("`, `", missing);
        if (!missing.contains(NO_NAME)) {
            return what() + " cannot be used yet: it mentions `" + names + "`, which "
                    + (reason != null
                            ? reason
                            : missing.size() == 1
                                    ? "is not defined or waits itself"
                                    : "are not defined or wait themselves");
        }
        return what() + " no longer compiles, because of what was declared since: "
                + reason.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    /** What a student is told when it is declared. */
    String note() {
        return what() + " is accepted, and can be used once `" + String.join("`, `", missing) + "` "
                + (missing.size() == 1 ? "is" : "are") + " defined.";
    }

    private String what() {
        return (part instanceof MethodDeclaration ? part.name() + "()" : part.name()) + " of " + cell.title();
    }
}
