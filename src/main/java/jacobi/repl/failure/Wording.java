package jacobi.repl.failure;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names as the student wrote them: without the units and packages the engine and Java put before them. */
public final class Wording {
    private static final Pattern UNIT =
            Pattern.compile("\\b(?:cells[./](?:cell|unit|trial)\\d+(?:\\[\\d+])?[.$]|(?:cell|unit)\\d+\\.(?=\\p{Lu}))");
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");
    private static final Pattern CELL = Pattern.compile("\\b(?:class )?cells\\.(cell|unit|trial)(\\d+)\\b(?![.$])");
    private static final Pattern LOADERS =
            Pattern.compile(" \\([^()]*\\b(?:unnamed module|module java\\.base)\\b.*\\)$", Pattern.DOTALL);

    private Wording() {}

    /** A message of the virtual machine or a library, with names of cells made plain. */
    public static String plainNames(String message) {
        return UNIT.matcher(
                        CELL.matcher(LOADERS.matcher(message).replaceFirst("")).replaceAll(Wording::cell))
                .replaceAll("");
    }

    private static String cell(MatchResult unit) {
        return switch (unit.group(1)) {
            case "cell" -> "cell [" + unit.group(2) + "]";
            case "unit" -> "an earlier cell";
            default -> "this cell";
        };
    }

    /** A message of the compiler, with all names made simple. */
    static String simpleNames(String message) {
        return QUALIFIED.matcher(plainNames(message)).replaceAll("");
    }
}
