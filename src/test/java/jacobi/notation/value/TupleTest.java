package jacobi.notation.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TupleTest {

    @Test
    void showsAllPartsOnOneLineWhileTheyFit() {
        assertThat(Tuple.of(1, 2.5, true, null)).hasToString("(1, 2.5, true, null)");
        assertThat(Tuple.of("a\"b", 'c')).hasToString("(\"a\\\"b\", 'c')");
        assertThat(Tuple.of(1)).hasToString("(1,)");
        assertThat(Tuple.of(new int[] {1, 2}, new double[][] {{1}, {2}})).hasToString("([1, 2], [[1.0], [2.0]])");
        String wide = "x".repeat(33);
        assertThat(Tuple.of(wide, wide)).hasToString("(\"" + wide + "\", \"" + wide + "\")");
    }

    @Test
    void putsEachPartOnItsLineBeyond79Characters() {
        String wide = "x".repeat(37);

        assertThat(Tuple.of(wide, wide, 1)).hasToString("(\"" + wide + "\",\n \"" + wide + "\",\n 1)");
    }

    @Test
    void movesFurtherLinesOfAPartBehindTheBracket() {
        Object matrix = new Object() {
            @Override
            public String toString() {
                return "m([[1],\n   [2]])";
            }
        };

        assertThat(Tuple.of(matrix, 3)).hasToString("(m([[1],\n    [2]]),\n 3)");
    }

    @Test
    void isReadByIndexAndNotChanged() {
        Object[] parts = {1, "b"};
        Tuple tuple = Tuple.of(parts);
        parts[0] = 9;

        assertThat(tuple.get(0)).isEqualTo(1);
        assertThat(tuple.get(-1)).isEqualTo("b");
        assertThatThrownBy(() -> tuple.values().set(0, 2)).isInstanceOf(UnsupportedOperationException.class);
    }
}
