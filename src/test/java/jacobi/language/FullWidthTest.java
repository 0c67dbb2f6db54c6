package jacobi.language;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Table;
import jacobi.repl.Evaluation;
import jacobi.repl.engine.JavaEvaluator;
import jacobi.repl.failure.FullWidth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a Chinese keyboard puts into code is named, and the cell with Java's signs is offered; nothing is changed
 * silently.
 */
class FullWidthTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        int a ＝ 1；                          | int a = 1;
        f（a，b）                             | f(a,b)
        String s = “你好，世界”；             | String s = "你好，世界";
        String s = "你好”;                    | String s = "你好";
        var x = 【1，2】; // 注释，不变；     | var x = [1,2]; // 注释，不变；
        x。sum()                              | x.sum()
        int n = １２;                         | int n = 12;
        /* （） */ char c = ‘a’;              | /* （） */ char c = 'a';
        b ？ 1 ： 2                           | b ? 1 : 2
        """)
    void signsInCodeAreReplacedAndThoseInTextsAndCommentsAreNot(String typed, String java) {
        assertThat(FullWidth.of(typed)).map(FullWidth::source).hasValue(java);
    }

    @Test
    void javasOwnSignsAreLeftAlone() {
        assertThat(FullWidth.of("String s = \"（全角），在文本里；\"; // 也可以；\nint 变量 = 1;"))
                .isEmpty();
    }

    @Test
    void aCellThatWouldCompileIsOfferedWhole() {
        try (JavaEvaluator java = new JavaEvaluator(List.of())) {
            String text = text(java.evaluate("int 数 ＝ 1；\nint b = 2;", 4));
            assertThat(text)
                    .contains("cell [4], line 1")
                    .contains("write = for ＝, ; for ；")
                    .contains("int 数 ＝ 1；\n        　 ^")
                    .endsWith("With these signs the cell compiles:\nint 数 = 1;\nint b = 2;");
            assertThat(text(java.evaluate("b", 5))).doesNotContain("2");
            assertThat(text(java.evaluate("int a = nothing；", 6)))
                    .contains("write ; for ；")
                    .doesNotContain("the cell compiles");
        }
    }

    private static String text(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Failure failure
                ? Ansi.removed(String.join("\n", failure.traceback()))
                : String.valueOf(evaluation);
    }

    @Test
    void columnsOfTablesLineUpWithChinese() {
        assertThat(Table.of("", "名称", "n").row("张量", 1).row("ab", 12).toString().lines())
                .extracting(Width::of)
                .containsOnly(8);
    }
}
