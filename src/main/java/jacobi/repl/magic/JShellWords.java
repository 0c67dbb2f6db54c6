package jacobi.repl.magic;

import static jacobi.language.Say.say;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JShell's commands, as {@code /vars}, each by the magic that does the same. */
final class JShellWords {
    private static final Pattern LINE = Pattern.compile("/([a-z?!]+)(?:\\h+(.*))?");
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("open", "load"),
            Map.entry("o", "load"),
            Map.entry("vars", "whos variable"),
            Map.entry("methods", "whos method"),
            Map.entry("types", "whos type"),
            Map.entry("imports", "imports"),
            Map.entry("list", "history"),
            Map.entry("history", "history"),
            Map.entry("reset", "reset"),
            Map.entry("help", "help"),
            Map.entry("?", "help"));
    /** What JShell does and a notebook has no need of, with what to do instead. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "exit", "magic.jShellWords.notebook-session-ends-its",
            "set", "magic.jShellWords.sets-how-jshell-answers",
            "edit", "magic.jShellWords.change-cell-run-again",
            "drop", "magic.jShellWords.declare-name-anew-forget",
            "save", "magic.jShellWords.prints-cells-session-notebook",
            "reload", "magic.jShellWords.forget-all-names-run",
            "!", "magic.jShellWords.run-cell-again");
    /** Options of {@code /env} that name what cells may use. */
    private static final List<String> CLASS_PATH = List.of("--class-path", "-class-path", "-classpath", "-cp");

    private JShellWords() {}

    /** Whether a line is one of JShell's commands; each other one that starts so is no Java either. */
    static boolean is(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches()
                && (SAME.containsKey(found.group(1))
                        || ELSEWHERE.containsKey(found.group(1))
                        || found.group(1).equals("env"));
    }

    /** The magic that does what the line asks for. */
    static MagicCell.Command command(String line, int start) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException(line);
        }
        String word = found.group(1);
        String arguments = found.group(2) == null ? "" : found.group(2).strip();
        if (SAME.containsKey(word)) {
            String[] magic = SAME.get(word).split(" ", 2);
            // Its filters, as -all, mean the same as none here.
            String rest = (magic.length > 1 ? magic[1] + " " : "") + arguments.replaceFirst("^-(?:all|start)$", "");
            return new MagicCell.Command(magic[0], rest.strip(), "", false, start);
        }
        if (word.equals("env")) {
            return environment(arguments, start);
        }
        return new MagicCell.Command("/" + word, "/" + word + ": " + say(ELSEWHERE.get(word)), "", false, start);
    }

    private static MagicCell.Command environment(String arguments, int start) {
        String[] words = arguments.replace('=', ' ').split("\\h+");
        if (words.length == 2 && CLASS_PATH.contains(words[0])) {
            String paths = words[1].replace(File.pathSeparatorChar, ' ');
            return new MagicCell.Command("classpath", paths, "", false, start);
        }
        return arguments.isEmpty()
                ? new MagicCell.Command("classpath", "", "", false, start)
                : new MagicCell.Command("jvm", arguments, "", false, start);
    }
}
