package jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jacobi.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reading tells an engine besides the plain Java. */
@Tag("slow")
class ReadingTest {

    private static final Notation NOTATION = Cells.notation();
    private static final CellCompiler COMPILER = Cells.compiler();

    @Test
    void mapsPositionsBack() {
        Reading reading = NOTATION.read("var u = 3 * x ** 2;\nu + f(y)", COMPILER);

        assertThat(reading.plain()).isEqualTo("var u = x.pow(2).mul(3);\nu.add(f(y))");
        PositionMap map = reading.map();
        assertThat(map.toSource(reading.plain().indexOf("f(")))
                .isEqualTo(reading.source().indexOf("f("));
        assertThat(map.toSource(reading.plain().indexOf(".pow")))
                .isEqualTo(reading.source().indexOf("**"));
        assertThat(map.isTyped(reading.plain().indexOf(".mul"))).isFalse();
    }

    @Test
    void everyLineOfPlainJavaHasItsLineInTheCell() {
        Reading reading = NOTATION.read("X[0:2,\n  :] = 12;\nvar u = x\n  + y\n  * 2;\nu", COMPILER);

        assertThat(reading.plain()).isEqualTo("X.set(12, \"0:2, :\");\nvar u = x\n  .add(y\n  .mul(2));\nu");
        assertThat(List.of(1, 2, 3, 4, 5).stream().map(reading.map()::sourceLine))
                .containsExactly(1, 3, 4, 5, 6);
    }

    @Test
    void aUsualCellCostsOneCompilationMore() {
        List<String> compiled = new ArrayList<>();
        Compiler<Compilation> counting = (source, map) -> {
            compiled.add(source);
            return COMPILER.compile(source, map);
        };

        String cell = "var u = 3 * x ** 2 - 4 * x;\nvar v = u + X[0];\nwhile (v.sum() < 100) v *= 2;\nv, A.sum(axis=1)";
        Reading reading = NOTATION.read(cell, counting);

        assertThat(reading.errors()).isEmpty();
        assertThat(compiled).hasSize(2).last().isEqualTo(reading.plain());
    }

    @Test
    void identityOfTensorsIsNotedBelowTheValue() {
        assertThat(NOTATION.read("x == y", COMPILER).notes())
                .hasSize(1)
                .first()
                .asString()
                .contains("x.eq(y)");
        assertThat(NOTATION.read("x + 1 != y", COMPILER).notes()).hasSize(1);
        assertThat(NOTATION.read("x, x == y", COMPILER).notes()).hasSize(1);
        assertThat(NOTATION.read("n == 3", COMPILER).notes()).isEmpty();
        assertThat(NOTATION.read("x == null", COMPILER).notes()).isEmpty();
        assertThat(NOTATION.read("var same = x == y;", COMPILER).notes()).hasSize(1);
        assertThat(NOTATION.read("if (x == y || y == x) { n = 1; }", COMPILER).notes())
                .hasSize(1);
        assertThat(NOTATION.read("x == 2", COMPILER).notes()).isEmpty();
        assertThat(NOTATION.read("s == \"a\"", COMPILER).notes()).isEmpty();
        assertThat(NOTATION.read("x.eq(y)", COMPILER).notes()).isEmpty();
    }

    @Test
    void identityIsNotedInTheWordsOfWhatWasAsked() {
        assertThat(NOTATION.read("x != y", COMPILER).notes())
                .singleElement()
                .asString()
                .contains("x.ne(y)");
        assertThat(NOTATION.read("X.shape == Shape.of(3, 4)", COMPILER).notes())
                .singleElement()
                .asString()
                .contains("; X.shape.equals(Shape.of(3, 4)) asks");
        assertThat(NOTATION.read("Shape.of(3, 4) != X.shape()", COMPILER).notes())
                .singleElement()
                .asString()
                .contains("; !Shape.of(3, 4).equals(X.shape()) asks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 / 6 * x                          | write 1.0 / 6
        1 - (5 / 6) ** 4                   | write 5.0 / 6
        1 / n                              | write 1.0 / n
        x * (n / 2)                        | write n / 2.0
        2.5 + i / n                        | write (double) i / n
        double p = 1 / 3;                  | write 1.0 / 3
        lr = n / 4;                        | write n / 4.0
        double half(int m) { return m / 2; } | write m / 2.0
        (double) (1 / n)                   | write 1.0 / n
        6 / 3 * x                          |
        n / 2                              |
        int m = 7 / 2;                     |
        int m = 1 / n;                     |
        double p = 1.0 / 3;                |
        (double) n / 2                     |
        X[n / 2, 0]                        |
        zeros(n / 2, 1)                    |
        int half(int m) { return m / 2; }  |
        """)
    void aQuotientOfWholeNumbersIsNotedWhereItsFractionIsWanted(String cell, String instead) {
        List<String> notes = NOTATION.read(cell, COMPILER).notes();
        if (instead == null) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes)
                    .singleElement()
                    .asString()
                    .contains("whole numbers")
                    .endsWith(instead);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        X.shape[0] // 2                    | 2
        n // i                             | i
        x.add(1) // 2                      | 2
        i // n + 1                         | n
        n // a word                        |
        n // words of another kind         |
        n; // 2                            |
        int m = n; // 2                    |
        n // = 2 rows                      |
        n // i is small                    |
        n // "2"                           |
        n // unknown                       |
        // 2                               |
        """)
    void pythonsWholeDivisionIsNoted(String cell, String divisor) {
        List<String> notes = NOTATION.read(cell, COMPILER).notes();
        if (divisor == null) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes)
                    .singleElement()
                    .asString()
                    .contains("\"// " + divisor + "\" was left out")
                    .contains("floorDiv(a, " + divisor + ")")
                    .contains("x.floorDivide(" + divisor + ")");
        }
    }

    @Test
    void plainJavaComesWithTheImportsItNeeds() {
        assertThat(NOTATION.withImports("arange(12).mul(2)"))
                .isEqualTo("import static jacobi.tensor.Tensors.*;\n\narange(12).mul(2)");
        assertThat(NOTATION.withImports("Tensor t = Tensors.sub(3, zeros(float64, 2));"))
                .isEqualTo("import jacobi.tensor.*;\nimport static jacobi.tensor.Tensors.*;\n"
                        + "import static jacobi.tensor.DType.*;\n\nTensor t = Tensors.sub(3, zeros(float64, 2));");
        assertThat(NOTATION.withImports("List.of(Powers.pow(2, 3))"))
                .isEqualTo("import java.util.*;\nimport jacobi.notation.value.*;\n\nList.of(Powers.pow(2, 3))");
        assertThat(NOTATION.withImports("int n = 3;")).isEqualTo("int n = 3;");
    }

    @Test
    void aNegativeIndexOfAnArrayIsExplainedWhenItFails() {
        ArrayIndexOutOfBoundsException thrown =
                new ArrayIndexOutOfBoundsException("Index -1 out of bounds for length 3");

        assertThat(Notation.advice(thrown))
                .hasValueSatisfying(text -> assertThat(text).contains("a[a.length - 1]"));
        Throwable format = catchThrowable(() -> String.format("%.2f", Tensors.ones(1)));
        assertThat(Notation.advice(format)).get().asString().contains("x.item()");
        Object number = 3.5;
        Throwable cast = catchThrowable(() -> ((Integer) number).intValue());
        assertThat(Notation.advice(cast)).get().asString().contains("(int) x");
        assertThat(Notation.advice(new ArrayIndexOutOfBoundsException("Index 3 out of bounds for length 3")))
                .isEmpty();
        assertThat(Notation.advice(new IllegalStateException())).isEmpty();
    }
}
