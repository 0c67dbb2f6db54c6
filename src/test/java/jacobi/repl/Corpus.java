package jacobi.repl;

import jacobi.TestText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sessions of cells, and what JShell makes of them. */
final class Corpus {
    static final List<String> IMPORTS = List.of(
            "import java.io.*;",
            "import java.nio.file.*;",
            "import java.util.*;",
            "import java.util.concurrent.*;",
            "import java.util.function.*;",
            "import java.util.stream.*;");

    private Corpus() {}

    /** The oldest Java supported, on which sessions are recorded that ask for none. */
    private static final int OLDEST = 17;

    private static final Pattern SINCE = Pattern.compile("since (\\d+) .*");
    private static final Pattern REPEATED = Pattern.compile("⟦(.+?)\\*(\\d+)⟧", Pattern.DOTALL);

    /**
     * Records JShell's outcomes, which takes minutes; to be run when sessions are added: on the oldest Java supported,
     * then on the newest for the sessions that ask for a later one.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws IOException {
        StringBuilder text = new StringBuilder();
        Map<String, String> recorded = recorded();
        boolean oldest = Runtime.version().feature() == OLDEST;
        try (JShellOracle oracle = new JShellOracle(IMPORTS)) {
            for (Map.Entry<String, List<String>> session : sessions().entrySet()) {
                if (oldest != (since(session.getKey()) == OLDEST)) {
                    for (int i = 1; i <= session.getValue().size(); i++) {
                        String key = session.getKey() + " " + i;
                        text.append(key).append('\t').append(recorded.get(key)).append('\n');
                    }
                    continue;
                }
                oracle.reset();
                List<String> cells = session.getValue();
                for (int i = 0; i < cells.size(); i++) {
                    text.append(session.getKey())
                            .append(' ')
                            .append(i + 1)
                            .append('\t')
                            .append(outcome(oracle, cells.get(i), i + 1))
                            .append('\n');
                }
            }
        }
        Files.writeString(Path.of(arguments[0]), text);
        System.exit(0);
    }

    /** The Java release a session needs: {@code since 21 records} needs 21. */
    static int since(String session) {
        Matcher since = SINCE.matcher(session);
        return since.matches() ? Integer.parseInt(since.group(1)) : OLDEST;
    }

    /** A cell with what the file can only name: a carriage return, a tab, a byte order mark, text of great length. */
    static String expand(String cell) {
        String plain = cell.replace("⟦CR⟧", "\r").replace("⟦TAB⟧", "\t").replace("⟦BOM⟧", "\ufeff");
        return REPEATED.matcher(plain)
                .replaceAll(part -> Matcher.quoteReplacement(part.group(1).repeat(Integer.parseInt(part.group(2)))));
    }

    /** The cells of each session, by its name. */
    static Map<String, List<String>> sessions() throws IOException {
        Map<String, List<String>> sessions = new LinkedHashMap<>();
        for (String session : read("sessions.txt").split("(?m)^==== ")) {
            if (!session.isBlank()) {
                String name = session.substring(0, session.indexOf('\n'));
                List<String> cells = new ArrayList<>();
                for (String cell : session.substring(name.length() + 1).split("(?m)^----\n")) {
                    cells.add(expand(cell.stripTrailing()));
                }
                sessions.put(name, cells);
            }
        }
        return sessions;
    }

    /** JShell's outcome of each cell, by the session's name and the cell's number in it. */
    static Map<String, String> recorded() throws IOException {
        return read("outcomes.txt")
                .lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The cells whose outcome differs on purpose, with the reason. */
    static Map<String, String> differences() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        String reason = "";
        for (String line : read("differences.txt").split("\n")) {
            if (line.startsWith("# ")) {
                reason = line.substring(2);
            } else if (!line.isBlank()) {
                reasons.put(line, reason);
            }
        }
        return reasons;
    }

    /** The value or the failure, and the output, on one line. */
    static String outcome(Evaluator evaluator, String source, int number) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Evaluation evaluation;
        try {
            evaluation = evaluator.evaluate(source, number);
        } finally {
            System.setOut(console);
        }
        String output = printed.toString(StandardCharsets.UTF_8)
                .lines()
                // Notes about names that are still to come; JShell has them as events.
                .filter(line -> !line.contains("can be used once"))
                .collect(Collectors.joining("|"));
        boolean shown = !source.endsWith(";") && !source.endsWith("}");
        String outcome = "done";
        if (evaluation instanceof Evaluation.Failure failure) {
            outcome = failure.ename();
        } else if (shown && evaluation instanceof Evaluation.Value value) {
            outcome = "= " + String.valueOf(value.value()).replace("\n", "\\n");
        }
        return output.isEmpty() ? outcome : outcome + " printed " + output;
    }

    private static String read(String name) throws IOException {
        return TestText.read(Corpus.class, name).replace("\r\n", "\n");
    }
}
