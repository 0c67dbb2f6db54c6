package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.language.Ansi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notation through the engine, over several cells. */
@Tag("slow")
class NotationCellsTest {
    @AutoClose
    private static final PreludeCells CELLS = new PreludeCells();

    @Test
    void variablesOfOneCellAreReadInTheNext() {
        assertThat(CELLS.run("var x1 = arange(4.0); var y1 = x1 * 2 + 1;")).isEmpty();
        assertThat(CELLS.run("y1 ** 2 - x1")).isEqualTo("tensor([ 1.,  8., 23., 46.])");
        assertThat(CELLS.run("x1 += y1; x1[0] = 9;\nx1, y1[-1]"))
                .isEqualTo("(tensor([ 9.,  4.,  7., 10.]), tensor(7.))");
    }

    @Test
    void methodsThatMentionVariablesOfEarlierCellsAreReadAtOnce() {
        CELLS.run("var w1 = arange(3.0); var A1 = arange(6.0).reshape(2, 3);");
        assertThat(CELLS.run("Tensor squared() { return w1 ** 2; }")).isEmpty();
        assertThat(CELLS.run("squared()")).isEqualTo("tensor([0., 1., 4.])");
        assertThat(CELLS.run("Tensor rows() { return A1.sum(axis=1); }")).isEmpty();
        assertThat(CELLS.run("rows()")).isEqualTo("tensor([ 3., 12.])");
        assertThat(CELLS.run("Tensor first() { return A1[0, 1:]; }\nfirst()")).isEqualTo("tensor([1., 2.])");
    }

    @Test
    void aMethodMayWaitForANameAndHoldNotation() {
        CELLS.run("Tensor later(Tensor t) { return t * 2 + notYet(t); }");
        assertThat(CELLS.run("Tensor notYet(Tensor t) { return t ** 2; }")).isEmpty();
        assertThat(CELLS.run("later(arange(3.0))")).isEqualTo("tensor([0., 3., 8.])");
    }

    @Test
    void failuresPointAtTheLineTyped() {
        String failure = CELLS.run("var a2 = ones(3);\nvar b2 = ones(2);\nvar c2 = a2\n  + b2;");

        assertThat(failure)
                .contains("add: shapes (3,) and (2,) do not broadcast")
                .contains("b2");
    }

    @Test
    void linesOfAFailureAreTheStudentsBehindBracketsOverLines() {
        CELLS.run("var a4 = ones(3);\nvar b4 = ones(2, 2);");

        String failure =
                CELLS.run("b4[0:1,\n  :] = 12;\nvar c4 = tensor([1,\n  2,\n  3]);\nTensor fail4() {\n  return a4 + "
                        + "b4;\n}\nfail4();");

        assertThat(Ansi.removed(failure))
                .contains(", line 7 in fail4: return a4 + b4;")
                .contains(", line 9: fail4();");
    }

    @Test
    void printedStackTracesNameTheStudentsLinesToo() {
        assertThat(CELLS.run("var a5 = ones(2, 3);\na5[0,\n 1] = 2;\nvar t5 = new "
                        + "Exception();\nt5.getStackTrace()[0].toString()"))
                .contains("cell[" + CELLS.cell() + "]:4");
    }

    @Test
    void anArraysNegativeIndexIsExplained() {
        assertThat(CELLS.run("int[] n6 = {1, 2};\nn6[-1]"))
                .contains("Index -1 out of bounds")
                .contains("a[a.length - 1]");
    }

    @Test
    void namesOfFunctionsKeepTheirCase() {
        assertThat(CELLS.run("plot([1, 2], colour=3)"))
                .contains("\nplot has no argument named")
                .doesNotContain("Plot");
        assertThat(CELLS.run("ones(3).sum(1, 2, axis=0)"))
                .contains("\nsum: no form takes")
                .doesNotContain("Plot");
        assertThat(CELLS.run("ones(2).sum(foo=1)"))
                .contains("\nsum has no argument named 'foo'")
                .doesNotContain("Sum");
    }

    @Test
    void compileErrorsShowWhatWasTyped() {
        String failure = CELLS.run("var a3 = ones(3);\na3 ** missing");

        assertThat(failure)
                .contains("a3 ** missing")
                .contains("missing")
                .doesNotContain("$pow")
                .doesNotContain(".pow(");
    }

    @Test
    void completionStandsAfterNotation() {
        CELLS.run("var x4 = ones(3);");
        String source = "(x4 + x4).resh";

        Completions found = CELLS.java().complete(source, source.length());

        assertThat(found.matches()).extracting(Completions.Match::text).anyMatch(text -> text.startsWith("reshape"));
        assertThat(source.substring(found.start(), found.end())).isEqualTo("resh");
    }

    @Test
    void consolesAskForTheRestOfNotation() {
        assertThat(CELLS.java().isComplete("X[0:2,")).isInstanceOf(Completeness.Incomplete.class);
        assertThat(CELLS.java().isComplete("x ** 2")).isInstanceOf(Completeness.Complete.class);
        assertThat(CELLS.java().isComplete("A @")).isInstanceOf(Completeness.Incomplete.class);
        assertThat(CELLS.java().isComplete("[1, 2, 3], x[1:3]")).isInstanceOf(Completeness.Complete.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 + 2             | false
        x **              | true
        A @               | true
        X[0:2,            | true
        [1, 2             | true
        for (;;) {        | true
        Tensor g() {      | true
        int k = 3;        | false
        1 == 2            | false
        /* open           | true
        5 /* a */         | false
        5 // a            | false
        k++               | false
        f(3)              | false
        "a" +             | true
        """)
    void moreMustFollowAnOpenBracketOrOperator(String source, boolean unfinished) {
        assertThat(CELLS.java().isComplete(source) instanceof Completeness.Incomplete)
                .isEqualTo(unfinished);
    }

    @Test
    void moreMustFollowAnOpenTextBlock() {
        assertThat(CELLS.java().isComplete("String t = \"\"\"\n  a")).isInstanceOf(Completeness.Incomplete.class);
        assertThat(CELLS.java().isComplete("String t = \"\"\"\n  a\"\"\"")).isInstanceOf(Completeness.Complete.class);
    }
}
