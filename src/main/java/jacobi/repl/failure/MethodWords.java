package jacobi.repl.failure;

import static jacobi.language.Say.say;

import java.util.List;
import java.util.regex.Pattern;

/** Words for methods that are called with what they do not take, or not written where they have to be. */
final class MethodWords {
    private MethodWords() {}

    static String versions(ErrorInSource c) {
        String name = c.matched("found for (\\w+)\\(");
        String given = c.matched("found for \\w+(\\(.*\\))");
        List<String> there = Pattern.compile("(?:method|constructor) (\\S+\\(.*\\)) is not applicable")
                .matcher(c.message())
                .results()
                .map(version -> "  " + version.group(1).replaceFirst("^<.*?>", ""))
                .toList();
        if (there.isEmpty()) {
            return say("compile.no-version-at-all") + "\n" + c.words();
        }
        String versions = String.join("\n", there);
        return (given.equals("(no arguments)")
                        ? say("compile.no-version-without", "name", name, "versions", versions)
                        : say("compile.no-version", "name", name, "given", given, "versions", versions))
                + ways(name, given, c.message());
    }

    /** How to give what is wanted where the values given show what was meant. */
    static String ways(String name, String given, String message) {
        if (given.matches(".*\\b(char|Character)\\b.*") && message.contains("String")) {
            return "\n" + say("compile.way.double-quotes");
        }
        if (given.contains("List<") && message.contains("Tensor")) {
            return "\n" + say("compile.way.tensor-argument", "name", name);
        }
        if (name.equals("round") && given.contains(",")) {
            return "\n" + say("compile.way.digits");
        }
        return "";
    }

    static String arguments(ErrorInSource c) {
        String required = c.matched("required: +(.+)");
        String found = c.matched("found: +(.+)");
        String name = c.matched("(?:method|constructor|record|enum|class) (\\S+) in ");
        if (required.isEmpty() || found.isEmpty()) {
            return c.sentence();
        }
        if (required.equals(found)) {
            // It fits, and may not be called: javac reports what it looked at last.
            String type = c.matched(" in (?:class|record|enum|interface) (\\S+) cannot");
            return say("compile.private", "name", name + "(" + required + ")", "access", "private", "type", type);
        }
        String takes = required.equals("no arguments") ? say("compile.arguments.none-taken") : "(" + required + ")";
        String gets = found.equals("no arguments") ? say("compile.arguments.none-given") : "(" + found + ")";
        return say("compile.arguments", "name", name, "takes", takes, "gets", gets)
                + ways(name, "(" + found + ")", "(" + required + ")");
    }

    static String unwritten(ErrorInSource c) {
        String type = c.matched("^(.+?) is not abstract");
        String method = c.matched("abstract method (.+) in \\S+$");
        String parent = c.matched(" in (\\S+)$");
        return type.startsWith("<anonymous") || type.endsWith("$")
                ? say("compile.method-unwritten-here", "method", method, "parent", parent)
                : say("compile.method-unwritten", "class", type, "method", method, "parent", parent);
    }
}
