package jacobi.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B2: events as sets of a sample space, and the axioms")
class SampleSpaceTest {
    private final SampleSpace<Integer> die = SampleSpace.uniform(1, 2, 3, 4, 5, 6);
    private final Event<Integer> even = die.event(x -> x % 2 == 0);
    private final Event<Integer> odd = even.complement();
    private final Event<Integer> small = die.event(1, 2);

    @Test
    void eventsAreSets() {
        assertThat(even).hasToString("{2, 4, 6}");
        assertThat(even.union(small)).isEqualTo(die.event(1, 2, 4, 6));
        assertThat(even.intersection(small)).isEqualTo(die.event(2));
        assertThat(even.minus(small)).isEqualTo(die.event(4, 6));
        assertThat(odd.outcomes()).containsExactly(1, 3, 5);
        assertThat(even.isDisjointFrom(odd)).isTrue();
        assertThat(even.isDisjointFrom(small)).isFalse();
        assertThat(die.none().p()).isZero();
        assertThat(small.given(even)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(even.isIndependentOf(small)).isTrue();
        assertThat(even.isIndependentOf(odd)).isFalse();
    }

    @Test
    void axiomsHold() {
        assertThat(die.p(even)).isCloseTo(0.5, within(1e-12));
        assertThat(die.axioms(even, odd, small)).hasToString("""
                axiom     found                                     holds
                P(A) ≥ 0  least P(outcome) = 0.1667                 true
                P(S) = 1  P(S) = 1                                  true
                additive  P({2, 4, 6} ∪ {1, 3, 5}) = 1 = 0.5 + 0.5  true
                additive  {2, 4, 6} and {1, 2} are not disjoint     says nothing
                additive  {1, 3, 5} and {1, 2} are not disjoint     says nothing""");
    }

    @Test
    void wrongProbabilitiesAreRefused() {
        assertThatThrownBy(() -> SampleSpace.of(Map.of("heads", 0.5, "tails", 0.6)))
                .hasMessageContaining("sum to 1.1, not to 1");
        assertThatThrownBy(() -> SampleSpace.of(Map.of("heads", -0.5))).hasMessageContaining("P(heads) = -0.5");
        assertThatThrownBy(() -> die.event(7)).hasMessageContaining("7 is no outcome");
        assertThatThrownBy(() -> SampleSpace.uniform(1, 1)).hasMessageContaining("different outcomes");
        assertThatThrownBy(() -> even.given(die.none())).hasMessageContaining("not defined");
    }
}
