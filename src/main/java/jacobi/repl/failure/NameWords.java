package jacobi.repl.failure;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a name nobody knows, with the one that was probably meant. */
final class NameWords {
    private static final Pattern SYMBOL = Pattern.compile("symbol: +(\\w+) (.+)");
    private static final Pattern LOCATION = Pattern.compile("location: (.+)");

    private NameWords() {}

    static String unknown(ErrorInSource c) {
        Matcher symbol = SYMBOL.matcher(c.message());
        if (!symbol.find()) {
            return c.sentence();
        }
        String kind = symbol.group(1);
        String shown = symbol.group(2).strip();
        String name = shown.replaceAll("\\(.*", "").replaceAll("<.*", "");
        Matcher place = LOCATION.matcher(c.message());
        String location = place.find() ? place.group(1).strip() : "";
        boolean top = location.isEmpty() || location.equals("this cell");
        KnownNames known = c.known();
        String pending = known.waiting(name);
        if (top && pending != null) {
            return Wording.simpleNames(pending) + ".";
        }
        if (!top) {
            return unknownMember(c, kind, shown, name, location);
        }
        if (kind.equals("variable") && known.isType(name)) {
            return say("compile.unknown.class-as-value", "name", name);
        }
        String text = switch (kind) {
            case "method" -> say("compile.unknown.method", "method", shown);
            case "class" -> say("compile.unknown.class", "class", name);
            default -> say("compile.unknown.variable", "name", name);
        };
        String habit = PythonHabits.name(name, c.rest(), known);
        if (habit != null) {
            return text + "\n" + habit;
        }
        if (kind.equals("method") && Nearest.isCollector(name)) {
            return text + meant("Collectors." + name);
        }
        if (kind.equals("method") && known.variables().contains(name)) {
            return text + "\n" + say("compile.unknown.variable-called", "name", name);
        }
        if (kind.equals("method") && known.canBeMade(name)) {
            return text + "\n" + say("compile.unknown.class-called", "name", name);
        }
        String nearest = Nearest.of(name, alike(kind, known));
        if (nearest != null) {
            return text + meant(nearest);
        }
        String home = kind.equals("class") || Character.isUpperCase(name.charAt(0)) ? Nearest.packageOf(name) : null;
        return home == null ? text : text + "\n" + say("compile.unknown.import", "class", home + "." + name);
    }

    /** The names that can stand where one of a kind is unknown. */
    private static Collection<String> alike(String kind, KnownNames known) {
        List<String> names = new ArrayList<>(kind.equals("method") ? known.functions() : known.types());
        if (kind.equals("variable")) {
            names.addAll(known.variables());
        }
        return names;
    }

    private static String unknownMember(ErrorInSource c, String kind, String shown, String name, String location) {
        KnownNames known = c.known();
        String type = ownerType(c.error().message());
        Map<String, Set<Integer>> members = known.members(type);
        String owner = location.replaceAll("^(variable|class|interface|package) ", "");
        Matcher typed = Pattern.compile("(\\w+) of type (.+)").matcher(owner);
        if (typed.matches()) {
            owner = say("compile.unknown.owner", "name", typed.group(1), "type", typed.group(2));
        }
        String text = switch (kind) {
            case "method" -> say("compile.unknown.member.method", "owner", owner, "method", shown);
            case "class" -> say("compile.unknown.member.class", "owner", owner, "class", shown);
            default -> say("compile.unknown.member.variable", "owner", owner, "name", shown);
        };
        boolean bare = !c.source()
                        .substring(0, Math.min(c.error().position(), c.source().length()))
                        .isEmpty()
                && !c.span().contains(".")
                && !c.span().contains("::");
        if (bare && c.span().equals(name)) {
            text = kind.equals("method")
                    ? say("compile.unknown.method", "method", shown)
                    : say("compile.unknown.here", "name", name, "owner", owner);
        }
        if (bare && kind.equals("method") && known.canBeMade(name)) {
            return text + "\n" + say("compile.unknown.class-called", "name", name);
        }
        if (name.equals("length") && kind.equals("method") && location.endsWith("[]")) {
            return text + "\n" + say("compile.unknown.array-length");
        }
        Set<Integer> forms = members.getOrDefault(name, Set.of());
        if (kind.equals("variable") && !forms.isEmpty()) {
            return text + "\n"
                    + say(
                            forms.contains(0) ? "compile.unknown.is-method" : "compile.unknown.is-method-with",
                            "name",
                            name);
        }
        String habit = PythonHabits.member(name, members.keySet());
        if (habit != null) {
            return text + "\n" + habit;
        }
        String nearest = Nearest.among(name, members.keySet());
        if (nearest == null && kind.equals("method") && known.takes(name, type)) {
            return text + "\n" + say("compile.unknown.is-function", "name", name);
        }
        return text + (nearest == null ? "" : meant(nearest));
    }

    /** The qualified name of the type in which javac looked for a member. */
    private static String ownerType(String message) {
        Matcher place = LOCATION.matcher(message);
        String location = place.find() ? place.group(1).strip() : "";
        return location.replaceAll("^variable \\w+ of type ", "")
                .replaceAll("^(class|interface|enum) ", "")
                .replaceAll("<.*", "");
    }

    static String noPackage(ErrorInSource c) {
        String name = c.matched("package (\\S+) does not exist");
        boolean bare = !name.contains(".") && !c.line().strip().startsWith("import ");
        if (!bare) {
            return say("compile.no-package", "name", name);
        }
        String habit = PythonHabits.name(name, c.rest(), c.known());
        if (habit != null) {
            return say("compile.unknown.bare", "name", name) + "\n" + habit;
        }
        String nearest = Nearest.of(name, alike("variable", c.known()));
        return say("compile.unknown.bare", "name", name) + (nearest == null ? "" : meant(nearest));
    }

    private static String meant(String name) {
        return "\n" + say("compile.meant", "name", name);
    }
}
