package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.language.Ansi;
import jacobi.language.Language;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Typical mistakes, each told in English and in Chinese; {@code target/mistakes.txt} has both side by side, to be read.
 */
@Tag("slow")
class MistakesTest {
    private static Evaluator session;
    private static Language before;

    @BeforeAll
    static void start() {
        before = Language.current();
        session = JavaSession.start();
        session.evaluate("var X = arange(6.0).reshape(2, 3);", 1);
    }

    @AfterAll
    static void close() {
        Language.use(before);
        session.close();
    }

    @Test
    void eachIsToldInBothLanguages() throws IOException {
        List<String> cells = cells();
        StringBuilder both = new StringBuilder();
        List<String> untold = new ArrayList<>();
        for (String cell : cells) {
            String english = told("en", cell);
            String chinese = told("zh", cell);
            both.append(">>> ")
                    .append(cell)
                    .append('\n')
                    .append(english)
                    .append("\n--\n")
                    .append(chinese)
                    .append("\n\n");
            boolean translated = chinese.codePoints().anyMatch(Character::isIdeographic)
                    && !english.replace(cell, "")
                            .replaceAll("[“”（）；，]", "")
                            .codePoints()
                            .anyMatch(Character::isIdeographic);
            // An exception of Java's own has no words of ours beside the place.
            if (!translated) {
                untold.add(cell + "\n" + english + "\n" + chinese);
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/mistakes.txt"), both);
        assertThat(untold).isEmpty();
        assertThat(cells).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void theMagicChoosesTheLanguage() {
        session.evaluate("%language zh", 2);
        assertThat(Language.current().code()).isEqualTo("zh");
        assertThat(text(session.evaluate("%language xx", 3))).contains("没有 xx 语言的消息");
        session.evaluate("%language en", 4);
        assertThat(text(session.evaluate("nothing", 5))).contains("is not defined");
    }

    private static String told(String language, String cell) {
        Language.use(Language.of(language).orElseThrow());
        return text(session.evaluate(cell, 7));
    }

    private static String text(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Failure failure
                ? Ansi.removed(String.join("\n", failure.traceback()))
                : "no failure: " + evaluation;
    }

    private static List<String> cells() throws IOException {
        return List.of(TestText.read(MistakesTest.class, "language/mistakes.txt")
                .strip()
                .split("\n----\n"));
    }
}
