package jacobi.calculus;

import static jacobi.calculus.Calculus.derivative;
import static jacobi.calculus.Calculus.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.tensor.Autograd;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class DerivativesTest {

    @ParameterizedTest
    @DisplayName("C1: four ways agree")
    @ValueSource(
            strings = {
                "7 + 0x",
                "x^5",
                "exp(x)",
                "log(x)",
                "sin(x)",
                "x^2 + sin(x)",
                "x^2 exp(x)",
                "exp(sin(x))",
                "4x^3 + x^2 + 3",
                "tan(x)/sqrt(x)",
                "x^x"
            })
    void fourWays(String formula) {
        Derivatives d = derivative(formula, 1.3);
        double exact = d.symbolic();
        assertThat(d.forward()).isCloseTo(exact, within(1e-10));
        assertThat(d.reverse()).isCloseTo(exact, within(1e-10));
        assertThat(d.centralDifference()).isCloseTo(exact, within(1e-7));
        assertThat(d.forwardDifference()).isCloseTo(exact, within(1e-5));
    }

    @Test
    @DisplayName("C1: laid side by side, 52 at 2")
    void shown() {
        assertThat(derivative("4x^3 + x^2 + 3", 2).toString())
                .startsWith("f(x) = 4x^3 + x^2 + 3 at 2\n")
                .contains("symbolic              12x^2 + 2x")
                .contains("forward accumulation  jvp: value and derivative together");
        assertThat(derivative(x -> x.pow(3), 2).reverse()).isEqualTo(12);
        assertThat(derivative(x -> x.pow(3), 2).toString()).doesNotContain("symbolic");
        assertThatThrownBy(() -> derivative(x -> Tensors.stack(List.of(x, x)), 2))
                .hasMessageContaining("must give a number; found shape");
    }

    @Test
    @DisplayName("C7: tangents of functions of tensors")
    void tangents() {
        Tensor x = Tensors.arange(0, 3, 0.1, DType.float64);
        Tensor line = Calculus.tangent(t -> t.square().mul(3).sub(t.mul(4)), 1).apply(x);
        assertThat(Tensors.allclose(line, x.mul(2).sub(3))).isTrue();
        assertThat(Tensors.allclose(Calculus.tangent(parse("3x^2 - 4x"), 1).on(x), line))
                .isTrue();
    }

    @Test
    @DisplayName("symbolic derivatives of 1000 random expressions against automatic differentiation")
    void randomExpressions() {
        RandomExpressions expressions = new RandomExpressions(2026);
        Random points = new Random(7);
        int compared = 0;
        for (int tries = 0; compared < 1000 && tries < 20_000; tries++) {
            Expression f = expressions.next(1 + tries % 5);
            double x = 0.2 + 2 * points.nextDouble();
            double value = f.at(x);
            Tensor at = Tensors.tensor(x, DType.float64);
            double reverse = Derivatives.number(
                    "vjp", Autograd.vjp(t -> f.on(t).mul(1), at).derivative());
            boolean tame = Math.abs(value) < 1e6
                    && Math.abs(reverse) < 1e6
                    && f.variables().size() == 1;
            if (!tame || Double.isNaN(value) || Double.isNaN(reverse)) {
                continue;
            }
            compared++;
            double tolerance = 1e-7 * Math.max(1, Math.abs(reverse));
            assertThat(f.derivative("x").at(x))
                    .as("derivative of %s at %s", f, x)
                    .isCloseTo(reverse, within(tolerance));
            assertThat(f.simplify().at(Map.of("x", x)))
                    .as("simplified %s is %s", f, f.simplify())
                    .isCloseTo(value, within(1e-7 * Math.max(1, Math.abs(value))));
            assertThat(parse(f.toString()).at(Map.of("x", x)))
                    .as("read back %s", f)
                    .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
            assertThat(Accumulation.forward(f, Map.of("x", x)).gradient().get("x"))
                    .as("forward accumulation of %s", f)
                    .isCloseTo(reverse, within(tolerance));
        }
        assertThat(compared).isEqualTo(1000);
    }
}
