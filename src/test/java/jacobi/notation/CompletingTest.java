package jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion in notation finds what it finds in plain Java; {@code ¦} is the cursor. */
@Tag("slow")
class CompletingTest {

    private static final Notation NOTATION = Cells.notation();
    private static final CellCompiler COMPILER = Cells.compiler();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        (x + y).¦                    | x.add(y).¦
        (x + y).su¦                  | x.add(y).su¦
        (x + y).s¦um()               | x.add(y).s¦um()
        (x ** 2 - 1).¦               | x.pow(2).sub(1).¦
        X[0:2, :].¦                  | X.get("0:2, :").¦
        X[-1].T.¦                    | X.get(-1).T().¦
        var u = x + 1; u.¦           | var u = x.add(1); u.¦
        var u = x + 1; u.sh¦; u * 2  | var u = x.add(1); u.sh¦; u.mul(2)
        for (var r : X) { (r * 2).¦  | for (var r : X) { r.mul(2).¦;}
        f((x + y).su¦                | f(x.add(y).su¦)
        f((x + y).su¦)               | f(x.add(y).su¦)
        tensor([1, 2]).¦             | tensor(new long[] {1, 2}).¦
        words[-1].¦                  | Sequences.at(words, -1).¦
        x.ad¦                        | x.ad¦
        ari¦                         | ari¦
        X[:, n¦]                     | X.get(":", n¦)
        x ** 2 + ¦                   | x.pow(2).add(¦)
        x ) ¦                        | x ) ¦
        """)
    void standsBehindPlainJava(String typed, String expected) {
        String source = typed.replace("¦", "");
        int cursor = typed.indexOf('¦');

        Notation.Point point = NOTATION.completing(source, cursor, COMPILER);

        assertThat(point.plain().substring(0, point.cursor()) + "¦"
                        + point.plain().substring(point.cursor()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        x ** 2            | $pow(x, 2)
        A @ B + 1         | $matmul(A, B) + 1
        X[0:2, i] = 3;    | $assign(X, 0, 2, i, 3);
        x, y              | Tuple.of(x, y)
        x + y             | x + y
        """)
    void anOutlineHasTheSyntaxOfJava(String typed, String outline) {
        assertThat(NOTATION.outline(typed).plain()).isEqualTo(outline);
    }
}
