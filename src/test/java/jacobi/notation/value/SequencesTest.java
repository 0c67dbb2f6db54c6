package jacobi.notation.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class SequencesTest {

    private static final List<String> LETTERS = List.of("a", "b", "c");

    @Test
    void aNegativeIndexCountsFromTheEnd() {
        assertThat(Sequences.at(LETTERS, -1)).isEqualTo("c");
        assertThat(Sequences.at(LETTERS, 0)).isEqualTo("a");
        assertThat(Sequences.at("hello", -2)).isEqualTo('l');
    }

    @Test
    void anIndexOutsideSaysWhereItMayLie() {
        assertThatThrownBy(() -> Sequences.at(LETTERS, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 3 is out of range for a list of 3: it runs from -3 to 2");
        assertThatThrownBy(() -> Sequences.at("", -1)).hasMessage("index -1 of an empty string");
    }

    @Test
    void settingGivesTheValueAndChangesTheList() {
        List<Number> numbers = new ArrayList<>(List.of(1, 2));

        Integer set = Sequences.set(numbers, -1, 5);

        assertThat(set).isEqualTo(5);
        assertThat(numbers).isEqualTo(List.of(1, 5));
    }

    @Test
    void slicesAsPython() {
        assertThat(Sequences.slice("hello", 1, 3)).isEqualTo("el");
        assertThat(Sequences.slice("hello", -3, null)).isEqualTo("llo");
        assertThat(Sequences.slice("hello", null, null, -1)).isEqualTo("olleh");
        assertThat(Sequences.slice("hello", 10, null, -2)).isEqualTo("olh");
        assertThat(Sequences.slice(LETTERS, 2, 1)).isEmpty();
        assertThat(Sequences.slice(LETTERS, -100, 100)).isEqualTo(LETTERS);
        assertThat(Sequences.slice(new int[] {1, 2, 3}, 1, null)).containsExactly(2, 3);
        assertThat(Sequences.slice(new double[] {1, 2, 3}, null, null, 2)).containsExactly(1, 3);
        assertThat(Sequences.slice(new String[] {"a", "b"}, null, 1)).containsExactly("a");
        assertThatThrownBy(() -> Sequences.slice("a", null, null, 0)).hasMessageContaining("step must not be 0");
    }

    /** Python's definition: the places start, start + step, ... that lie before stop, bounds first brought inside. */
    @Property(seed = "158380")
    void namesThePlacesOfPythonsRange(
            @ForAll @IntRange(max = 8) int length,
            @ForAll @WithNull @IntRange(min = -12, max = 12) Integer start,
            @ForAll @WithNull @IntRange(min = -12, max = 12) Integer stop,
            @ForAll @IntRange(min = -4, max = 4) int step) {
        if (step == 0) {
            return;
        }
        List<Integer> list = IntStream.range(0, length).boxed().toList();
        List<Integer> expected = new ArrayList<>();
        int first = bound(start, length, step > 0 ? 0 : length - 1, step);
        int last = bound(stop, length, step > 0 ? length : -1, step);
        for (int i = first; step > 0 ? i < last : i > last; i += step) {
            expected.add(i);
        }

        assertThat(Sequences.slice(list, start, stop, step)).isEqualTo(expected);
    }

    private static int bound(Integer bound, int length, int otherwise, int step) {
        if (bound == null) {
            return otherwise;
        }
        int place = bound < 0 ? bound + length : bound;
        int least = step > 0 ? 0 : -1;
        int most = step > 0 ? length : length - 1;
        return place < least ? least : Math.min(place, most);
    }
}
