package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Java rejects in a cell only because it is no file and no method means what it can only mean. */
@Tag("slow")
class LastLineTest {
    private static final JavaEvaluator JAVA = new JavaEvaluator(imports());
    private int cell = 100;

    private static List<String> imports() {
        List<String> lines = new ArrayList<>(Corpus.IMPORTS);
        lines.addAll(List.of("import jacobi.tensor.*;", "import static jacobi.tensor.Tensors.*;"));
        return lines;
    }

    @BeforeAll
    static void declare() {
        JAVA.evaluate(
                "int x = 3, y = 4; int[] a = {1, 2}; int f() { return 5; } class Box { int n = 7; class In { } }\nBox "
                        + "box = new Box();",
                1);
    }

    @AfterAll
    static void close() {
        JAVA.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x; | 3",
                "x + y; // as in a method | 7",
                "\"text\"; | text",
                "return x; | 3",
                "return f() + 1; /* done */ | 6",
                "a[1]; | 2",
                "(f()); | 5",
                "(int) 2.5; | 2",
                "-x; | -3",
                "x > 3 ? \"a\" : \"b\"; | b",
                "new int[] {1, 2}[0]; | 1",
                "box.n; | 7",
                "int.class; | int",
                "switch (x) { case 3 -> \"three\"; default -> \"other\"; }; | three",
                "int z = 1; z + x; | 4"
            })
    void aLastLineThatJavaTakesForNoStatementShowsItsValue(String source, String value) {
        assertThat(JAVA.evaluate(source, ++cell))
                .isInstanceOfSatisfying(
                        Evaluation.Value.class,
                        shown -> assertThat(String.valueOf(shown.value())).isEqualTo(value));
        assertThat(JAVA.isComplete(source)).isEqualTo(new Completeness.Complete());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"f();", "x = 3;", "y++;", "--y;", "new Object();", "box.new In();", "new Box() { };", "return;"})
    void aStatementOfJavasShowsNothing(String source) {
        assertThat(JAVA.evaluate(source, ++cell)).isEqualTo(new Evaluation.Done());
    }

    @Test
    void aValueAboveTheLastLineStaysAnError() {
        assertThat(JAVA.evaluate("x;\nx + 1", ++cell))
                .isInstanceOfSatisfying(
                        Evaluation.Failure.class, no -> assertThat(no.evalue()).contains("does nothing with it"));
        assertThat(JAVA.evaluate("return x;\nx + 1", ++cell)).isInstanceOf(Evaluation.Failure.class);
    }

    @Test
    void anErrorShowsTheLineAsTyped() {
        assertThat(JAVA.evaluate("return nobody;", ++cell))
                .isInstanceOfSatisfying(
                        Evaluation.Failure.class,
                        no -> assertThat(no.traceback()).contains("    return nobody;"));
    }

    @Test
    void notationHasValuesThere() {
        assertThat(shown("var t = arange(4.0);\nt[1:3] ** 2;")).isEqualTo("tensor([1., 4.])");
        assertThat(shown("return t + t;")).isEqualTo("tensor([0., 2., 4., 6.])");
    }

    @Test
    void linesOfFilesInPackagesAreLeftOutWithANote() {
        assertThat(printed("package lecture;\n\nimport java.util.regex.*;\n\npublic class Dog { int age = 2; }"))
                .contains("`package lecture;` is left out");
        assertThat(printed("import lecture.Dog;\nint age = new Dog().age;"))
                .contains("`import lecture.Dog;` is left out: `Dog` is declared in a cell");
        assertThat(printed("package lecture.two;\nimport lecture.*;\nage += new Dog().age;"))
                .contains("`import lecture.*;` is left out");
        assertThat(shown("age + Pattern.quote(\"\").length();")).isEqualTo("8");
        assertThat(JAVA.evaluate("import lecture.Cat;", ++cell)).isInstanceOf(Evaluation.Failure.class);
        assertThat(printed("import java.util.List;\nList.of();")).isEmpty();
    }

    private String shown(String source) {
        return String.valueOf(((Evaluation.Value) JAVA.evaluate(source, ++cell)).value());
    }

    private String printed(String source) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(JAVA.evaluate(source, ++cell)).isNotInstanceOf(Evaluation.Failure.class);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
