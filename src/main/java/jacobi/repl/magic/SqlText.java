package jacobi.repl.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL cut at its semicolons, of which many drivers take none. */
final class SqlText {
    /** What semicolons may stand in without ending a statement; PostgreSQL quotes bodies with {@code $$}. */
    private static final Pattern PIECE = Pattern.compile("(?s)'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`"
            + "|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\n]*|/\\*.*?\\*/|;|[^;'\"`$/-]+|.");

    private SqlText() {}

    static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            String found = piece.group();
            if (found.equals(";")) {
                add(statements, statement);
            } else if (!found.startsWith("--") && !found.startsWith("/*")) {
                statement.append(found);
            } else {
                statement.append(' ');
            }
        }
        add(statements, statement);
        return statements;
    }

    private static void add(List<String> statements, StringBuilder statement) {
        if (!statement.toString().isBlank()) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
    }
}
