package jacobi.plot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jacobi.plot.svg.Decimals;
import jacobi.plot.svg.Svg;
import java.text.Normalizer;
import java.util.List;
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
            $\\frac{a + b}{2}$      | (a+b)/2
            $\\sqrt{x + 1}$         | √(x + 1)
            $\\sqrt\\pi$            | √π
            $x_1^2$                 | x_1^2
            $x^2_1$                 | x_1^2
            $f'$                    | f′
            $\\hat{y}$ and $\\Omega$| ŷ and Ω
            $\\lambda \\leq 1$      | λ ≤ 1
            $a-b=-c$                | a − b = −c
            $\\mathbb{R}^n$         | ℝ^n
            $\\mathcal{L}$          | L
            $\\text{if } x$         | if x
            costs 5$                | costs 5$
            5\\$ or $x$             | 5$ or x
            $\\unknown$             | \\unknown
            ${x$                    | x
            $x}y$                   | xy
            """)
    void mathematicsIsSaid(String label, String spoken) {
        String said = RichText.of(label.replace("\\\\", "\\")).spoken();
        assertThat(Normalizer.normalize(said, Normalizer.Form.NFC)).isEqualTo(spoken.replace("\\\\", "\\"));
    }

    @Test
    void lettersLeanAndDigitsStand() {
        assertThat(glyphs("$2x$")).extracting(Glyphs::text).containsExactly("2", "x");
        assertThat(glyphs("$2x$")).extracting(Glyphs::italic).containsExactly(false, true);
        assertThat(glyphs("$\\mathbf{w}$").get(0).bold()).isTrue();
        assertThat(glyphs("$\\sin x$").get(0).italic()).isFalse();
    }

    @Test
    void widthsAreThoseOfTheFont() {
        assertThat(TextWidth.of("0", 10)).isEqualTo(6.36, within(0.01));
        assertThat(TextWidth.of("Tangent line (x=1)", 10)).isEqualTo(94.21, within(0.05));
        assertThat(TextWidth.of("损失", 10)).isEqualTo(20);
        assertThat(TextWidth.of("👍", 10)).isEqualTo(10);
        assertThat(TextWidth.of("y\u0302", 10)).isEqualTo(TextWidth.of("y", 10));
        assertThat(TextWidth.of("w", 10, true)).isGreaterThan(TextWidth.of("w", 10));
    }

    @Test
    void scriptsAreSmaller() {
        assertThat(RichText.of("$10^{3}$").width(10))
                .isEqualTo(TextWidth.of("10", 10) + TextWidth.of("3", 7), within(1e-9));
    }

    @Test
    void scriptsOfOneLetterStandOneAboveTheOther() {
        List<Glyphs> glyphs = glyphs("$x_1^2y$");
        Glyphs one = glyphs.get(1);
        Glyphs two = glyphs.get(2);
        assertThat(one.text()).isEqualTo("1");
        assertThat(one.y() - one.rise()).as("they do not touch").isGreaterThan(two.y() + two.reach());
        assertThat(two.x()).isCloseTo(one.x(), within(0.1));
        assertThat(glyphs.get(3).x()).as("what follows stands after both").isGreaterThan(two.x() + two.width() - 1e-9);
    }

    @Test
    void aFractionHasABarBetweenItsParts() {
        TypeBox box = RichText.of("$\\frac{1}{n}$").lines().get(0);
        double bar = box.pens().get(0).places()[1];
        Glyphs over = box.glyphs().get(0);
        Glyphs under = box.glyphs().get(1);
        assertThat(over.y() + over.reach()).isLessThan(bar);
        assertThat(under.y() - under.rise()).isGreaterThan(bar);
        assertThat(bar).as("as high as a minus").isEqualTo(-Stacks.AXIS);
        assertThat(box.above()).isGreaterThan(0.76);
    }

    @Test
    void aRootsBarCoversWhatStandsUnderIt() {
        TypeBox box = RichText.of("$\\sqrt{abc}$").lines().get(0);
        double[] sign = box.pens().get(0).places();
        Glyphs inside = box.glyphs().get(0);
        assertThat(sign[sign.length - 4]).isLessThan(inside.x());
        assertThat(sign[sign.length - 2]).isGreaterThan(inside.x() + inside.width());
        assertThat(sign[sign.length - 1]).isLessThan(-inside.rise());
    }

    @Test
    void limitsOfASumStandAboveAndBelowAndThoseOfAnIntegralBeside() {
        List<Glyphs> sum = glyphs("$\\sum_{i}^{n}$");
        assertThat(sum.get(0).text()).isEqualTo("∑");
        assertThat(sum.get(1).y() - sum.get(1).rise())
                .isGreaterThan(sum.get(0).y() + sum.get(0).reach());
        assertThat(sum.get(1).x()).isLessThan(sum.get(0).x() + sum.get(0).width());
        List<Glyphs> integral = glyphs("$\\int_0^1$");
        assertThat(integral.get(1).x()).isGreaterThanOrEqualTo(integral.get(0).width());
    }

    @Test
    void bracketsGrowWithWhatTheyHold() {
        assertThat(RichText.of("$\\left(x\\right)$").lines().get(0).pens()).isEmpty();
        TypeBox tall = RichText.of("$\\left(\\frac{a}{b}\\right)$").lines().get(0);
        TypeBox fraction = RichText.of("$\\frac{a}{b}$").lines().get(0);
        assertThat(tall.pens()).hasSize(3);
        assertThat(tall.above()).isGreaterThanOrEqualTo(fraction.above());
        assertThat(tall.below()).isGreaterThanOrEqualTo(fraction.below());
    }

    @Test
    void anAccentStandsOverTheMiddleOfItsLetter() {
        TypeBox box = RichText.of("$\\bar{\\mathrm{o}}$").lines().get(0);
        double[] bar = box.pens().get(0).places();
        assertThat((bar[0] + bar[2]) / 2).isCloseTo(box.width() / 2, within(1e-9));
        assertThat(bar[1]).isLessThan(-box.glyphs().get(0).rise());
    }

    @Test
    void wordsAroundKeepTheirBaseLine() {
        List<Glyphs> glyphs = glyphs("see $\\frac{a}{b}$ here");
        assertThat(glyphs.get(0).y()).isZero();
        assertThat(glyphs.get(glyphs.size() - 1).y()).isZero();
    }

    @Test
    void anIndexInAnExponentStandsLowerAndIsSmallerThanItsLetter() {
        List<Glyphs> glyphs = glyphs("$\\frac{e^{x_j}}{2}$");
        Glyphs x = glyphs.stream().filter(g -> g.text().equals("x")).findFirst().orElseThrow();
        Glyphs j = glyphs.stream().filter(g -> g.text().equals("j")).findFirst().orElseThrow();
        assertThat(j.size()).isLessThan(x.size());
        assertThat(j.y() - x.y()).isGreaterThan(0.25 * x.size());
    }

    @Test
    void linesStandBelowOneAnother() {
        RichText two = RichText.of("one\nand two");
        assertThat(two.width(10)).isEqualTo(TextWidth.of("and two", 10));
        assertThat(two.below(10)).isEqualTo(12 + 2.1, within(1e-9));
        Svg svg = new Svg();
        svg.open("g");
        new Writing(svg, 10, "#000000", "").write(two, 5, 20, 0.5);
        assertThat(svg.close().toString())
                .contains("<text x=\"5\" y=\"20\" text-anchor=\"middle\">one</text>")
                .contains("<text x=\"5\" y=\"32\" text-anchor=\"middle\">and two</text>");
    }

    @Test
    void mathematicsIsTextAndPaths() {
        Svg svg = new Svg();
        svg.open("g");
        new Writing(svg, 10, "#000000", "").write(RichText.of("$\\sqrt{x}$"), 0, 0, 0);
        assertThat(svg.close().toString())
                .containsPattern("<tspan x=\"[\\d.]+\" y=\"0\" font-style=\"italic\">x</tspan>")
                .contains("<path fill=\"none\" stroke=\"#000000\"");
    }

    private static List<Glyphs> glyphs(String label) {
        return RichText.of(label).lines().get(0).glyphs();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.001, 0", "0.005, .01", "1.5, 1.5", "-12.346, -12.35", "100, 100", "-0.5, -.5", "0.07, .07"})
    void decimalsAreShort(double value, String text) {
        assertThat(Decimals.of(value)).isEqualTo(text);
    }
}
