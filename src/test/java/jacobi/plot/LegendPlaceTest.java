package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.plot.axis.Scale;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Cover;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Plane;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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

    /** Matplotlib's choice for these curves and this size of figure; it was asked. */
    private enum Curves {
        FALLING("upper right", x -> 1 - x),
        RISING("upper left", x -> x),
        HILL("lower center", x -> 1 - (2 * x - 1) * (2 * x - 1)),
        VALLEY("upper center", x -> (2 * x - 1) * (2 * x - 1)),
        CROSSING("lower center", x -> x, x -> 1 - x),
        SINE("upper right", x -> Math.sin(2 * Math.PI * x)),
        SINES(
                "upper center",
                x -> Math.sin(2 * Math.PI * x),
                x -> Math.sin(2 * Math.PI * x + 1),
                x -> Math.sin(2 * Math.PI * x + 2)),
        FAST_SINE("center right", x -> Math.sin(20 * x)),
        LEVEL("upper right", x -> 0, x -> 1, x -> 2, x -> 3, x -> 4),
        FAN("upper right", x -> -3 * x, x -> -2 * x, x -> -x, x -> 0, x -> x, x -> 2 * x, x -> 3 * x),
        FASTER_SINES("lower left", x -> Math.sin(4 * x), x -> Math.sin(8 * x), x -> Math.sin(12 * x)),
        LOSS_AND_ACCURACY("center right", x -> Math.exp(-5 * x), x -> 1 - 0.8 * Math.exp(-4 * x)),
        STEP("upper left", x -> Math.signum(x - 0.5)),
        ENVELOPE(
                "lower right", x -> Math.cos(30 * x) * Math.exp(-2 * x), x -> Math.exp(-2 * x), x -> -Math.exp(-2 * x)),
        SECANTS("lower right", x -> x * x, x -> 2 * x - 1, x -> 1.5 * x - 0.5, x -> x),
        CUBIC("upper left", x -> Math.pow(2 * x - 1, 3)),
        LOGISTIC("upper left", x -> 1 / (1 + Math.exp(-12 * (x - 0.5)))),
        PEAKS("upper center", x -> Math.exp(-200 * (x - 0.9) * (x - 0.9)), x -> Math.exp(-200 * (x - 0.1) * (x - 0.1))),
        SAW("center right", x -> 5 * x - Math.floor(5 * x)),
        FULL(
                "upper left",
                x -> Math.sin(15 * x),
                x -> 0.8 * Math.sin(15 * x + 1),
                x -> 0.6 * Math.sin(15 * x + 2),
                x -> 0.4 * Math.sin(15 * x + 3));

        private final String matplotlib;
        private final DoubleUnaryOperator[] curves;

        Curves(String matplotlib, DoubleUnaryOperator... curves) {
            this.matplotlib = matplotlib;
            this.curves = curves;
        }
    }

    @ParameterizedTest
    @EnumSource(Curves.class)
    void hidesNoMoreOfACurveThanMatplotlibsPlace(Curves curves) {
        double[] x = new double[101];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 100.0;
        }
        Figure figure = Plots.figure();
        int number = 1;
        for (DoubleUnaryOperator curve : curves.curves) {
            figure.plot(x, curve).label("curve " + number++);
        }
        Axes axes = figure.legend().axes();
        Box frame = Drawn.frames(figure).get(0);
        Plane plane = new Plane(frame, Scale.LINEAR, axes.xSpan(), Scale.LINEAR, axes.ySpan(), false, false);
        Legend legend = Legend.of(axes);
        Box theirs = LegendPlace.named(curves.matplotlib).in(frame, legend.width(), legend.height(), new Cover());
        double ours = hidden(axes, plane, legend.box(plane, 0));
        assertThat(ours).isLessThanOrEqualTo(hidden(axes, plane, theirs) + 1);
    }

    /** The length in points of what lies under a box. */
    private static double hidden(Axes axes, Plane plane, Box box) {
        double length = 0;
        for (Line line : axes.lines()) {
            for (int i = 1; i < line.xdata().length; i++) {
                double x1 = plane.x(line.xdata()[i - 1]);
                double y1 = plane.y(line.ydata()[i - 1]);
                double dx = plane.x(line.xdata()[i]) - x1;
                double dy = plane.y(line.ydata()[i]) - y1;
                for (int part = 0; part < 20; part++) {
                    double way = (part + 0.5) / 20;
                    length += box.contains(x1 + way * dx, y1 + way * dy) ? Math.hypot(dx, dy) / 20 : 0;
                }
            }
        }
        return length;
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
