package jacobi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The import lines every cell starts with: the words of the notebook side, which the kernel side knows only so. */
final class Prelude {
    private Prelude() {}

    static List<String> imports() {
        try (InputStream lines = Prelude.class.getResourceAsStream("prelude.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds prelude.txt", e);
        }
    }
}
