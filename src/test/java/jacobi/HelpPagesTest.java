package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.plot.Plots;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import jacobi.repl.magic.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code %help} shows can be copied into a cell and runs. */
@Tag("slow")
class HelpPagesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| .* \\| `(.*)` \\|$");

    static Stream<Help.Page> pages() {
        return HelpPages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyExampleRuns(Help.Page page) {
        SoftAssertions all = new SoftAssertions();
        try (Evaluator cells = JavaSession.start()) {
            int number = 0;
            for (String code : page.code()) {
                assertRuns(cells, code, ++number, all);
            }
            if (page.subject().equals("python")) {
                for (Matcher row = ROW.matcher(page.markdown()); row.find(); ) {
                    assertRuns(cells, row.group(1).replace("\\|", "|"), ++number, all);
                }
                assertThat(number).isGreaterThan(60);
            }
        }
        all.assertAll();
    }

    private static void assertRuns(Evaluator cells, String code, int number, SoftAssertions all) {
        Evaluation evaluation = cells.evaluate(code, number);
        if (evaluation instanceof Evaluation.Value value) {
            evaluation = cells.show(value.value());
        }
        all.assertThat(evaluation).as(code).isNotInstanceOf(Evaluation.Failure.class);
    }

    /** Examples choose a theme and a size, which other tests must not meet, and save files. */
    @AfterAll
    static void forget() throws IOException {
        for (String saved : List.of("mlp.params", "x-file")) {
            Files.delete(Path.of(saved));
        }
        Plots.useTheme("light");
        Plots.setFigsize();
    }

    @Test
    void pagesBeginWithASentenceAndAnExampleForTheList() {
        assertThat(pages()).allSatisfy(page -> {
            assertThat(page.markdown()).startsWith("# ").doesNotContain("\r");
            assertThat(page.markdown().lines().skip(2).findFirst().orElseThrow())
                    .as(page.subject())
                    .matches("[A-Z].*[.:].*");
        });
        assertThat(pages()).allMatch(page -> !page.code().isEmpty());
    }
}
