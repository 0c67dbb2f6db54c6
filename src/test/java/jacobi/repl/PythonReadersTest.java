package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers of Python books type: it works, or one error gives the form that does. */
@Tag("slow")
class PythonReadersTest {
    @AutoClose
    private static final PreludeCells CELLS = new PreludeCells(
            "var X = arange(6.0).reshape(2, 3); var a = 1; var b = 2; var n = 3; var steps = 4;",
            "var data = dataFrame(Map.of(\"Price\", [1, 2]));",
            "var list = [3, 1];");

    private static String printed(String source) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(CELLS.run(source)).doesNotContain("Error");
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        abs(-3), max(1, 2), sqrt(4.0), round(2.6)   | (3, 2, 2.0, 3)
        abs(X - 3).sum()                            | tensor(9.)
        ones(()).shape, randn(size=(), requires_grad=true).requires_grad | (torch.Size([]), true)
        data.loc[0, "Price"]                        | 1
        data.loc[1]["Price"]                        | 2
        data.loc[data["Price"] > 1].shape           | (1, 1)
        data.values.shape                           | torch.Size([2, 1])
        X.numpy().shape                             | torch.Size([2, 3])
        data.T.shape                                | (1, 2)
        var t = ones(2); t.grad = null; t.requires_grad = true; t.requires_grad | true
        a, b = b, a; b, a = a, b; a, b              | (1, 2)
        var (rows, columns) = X.shape; rows * columns | 6
        """)
    void works(String source, String value) {
        assertThat(CELLS.run(source)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        p, q = arange(3), arange(4)        | declared with var: var (p, q) = arange(3), arange(4)
        len(X)                             | x.size(0)
        float(a)                           | (double) x
        int(X.sum())                       | (int) x
        import os                          | This import is Python's
        import numpy as np                 | This import is Python's
        from torch import nn               | This import is Python's
        [i * 2 for i in range(3)]          | IntStream.range(0, 3).map(i -> 2 * i)
        var l = [i * 2 for i in range(3)]  | arange(3) * 2
        X is None                          | x == null
        if X is not None: print(1)         | x != null
        if a in list: print(a)             | list.contains(x)
        c = 1 if a else 2                  | x > 0 ? 1 : 2
        raise ValueError("a")              | throw new IllegalArgumentException
        X.grad = None                      | Java writes null
        sum([1, 2])                        | tensor([1, 2, 3])
        torch.linalg.norm(X)               | : write norm.
        math.sqrt(a)                       | : write sqrt.
        np.array([1, 2])                   | : write tensor.
        np.pi                              | : write PI.
        d2l.plt.fill_between(X, X)         | : write gca().fillBetween.
        plt.savefig("a.png")               | : write gcf().savefig.
        plt.axhline(1, color="r")          | : write gca().axhline.
        axhline(1, color="r", linewidth=2) | There is no method `axhline(...)`.
        axhline(1, color="r")              | : write gca().axhline(...).
        fill_between(X, X)                 | : write gca().fillBetween(...).
        savefig("a.png")                   | : write gcf().savefig(...).
        softmx(X, dim=1)                   | Did you mean `softmax`?
        torch.cuda.is_available()          | none is called is_available
        plot(X, [X], 'x', 'f(x)', legend=['f(x)', 'Tangent line (x=1)']) | as in "f(x)".
        plot(X, [X], 'x', "y")             | A text is written in double quotes: "x"
        plot(X, [X], legend=['x'])         | A text is written in double quotes: "x"
        plot(X, xlabel='x')                | A text is written in double quotes: "x"
        ones(3, add=2)                     | ones has no argument named 'add'; it has dtype, size, and requires_grad
        list.append(4)                     | add(x)
        round(2.345, 2)                    | String.format("%.2f", x)
        "ab" * 3                           | "ab".repeat(3)
        "%d" % a                           | String.format(
        X.sum                              | write sum()
        X.reshape                          | takes arguments: reshape(...)
        data.Price                         | ["Price"]
        var h = (n // 2) * 3;              | "// 2" was left out
        """)
    void isOneErrorWithTheFormThatWorks(String source, String words) {
        String text = CELLS.run(source);
        assertThat(text).containsOnlyOnce("CompilationError in").contains(words);
    }

    @Test
    void hintsNameOnlyWhatIsThere() {
        assertThat(CELLS.run("X.steps()")).doesNotContain("steps(x)").contains("has no method `steps()`");
        assertThat(CELLS.run("\"abc\".sqrt()")).doesNotContain("sqrt(x)");
        assertThat(CELLS.run("data.index.levels")).doesNotContain("levels()");
        assertThat(CELLS.run("dta")).contains("Did you mean `data`?");
        assertThat(CELLS.run("atn")).doesNotContain("atan");
        assertThat(CELLS.run("softmx(X)")).contains("Did you mean `softmax`?");
        assertThat(CELLS.run("plot(X, foo=3)"))
                .contains("legend")
                .doesNotContain("contour")
                .doesNotContain("imshow");
    }

    @Test
    void hintsReadCodeAndNotTextOrComments() {
        assertThat(CELLS.run("int y = foo; // this is not good"))
                .contains("`foo` is not defined")
                .doesNotContain("&&");
        assertThat(CELLS.run("String s = \"this and that\" + foo;"))
                .contains("`foo` is not defined")
                .doesNotContain("&&");
        assertThat(CELLS.run("String s = \"f\" + foo; // f\"x\"")).doesNotContain("String.format");
        assertThat(CELLS.run("int y = 3 // x is None\nint z = foo;")).doesNotContain("null");
        assertThat(CELLS.run("boolean c = true and false;"))
                .contains("A semicolon is missing here.\nand is && in Java");
    }

    @Test
    void printEndsTheLineAndTakesPythonsNames() {
        assertThat(printed("for (int i = 0; i < 2; i++) print(i, X[0, i]);")).isEqualTo("0 tensor(0.)\n1 tensor(1.)\n");
        assertThat(printed("for (var (k, v) : Map.of(\"a\", 1).entrySet()) print(k, v)"))
                .isEqualTo("a 1\n");
        assertThat(printed("print(1, 2, sep=\", \", end=\"\"); print(\"!\"); print();"))
                .isEqualTo("1, 2!\n\n");
    }

    @Test
    void aNoteStandsBelowACellThatMeansSomethingElseInPython() {
        assertThat(printed("var half = n // 2;")).contains("\"// 2\" was left out");
        assertThat(printed("var third = 1 / 3 * X;")).contains("write 1.0 / 3");
        assertThat(printed("if (X == X) { }")).contains("x.eq(y)");
        assertThat(printed("var half = n / 2; // 2")).isEmpty();
    }

    @Test
    void aNumberOfTheStudentsIsJavas() {
        assertThat(CELLS.run("int whole(Number number) { return number; }"))
                .contains("an int is needed, and this is a Number");
        assertThat(CELLS.run("Number some() { return 3; }\nint whole = some();"))
                .contains("an int is needed");
        assertThat(CELLS.run("int whole = X.sum().item();\nwhole")).isEqualTo("15");
        assertThat(CELLS.run("var number = X.sum().item();")).isEmpty();
        assertThat(CELLS.run("number * 2")).isEqualTo("30.0");
    }

    @Test
    void pythonsSpellingsWorkBesideMethodsOfEarlierCells() {
        CELLS.run("Tensor square(Tensor t) { return t * t; }");
        assertThat(CELLS.run("var u = ones(2).requires_grad_(); square(u) + square(u)"))
                .startsWith("tensor([2., 2.], grad_fn");
        assertThat(CELLS.run("var u = ones(2).requires_grad_(); nothing"))
                .containsOnlyOnce("CompilationError in")
                .contains("`nothing` is not defined");
    }
}
