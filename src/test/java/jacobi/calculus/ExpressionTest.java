package jacobi.calculus;

import static jacobi.calculus.Calculus.parse;
import static jacobi.calculus.Calculus.trace;
import static jacobi.calculus.Calculus.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    @ParameterizedTest
    @DisplayName("C1: derivatives by rule")
    @CsvSource(
            delimiter = ';',
            value = {
                "7                  ; 0",
                "x^5                ; 5x^4",
                "1/x                ; -1/x^2",
                "exp(x)             ; exp(x)",
                "e^x                ; exp(x)",
                "log(x)             ; 1/x",
                "ln(x)              ; 1/x",
                "sin(x)             ; cos(x)",
                "cos(x)             ; -sin(x)",
                "tan(x)             ; 1/cos(x)^2",
                "sqrt(x)            ; 1/(2sqrt(x))",
                "x^2 + sin(x)       ; 2x + cos(x)",
                "x^2 sin(x)         ; x^2 cos(x) + 2x sin(x)",
                "sin(x)/x           ; cos(x)/x - sin(x)/x^2",
                "sin(x^2)           ; 2x cos(x^2)",
                "exp(3x^2)          ; 6x exp(3x^2)",
                "(x^2 + 1)^3        ; 6x (x^2 + 1)^2",
                "4x^3 + x^2 + 3     ; 12x^2 + 2x",
                "3x^2 - 4x          ; 6x - 4",
                "x^x                ; x^x (log(x) + 1)",
                "2^x                ; 2^x log(2)",
                "|x|                ; sign(x)",
                "relu(3x)           ; 3step(3x)",
                "log(2x)            ; 1/x",
                "0.5x^2             ; x",
                "pi x               ; pi",
                "exp(-x^2/2)        ; -x exp(-x^2/2)",
            })
    void derivatives(String formula, String expected) {
        assertThat(parse(formula).derivative("x")).hasToString(expected);
    }

    @Test
    @DisplayName("C1: 4x³ + x² + 3 has the slope 52 at 2")
    void slopeAtTwo() {
        Expression derivative = parse("4x³ + x² + 3").derivative();
        assertThat(derivative).hasToString("12x^2 + 2x");
        assertThat(derivative.at(2)).isEqualTo(52);
        assertThat(derivative.latex()).isEqualTo("12 x^{2} + 2 x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x + x                     ; 2x",
                "x*x*x                     ; x^3",
                "2x/x                      ; 2",
                "x - x                     ; 0",
                "3 + x + 4                 ; x + 7",
                "(x + 1) + (x - 1)         ; 2x",
                "x^2 + x^3 + x             ; x^3 + x^2 + x",
                "(2x)^3                    ; 8x^3",
                "sqrt(x)*sqrt(x)           ; x",
                "sqrt(x^2)                 ; sqrt(x^2)",
                "sqrt(8)^2                 ; 8",
                "sqrt(9/4)                 ; 3/2",
                "exp(x)exp(2x)             ; exp(3x)",
                "log(exp(x))               ; x",
                "exp(log(x))               ; x",
                "0*sin(x)                  ; 0",
                "x^0                       ; 1",
                "sin(0) + cos(0)           ; 1",
                "1/2 + 1/3                 ; 5/6",
                "max(x, x)                 ; x",
                "x/(2y)*4                  ; 2x/y",
            })
    void simplified(String formula, String expected) {
        assertThat(parse(formula).simplify()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-x^2              ; 3 ; -9",
                "2^3^2             ; 0 ; 512",
                "1/2x              ; 4 ; 2",
                "2x(x+1)           ; 3 ; 24",
                "xsin(x)           ; 1 ; 0.8414709848",
                "2e3               ; 0 ; 2000",
                "2e^x              ; 0 ; 2",
                "|x - 5|           ; 2 ; 3",
                "x**2              ; 3 ; 9",
                "max(x, 2) - relu(-x) ; -3 ; -1",
                "3 − 2·x ÷ 4       ; 2 ; 2",
                "x_1 * 2           ; 5 ; 10",
                "sin (pi/2)        ; 0 ; 1",
                "x^-1              ; 4 ; 0.25",
            })
    void readAsWritten(String formula, double x, double value) {
        assertThat(parse(formula).at(x)).isCloseTo(value, within(1e-9));
    }

    @Test
    void severalVariables() {
        Expression z = parse("(xw - y)^2");
        assertThat(z.variables()).containsExactly("w", "x", "y");
        assertThat(z.at(Map.of("x", 1.0, "w", 3.0, "y", 5.0))).isEqualTo(4);
        assertThat(z.derivative("w")).hasToString("2x (x w - y)");
        assertThatThrownBy(z::derivative).hasMessageContaining("has the variables [w, x, y]; say which");
        assertThatThrownBy(() -> z.at(Map.of("x", 1.0))).hasMessageContaining("no value for w");
    }

    @Test
    void lambdasAreTraced() {
        assertThat(trace(x -> x.pow(3).mul(4).add(x.pow(2)).add(3))).hasToString("4x^3 + x^2 + 3");
        assertThat(trace(x -> x.sin().div(x.exp())).derivative()).hasToString("cos(x) exp(-x) - sin(x) exp(-x)");
        assertThat(variable("t").mul(variable("t")).simplify()).hasToString("t^2");
    }

    @Test
    void typeset() {
        assertThat(parse("x^2/(x + 1)").latex()).isEqualTo("\\frac{x^{2}}{x + 1}");
        assertThat(parse("exp(-x^2/2)/sqrt(2pi)").simplify().latex())
                .isEqualTo("\\frac{e^{-\\frac{x^{2}}{2}}}{\\sqrt{2 \\pi}}");
        assertThat(parse("theta_1 + 2/3").latex()).isEqualTo("\\theta_{1} + \\frac{2}{3}");
        assertThat(parse("2*3^x").latex()).isEqualTo("2 \\cdot 3^{x}");
    }

    @Test
    void badFormulasShowThePlace() {
        assertThatThrownBy(() -> parse("4x^3 + (x + 1"))
                .hasMessage("parse: ')' expected, the end found\n  4x^3 + (x + 1\n               ^");
        assertThatThrownBy(() -> parse("3 + * x")).hasMessageContaining("'*' found");
        assertThatThrownBy(() -> parse("")).hasMessageContaining("the end found");
        assertThatThrownBy(() -> parse("1.2.3")).hasMessageContaining("a number expected");
        assertThatThrownBy(() -> parse("x)")).hasMessageContaining("an operator or the end expected");
    }
}
