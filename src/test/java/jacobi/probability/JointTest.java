package jacobi.probability;

import static jacobi.probability.Joint.given;
import static jacobi.probability.Joint.randomVariable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JointTest {
    private final Joint table =
            Joint.ofCounts(new double[][] {{30, 10}, {20, 40}}, randomVariable("A", 0, 1), randomVariable("B", 0, 1));
    /** The HIV test of the book: a rare illness, two tests that are independent given it. */
    private final Joint hiv = Joint.ofProbabilities(new double[] {0.9985, 0.0015}, randomVariable("H", 0, 1))
            .with(randomVariable("D1", 0, 1), new double[][] {{0.99, 0.01}, {0, 1}}, "H")
            .with(randomVariable("D2", 0, 1), new double[][] {{0.97, 0.03}, {0.02, 0.98}}, "H");

    @Test
    @DisplayName("B3: joint, conditional, marginal; product and sum rule")
    void rules() {
        assertThat(table.p("A=1, B=0")).isCloseTo(0.2, within(1e-12));
        assertThat(table.p("A=1,B=0")).isLessThanOrEqualTo(Math.min(table.p("A=1"), table.p("B=0")));
        assertThat(table.p("A=1", given("B=0"))).isCloseTo(0.4, within(1e-12));
        assertThat(table.p("A=1 | B=0")).isCloseTo(0.4, within(1e-12));
        assertThat(table.p("A=1 | B=0") * table.p("B=0")).isCloseTo(table.p("A=1, B=0"), within(1e-12));
        assertThat(table.p("A=1, B=0") + table.p("A=1, B=1")).isCloseTo(table.p("A=1"), within(1e-12));
        assertThat(table.marginal("B").toArray()).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        assertThat(table.conditional(given("B=1")).toArray()).containsExactly(new double[] {0.2, 0.8}, within(1e-12));
        assertThat(table.sumRule("A=1", "B").rows()).hasSize(3);
        assertThat(table.productRule("A=1", "B=0").toString()).contains("P(A=1, B=0)");
    }

    @Test
    @DisplayName("B3: Bayes' rule on the HIV test: 0.1306, then 0.8307")
    void bayes() {
        assertThat(hiv.p("H=1 | D1=1")).isCloseTo(0.1306, within(5e-5));
        assertThat(hiv.p("H=1", given("D1=1, D2=1"))).isCloseTo(0.8307, within(5e-5));
        assertThat(hiv.bayes("H=1", "D1=1")).hasToString("""
                quantity    is                                               value
                prior       P(H=1)                                          0.0015
                likelihood  P(D1=1 | H=1)                                        1
                evidence    P(D1=1)                                        0.01149
                posterior   P(H=1 | D1=1) = likelihood × prior / evidence   0.1306""");
    }

    @Test
    @DisplayName("B3: independence and conditional independence")
    void independence() {
        assertThat(table.independent("A", "B")).isFalse();
        Joint fair = Joint.ofCounts(new double[] {1, 1, 1, 1}, randomVariable("X", 0, 1), randomVariable("Y", 0, 1));
        assertThat(fair.independent("X", "Y")).isTrue();
        assertThat(hiv.independent("D1", "D2")).isFalse();
        assertThat(hiv.independent("D1", "D2", given("H"))).isTrue();
        assertThat(hiv.independent("D1", "H", given("D2"))).isFalse();
        Joint counted =
                Joint.ofCounts(new double[] {251, 249, 248, 252}, randomVariable("X", 0, 1), randomVariable("Y", 0, 1));
        assertThat(counted.independent("X", "Y")).isFalse();
        assertThat(counted.independent("X", "Y", 0.01)).isTrue();
    }

    @Test
    @DisplayName("B4: expectation, variance, standard deviation, of functions too")
    void moments() {
        Joint die = Joint.ofCounts(new double[] {1, 1, 1, 1, 1, 1}, randomVariable("X", 1, 2, 3, 4, 5, 6));
        assertThat(die.expectation("X")).isCloseTo(3.5, within(1e-12));
        assertThat(die.expectation("X", x -> x * x)).isCloseTo(91.0 / 6, within(1e-12));
        assertThat(die.variance("X"))
                .isCloseTo(die.expectation("X", x -> x * x) - Math.pow(die.expectation("X"), 2), within(1e-12))
                .isCloseTo(35.0 / 12, within(1e-12));
        assertThat(die.std("X")).isCloseTo(Math.sqrt(35.0 / 12), within(1e-12));
        assertThat(die.variance("X", x -> 2 * x + 1)).isCloseTo(35.0 / 3, within(1e-12));
        assertThat(table.expectation(at -> at.get("A") * at.get("B"))).isCloseTo(0.4, within(1e-12));
        assertThat(table.covariance("A", "B")).isCloseTo(0.4 - 0.6 * 0.5, within(1e-12));
    }

    @Test
    void shownWithMargins() {
        assertThat(table).hasToString("""
                A \\ B    0    1  P(A)
                0      0.3  0.1   0.4
                1      0.2  0.4   0.6
                P(B)   0.5  0.5     1""");
        assertThat(hiv.table().header()).containsExactly("H", "D1", "D2", "P");
    }

    @Test
    void wrongTablesAreRefused() {
        assertThatThrownBy(() -> Joint.ofProbabilities(new double[] {0.5, 0.6}, randomVariable("A", 0, 1)))
                .hasMessageContaining("sum to 1.1, not to 1");
        assertThatThrownBy(() -> Joint.ofProbabilities(new double[] {-0.5, 1.5}, randomVariable("A", 0, 1)))
                .hasMessage("the probability of A=0 is -0.5, and none is below 0");
        assertThatThrownBy(() -> Joint.ofCounts(new double[] {1, 2, 3}, randomVariable("A", 0, 1)))
                .hasMessageContaining("has 3 cells; A with 2 values need 2");
        assertThatThrownBy(() -> table.p("C=1")).hasMessage("no variable 'C'; the table has A, B");
        assertThatThrownBy(() -> table.p("A=2")).hasMessage("A takes the values [0, 1], not 2");
        assertThatThrownBy(() -> table.p("A")).hasMessageContaining("name=value");
        assertThatThrownBy(() -> hiv.p("D2=1", given("H=1, D1=0"))).hasMessageContaining("is not defined");
        assertThatThrownBy(() -> Joint.ofCounts(new double[] {1, 1}, randomVariable("A", "yes", "no"))
                        .expectation("A"))
                .hasMessageContaining("which is no number");
    }
}
