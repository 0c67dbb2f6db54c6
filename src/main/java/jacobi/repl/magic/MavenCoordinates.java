package jacobi.repl.magic;

import static jacobi.language.Say.say;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;

/**
 * Artifacts as Maven, Gradle and IJava write them: {@code g:a}, {@code g:a:v}, {@code g:a:v:classifier}, {@code
 * g:a:type:v} and {@code g:a:type:classifier:v}; {@code @jar} after it leaves out what the artifact needs.
 */
final class MavenCoordinates {
    private static final Pattern SUFFIX = Pattern.compile("(.*)@(\\w+)");
    private static final Pattern VERSION = Pattern.compile("[\\d\\[(].*|LATEST|RELEASE");
    /** What may follow on the line: a comment, and a semicolon out of habit. */
    private static final Pattern REST = Pattern.compile("(?:\\s*;)?(?:\\s*(?://|#).*)?\\s*$");

    /** The version of an artifact written without one: the newest released. */
    static final String ANY = "RELEASE";

    private MavenCoordinates() {}

    /** The words of a line, without its comment and its semicolon. */
    static List<String> words(String line) {
        return Stream.of(withoutComment(line).split("[\\s;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A line without its comment and its semicolon. */
    static String withoutComment(String line) {
        // Not "://" of an address.
        String rest = line.replaceFirst("(?:^|\\s)(?://|#).*", "");
        return REST.matcher(rest).replaceFirst("").strip();
    }

    /** What is to be resolved, of the scope a program runs in. */
    static Dependency dependency(String text) throws MagicException {
        var suffix = SUFFIX.matcher(text);
        boolean alone = suffix.matches();
        String[] parts = (alone ? suffix.group(1) : text).split(":", -1);
        String type = alone ? suffix.group(2) : "jar";
        if (parts.length < 2 || parts.length > 5 || Stream.of(parts).anyMatch(String::isEmpty)) {
            throw new MagicException(say("magic.coordinates.no-artifact-write-group", "text", text));
        }
        DefaultArtifact artifact = switch (parts.length) {
            case 2 -> new DefaultArtifact(parts[0], parts[1], type, ANY);
            case 3 -> new DefaultArtifact(parts[0], parts[1], type, parts[2]);
            case 4 ->
                VERSION.matcher(parts[2]).matches()
                        ? new DefaultArtifact(parts[0], parts[1], parts[3], type, parts[2])
                        : new DefaultArtifact(parts[0], parts[1], parts[2], parts[3]);
            default -> new DefaultArtifact(parts[0], parts[1], parts[3], parts[2], parts[4]);
        };
        Dependency dependency = new Dependency(artifact, "runtime");
        return alone ? dependency.setExclusions(List.of(new Exclusion("*", "*", "*", "*"))) : dependency;
    }
}
