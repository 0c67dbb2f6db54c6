package jacobi.calculus;

import static jacobi.calculus.Calculus.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccumulationTest {
    private static final Map<String, Double> POINT = Map.of("x", 2.0, "w", 3.0, "y", 5.0);

    @Test
    @DisplayName("G8: forward and reverse give the same value; passes and stored values are counted")
    void sameGradientAtDifferentCost() {
        Expression loss = parse("(x w - y)^2");
        Accumulation forward = Calculus.forwardAccumulation(loss, POINT);
        Accumulation reverse = Calculus.reverseAccumulation(loss, POINT);
        assertThat(forward.value()).isEqualTo(1);
        assertThat(forward.gradient()).isEqualTo(reverse.gradient()).isEqualTo(Map.of("w", 4.0, "x", 6.0, "y", -2.0));
        assertThat(forward.passes()).isEqualTo(3);
        assertThat(reverse.passes()).isEqualTo(1);
        assertThat(reverse.multiplications()).isEqualTo(5);
        assertThat(forward.multiplications()).isEqualTo(15);
        assertThat(forward.stored()).as("each with its derivative").isEqualTo(2 * 3 + 2);
        assertThat(reverse.stored()).as("six values, five partial derivatives").isEqualTo(11);
    }

    @Test
    void shownStepByStep() {
        assertThat(Calculus.reverseAccumulation(parse("(x w - y)^2"), POINT)).hasToString("""
                reverse accumulation of (x w - y)^2
                step         value  derivative of the result by it
                v3 = v2^2        1  1
                v2 = v1 - y      1  1 · 2 = 2
                v1 = x * w       6  2 · 1 = 2
                y                5  2 · -1 = -2
                x                2  2 · 3 = 6
                w                3  2 · 2 = 4
                order of multiplication: from the result, (∂y/∂v) · (∂v/∂u) · …, one pass for all variables
                3 derivatives in 1 pass, 5 multiplications, at most 11 numbers stored""");
        assertThat(Calculus.forwardAccumulation(parse("x^2 + sin(x^2)"), Map.of("x", 0.0))
                        .toString())
                .contains("v1 = x^2          0  0 · 1 = 0")
                .contains("v3 = v1 + v2");
        assertThat(Calculus.accumulations(parse("x^2 y"), POINT).rows()).hasSize(2);
    }

    @Test
    @DisplayName("C2: subderivatives of |x|, relu and max; automatic differentiation gives 0 at 0")
    void subderivatives() {
        Subderivative abs = Calculus.subderivative(parse("|x|"), 0);
        assertThat(abs).hasToString("abs(x) at 0: the subdifferential is [-1, 1]; automatic differentiation gives 0");
        assertThat(abs.contains(0.3)).isTrue();
        assertThat(abs.contains(1.1)).isFalse();
        Subderivative relu = Calculus.subderivative(parse("relu(x)"), 0);
        assertThat(relu.left()).isZero();
        assertThat(relu.right()).isEqualTo(1);
        assertThat(relu.chosen()).isZero();
        assertThat(Calculus.subderivative(parse("max(x, 3 - 2x)"), 1))
                .hasToString(
                        "max(x, 3 - 2x) at 1: the subdifferential is [-2, 1]; automatic differentiation gives -0.5");
        assertThat(Calculus.subderivative(parse("|x|"), 2)).hasToString("abs(x) at 2: smooth, the derivative is 1");
        assertThat(Calculus.subderivative(parse("-|x|"), 0).toString()).contains("no subderivative");
        assertThat(Calculus.subderivative(parse("|x^2 - 1| + 3x"), 1).right()).isEqualTo(5);
    }

    @Test
    @DisplayName("C1: the limit of difference quotients for shrinking h")
    void limits() {
        assertThat(Calculus.numericLimit(x -> 3 * x * x - 4 * x, 1, 0.1, 0.01, 0.001, 0.0001, 0.00001))
                .hasToString("""
                      h  (f(x+h) − f(x)) / h  (f(x+h) − f(x−h)) / 2h
                    0.1              2.30000                 2.00000
                   0.01              2.03000                 2.00000
                  0.001              2.00300                 2.00000
                 0.0001              2.00030                 2.00000
                0.00001              2.00003                 2.00000""");
        assertThat(Calculus.numericLimit(parse("4x^3 + x^2 + 3"), 2).toString())
                .startsWith("f(x) = 4x^3 + x^2 + 3, f'(2) = 52\n")
                .contains("52.00000");
    }

    @Test
    @DisplayName("C7: the tangent of 3x² − 4x at 1 is 2x − 3")
    void tangents() {
        assertThat(Calculus.tangent(parse("3x^2 - 4x"), 1)).hasToString("2x - 3");
    }
}
