package jacobi;

import jacobi.language.JarText;
import java.util.List;

/** The import lines every cell starts with: the words of the notebook side, which the kernel side knows only so. */
final class Prelude {
    private Prelude() {}

    static List<String> imports() {
        return JarText.read(Prelude.class, "prelude.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
