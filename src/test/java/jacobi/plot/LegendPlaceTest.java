package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.plot.mark.Box;
import jacobi.plot.mark.Cover;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a legend goes: the first place, in matplotlib's order, that hides least. */
class LegendPlaceTest {
    private static final Box FRAME = new Box(0, 0, 200, 100);

    static Stream<Arguments> lines() {
        return Stream.of(
                line("nothing in the way", x -> Double.NaN, LegendPlace.UPPER_RIGHT),
                line("falling", x -> x / 2, LegendPlace.UPPER_RIGHT),
                line("rising", x -> 100 - x / 2, LegendPlace.UPPER_LEFT),
                line("along the top", x -> 10, LegendPlace.LOWER_LEFT),
                line("a valley", x -> 95 - Math.abs(x - 100) * 0.9, LegendPlace.LOWER_LEFT),
                line("a hill", x -> 5 + Math.abs(x - 100) * 0.9, LegendPlace.UPPER_RIGHT));
    }

    private static Arguments line(String name, DoubleUnaryOperator f, LegendPlace expected) {
        return Arguments.of(name, f, expected);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("lines")
    void best(String name, DoubleUnaryOperator f, LegendPlace expected) {
        double[] corners = new double[402];
        for (int x = 0; x <= 200; x++) {
            corners[2 * x] = x;
            corners[2 * x + 1] = f.applyAsDouble(x);
        }
        Cover cover = new Cover();
        cover.path(corners);
        assertThat(LegendPlace.BEST.in(FRAME, 60, 30, cover)).isEqualTo(expected.in(FRAME, 60, 30, cover));
    }

    @Test
    void aLineWithoutPointsUnderTheLegendStillCounts() {
        Cover cover = new Cover();
        cover.path(new double[] {100, -20, 300, 60});
        assertThat(cover.under(LegendPlace.UPPER_RIGHT.in(FRAME, 60, 30, cover)))
                .isEqualTo(1);
        assertThat(LegendPlace.BEST.in(FRAME, 60, 30, cover))
                .isEqualTo(LegendPlace.UPPER_LEFT.in(FRAME, 60, 30, cover));
    }

    @Test
    void ofBarsTheLesserPartIsHidden() {
        Cover cover = new Cover();
        cover.box(new Box(140, 5, 50, 95));
        cover.box(new Box(60, 20, 10, 80));
        cover.box(new Box(0, 60, 200, 40));
        cover.box(new Box(70, 0, 60, 100));
        assertThat(LegendPlace.BEST.in(FRAME, 60, 30, cover))
                .isEqualTo(LegendPlace.UPPER_LEFT.in(FRAME, 60, 30, cover));
    }

    @Test
    void namedPlacesAndTheirErrors() {
        assertThat(LegendPlace.named("lower right").in(FRAME, 60, 30, new Cover()))
                .isEqualTo(new Box(135, 65, 60, 30));
        assertThatThrownBy(() -> LegendPlace.named("top"))
                .hasMessageContaining("\"upper right\"")
                .hasMessageEndingWith("found \"top\"");
    }

    @Test
    void figuresOfTheBookHaveTheirLegendWhereMatplotlibPutsIt() {
        assertThat(legendX(Drawings.tangent())).isLessThan(60);
        assertThat(legendX(Drawings.lossInOneDecade())).isGreaterThan(120);
    }

    private static double legendX(Figure figure) {
        String svg = figure.toSvg();
        int at = svg.indexOf("stroke=\"#cccccc\"");
        String d = svg.substring(svg.indexOf("d=\"M", at) + 4);
        return Double.parseDouble(d.substring(0, d.indexOf(' ')));
    }
}
