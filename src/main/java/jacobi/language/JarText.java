package jacobi.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text files in the jar: tables, scripts, pages of help. */
public final class JarText {
    private JarText() {}

    /**
     * A file's text.
     *
     * @param name beside the class, or from the root of the jar where it begins with {@code /}
     */
    public static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds " + name, e);
        }
    }

    /** The lines of a table, without those that begin with {@code #}. */
    public static Stream<String> table(Class<?> beside, String name) {
        return read(beside, name).lines().filter(line -> !line.startsWith("#"));
    }

    /** A script in one line: in Markdown an empty one would end the element it stands in. */
    public static String script(Class<?> beside, String name) {
        return read(beside, name).lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
