package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.language.Language;
import jacobi.plot.Plots;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import jacobi.repl.magic.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        return HelpPages.in(english()).stream();
    }

    private static Language english() {
        return Language.of("en").orElseThrow();
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

    /** So that the examples of English pages, which are run above, speak for all. */
    @Test
    void pagesOfOtherLanguagesHaveTheSameSubjectsAndExamples() {
        List<Language> others =
                Language.all().stream().filter(other -> !other.isEnglish()).toList();
        assertThat(others).extracting(Language::code).contains("zh");
        for (Language other : others) {
            List<Help.Page> english = HelpPages.in(english());
            List<Help.Page> translated = HelpPages.in(other);
            for (int i = 0; i < english.size(); i++) {
                Help.Page page = translated.get(i);
                assertThat(page.subject()).isEqualTo(english.get(i).subject());
                assertThat(page.markdown())
                        .as(page.subject())
                        .isNotEqualTo(english.get(i).markdown());
                assertThat(page.code())
                        .as(page.subject())
                        .isEqualTo(english.get(i).code());
                assertThat(marked(page)).as(page.subject()).containsAll(marked(english.get(i)));
            }
        }
    }

    /** What a page sets in the letters of code. */
    private static Set<String> marked(Help.Page page) {
        return Pattern.compile("`[^`\n]+`")
                .matcher(page.markdown())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
