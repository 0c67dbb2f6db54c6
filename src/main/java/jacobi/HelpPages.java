package jacobi;

import jacobi.repl.magic.Help;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pages of {@code %help}: what the notebook side offers, by subject, in files of Markdown. */
final class HelpPages {
    private static final List<String> SUBJECTS = List.of(
            "tensors",
            "notation",
            "autograd",
            "linalg",
            "calculus",
            "probability",
            "data",
            "networks",
            "plot",
            "display",
            "widgets",
            "exercises",
            "python");

    private HelpPages() {}

    static List<Help.Page> all() {
        return SUBJECTS.stream()
                .map(subject -> new Help.Page(subject, read(subject)))
                .toList();
    }

    private static String read(String subject) {
        try (InputStream page = HelpPages.class.getResourceAsStream("help/" + subject + ".md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds help/" + subject + ".md", e);
        }
    }
}
