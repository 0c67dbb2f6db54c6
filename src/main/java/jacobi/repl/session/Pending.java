package jacobi.repl.session;

import static jacobi.language.Say.say;

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
            return reason != null
                    ? say("session.pending.mentions-for-a-reason", "what", what(), "names", names, "reason", reason)
                    : say(
                            "session.pending.mentions-undefined",
                            "what",
                            what(),
                            "names",
                            names,
                            "count",
                            missing.size());
        }
        return say(
                "session.pending.no-longer-compiles-because",
                "what",
                what(),
                "replaceFirst",
                reason.lines().findFirst().orElse("").replaceFirst("\\.$", ""));
    }

    /** What a student is told when it is declared. */
    String note() {
        return say(
                "session.pending.accepted-used-once-defined",
                "what",
                what(),
                "missing",
                String.join("`, `", missing),
                "count",
                missing.size());
    }

    private String what() {
        return (part instanceof MethodDeclaration ? part.name() + "()" : part.name()) + " of " + cell.title();
    }
}
