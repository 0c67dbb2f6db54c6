package jacobi.calculus;

import static jacobi.calculus.Calculus.derivative;
import static jacobi.calculus.Calculus.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jacobi.plot.film.Working;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeStepsTest {

    @Test
    void eachLineAppliesOneRule() {
        List<String> words = derivative("3x^2 + 1", true).steps().stream()
                .map(Working.Step::words)
                .toList();
        assertThat(words)
                .containsExactly(
                        "wanted",
                        "sum rule: term by term",
                        "constant multiple rule: constants stay in front",
                        "power rule: $(x^n)' = n x^{n-1}$",
                        "the derivative of a constant is 0",
                        "simplified");
        assertThat(derivative("3x^2 + 1", true).result()).isEqualTo("= 6 x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2 sin(x)",
                "exp(-x^2/2)/(1+x)",
                "log(sin(x)) + 2^x + x^x",
                "sqrt(x) cos(3x)",
                "max(x, x^2)",
                "5"
            })
    void theRulesGiveTheDerivative(String formula) {
        Expression f = parse(formula);
        assertThat(DerivativeSteps.byRules(f, "x").at(0.7))
                .isCloseTo(f.derivative("x").at(0.7), within(1e-12));
        assertThat(derivative(formula, true).toString()).doesNotContainPattern("[\uE000-\uF8FF]");
    }

    @Test
    void atAPointTheValueIsTheLastStep() {
        assertThat(derivative("x^3", 2, true).result()).isEqualTo("f'(2) = 12");
        assertThat(derivative("x^3", false).size()).isEqualTo(1);
    }

    @Test
    void randomFormulasComeToTheirDerivative() {
        RandomExpressions random = new RandomExpressions(7);
        for (int i = 0; i < 60; i++) {
            Expression f = random.next(3);
            double byRules = DerivativeSteps.byRules(f, "x").at(0.7);
            double expected = f.derivative("x").at(0.7);
            if (Double.isFinite(expected) && Double.isFinite(byRules)) {
                assertThat(byRules).as("%s", f).isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
            }
        }
    }
}
