package jacobi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Text files beside the tests: tables of cells, attacks, counts. */
public final class TestText {
    private TestText() {}

    /** A file's text as it is. */
    public static String read(Class<?> test, String name) {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file. */
    public static List<String> lines(Class<?> test, String name) {
        return read(test, name).lines().toList();
    }

    /** The import lines that every cell of a notebook starts with. */
    public static List<String> prelude() {
        return Prelude.imports();
    }
}
