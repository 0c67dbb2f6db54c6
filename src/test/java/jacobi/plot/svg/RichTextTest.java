package jacobi.plot.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            f(x)                    | f(x)
            $x^2$                   | x^2
            $\\nabla f$             | ∇f
            $\\alpha + \\beta_{ij}$ | α + β_ij
            $10^{-3}$               | 10^−3
            $e^{-x^2}$              | e^−x²
            $\\frac{dy}{dx}$        | dy/dx
            $\\hat{y}$ and $\\Omega$| ŷ and Ω
            $\\lambda \\leq 1$      | λ ≤ 1
            costs 5$                | costs 5$
            $\\unknown$             | \\unknown
            """)
    void mathematicsBecomesText(String label, String spoken) {
        assertThat(java.text.Normalizer.normalize(
                        RichText.of(label.replace("\\\\", "\\")).spoken(), java.text.Normalizer.Form.NFC))
                .isEqualTo(spoken.replace("\\\\", "\\"));
    }

    @Test
    void lettersLeanAndDigitsStand() {
        assertThat(RichText.of("$2x$").runs())
                .containsExactly(new RichText.Run("2", false, false, 0), new RichText.Run("x", true, false, 0));
        assertThat(RichText.of("$\\mathbf{w}$").runs()).containsExactly(new RichText.Run("w", false, true, 0));
    }

    @Test
    void widthsAreThoseOfTheFont() {
        assertThat(TextWidth.of("0", 10)).isEqualTo(6.36, within(0.01));
        assertThat(TextWidth.of("Tangent line (x=1)", 10)).isEqualTo(94.21, within(0.05));
        assertThat(TextWidth.of("损失", 10)).isEqualTo(20);
        assertThat(TextWidth.of("👍", 10)).isEqualTo(10);
        assertThat(TextWidth.of("y\u0302", 10)).isEqualTo(TextWidth.of("y", 10));
    }

    @Test
    void scriptsAreSmaller() {
        assertThat(RichText.of("$10^{3}$").width(10))
                .isEqualTo(TextWidth.of("10", 10) + TextWidth.of("3", 7), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.001, 0", "0.005, .01", "1.5, 1.5", "-12.346, -12.35", "100, 100", "-0.5, -.5", "0.07, .07"})
    void decimalsAreShort(double value, String text) {
        assertThat(Decimals.of(value)).isEqualTo(text);
    }
}
