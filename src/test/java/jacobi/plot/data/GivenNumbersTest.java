package jacobi.plot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row C8: what counts as numbers, and how errors name what does not. */
class GivenNumbersTest {

    @Test
    void rowsOfEveryKind() {
        double[] expected = {0, 1, 2};
        List<Object> rows = List.of(
                new double[] {0, 1, 2},
                new float[] {0, 1, 2},
                new int[] {0, 1, 2},
                new long[] {0, 1, 2},
                new short[] {0, 1, 2},
                new byte[] {0, 1, 2},
                new Integer[] {0, 1, 2},
                List.of(0, 1.0, 2L),
                new Object[] {0, 1f, 2});
        assertThat(rows)
                .allSatisfy(row -> assertThat(GivenNumbers.vector(row, "y")).isEqualTo(expected));
        assertThat(GivenNumbers.vector(new boolean[] {false, true}, "y")).containsExactly(0, 1);
        assertThat(GivenNumbers.vector(Arrays.asList(1, null), "y")).containsExactly(1, Double.NaN);
        assertThat(GivenNumbers.vector(3, "y")).containsExactly(3);
    }

    @Test
    void arraysAreCopied() {
        double[] mine = {1, 2};
        GivenNumbers.vector(mine, "y")[0] = 9;
        assertThat(mine).containsExactly(1, 2);
    }

    @Test
    void seriesMayDifferInLength() {
        assertThat(GivenNumbers.series(List.of(new int[] {1}, List.of(1, 2)), "y"))
                .hasSize(2);
        assertThat(GivenNumbers.series(new double[] {1, 2}, "y")).hasSize(1);
    }

    @Test
    void matricesMayNot() {
        assertThatThrownBy(() -> GivenNumbers.matrix(List.of(List.of(1, 2), List.of(1)), "z"))
                .hasMessage("z: expected rows of one length, found 2 numbers in row 0 and 1 in row 1");
        assertThatThrownBy(() -> GivenNumbers.matrix(new double[] {1, 2}, "z"))
                .hasMessage("z: expected a matrix (rows of numbers), found shape (2,)");
        assertThatThrownBy(() -> GivenNumbers.vector(new int[][] {{1, 2}, {3, 4}}, "x"))
                .hasMessage("x: expected one row of numbers, found shape (2, 2)");
    }

    @Test
    void whatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> GivenNumbers.series(List.of(1, List.of(2)), "y"))
                .hasMessage("y[1]: expected a number, found a list");
        assertThatThrownBy(() -> GivenNumbers.series(List.of(List.of(1), List.of(2, "b")), "y"))
                .hasMessage("y[1][1]: expected a number, found the text \"b\"");
        assertThatThrownBy(() -> GivenNumbers.vector(new Object(), "x"))
                .hasMessage("x: expected numbers (an array, a list or a tensor), found an Object");
        assertThatThrownBy(() -> GivenNumbers.vector("1, 2", "x"))
                .hasMessage("x: expected numbers (an array, a list or a tensor), found the text \"1, 2\"");
    }
}
