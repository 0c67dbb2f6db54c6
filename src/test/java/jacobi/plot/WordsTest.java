package jacobi.plot;

import static jacobi.plot.Plots.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Bars;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Plane;
import jacobi.plot.style.ColorMap;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matplotlib's words: what their arguments change. */
class WordsTest {
    private static final double NAN = Double.NaN;
    private static final double[] FOUR = {1, 2, 2, 3};

    @TempDir
    Path folder;

    private static Bars bars(Axes axes) {
        return (Bars) axes.last("test");
    }

    private static Axes hist(Object x, Object bins, boolean density, boolean cumulative, boolean stacked) {
        return figure().hist(x, bins, null, density, null, cumulative, "bar", "vertical", false, stacked)
                .axes();
    }

    @Test
    void aDensityHasTheAreaOne() {
        assertThat(bars(hist(FOUR, List.of(1, 2, 4), true, false, false)).ends())
                .containsExactly(0.25 / 1, 0.75 / 2);
    }

    @Test
    void cumulatedCountsEndWithAll() {
        assertThat(bars(hist(FOUR, 3, false, true, false)).ends()).containsExactly(1, 3, 4);
        double[] shares = bars(hist(FOUR, List.of(1, 2, 4), true, true, false)).ends();
        assertThat(shares).containsExactly(0.25, 1);
    }

    @Test
    void stackedSeriesStandOnOneAnother() {
        Axes axes = hist(List.of(FOUR, new double[] {1, 3}), 2, false, false, true);
        assertThat(bars(axes).feet()).containsExactly(1, 3);
        assertThat(bars(axes).ends()).containsExactly(2, 4);
        assertThat(axes.lastMarks("test")).hasSize(2);
    }

    @Test
    void weightsCountAndARangeCuts() {
        Axes axes = figure().hist(
                        FOUR, 2, List.of(1, 3), false, List.of(1, 10, 10, 5), false, "bar", "vertical", false, false)
                .axes();
        assertThat(bars(axes).ends()).containsExactly(1, 25);
        Axes cut = figure().hist(FOUR, 1, List.of(2, 3), false, null, false, "bar", "horizontal", false, false)
                .axes();
        assertThat(bars(cut).ends()).containsExactly(3);
        assertThat(cut.extent().x().hi()).as("it lies").isEqualTo(3);
        assertThatThrownBy(
                        () -> figure().hist(FOUR, 2, null, false, List.of(1), false, "bar", "vertical", false, false))
                .hasMessageContaining("weights has 1 value");
    }

    @Test
    void namesShareTheirPlaces() {
        Figure figure = figure().bar(List.of("a", "b"), List.of(1, 2)).plot(List.of("b", "c"), List.of(3, 4));
        assertThat(figure.axes().lines().get(0).xdata()).containsExactly(1, 2);
        assertThat(figure.toSvg()).contains(">a</text>", ">b</text>", ">c</text>");
    }

    @Test
    void datesAreDaysWithRoundTicks() {
        List<LocalDate> days = List.of(LocalDate.of(2024, 1, 10), LocalDate.of(2024, 12, 20));
        Figure figure = figure(5, 3).plot(days, List.of(1, 2));
        assertThat(figure.axes().lines().get(0).xdata()[0])
                .isEqualTo(days.get(0).toEpochDay());
        assertThat(figure.toSvg()).contains(">2024-03</text>", ">2024-09</text>");
        Ticks hours = Ticks.dates(new Span(19_000, 19_000.5), 5);
        assertThat(hours.major()).extracting(Ticks.Tick::label).contains("03:00", "06:00", "09:00");
    }

    @Test
    void symmetricLogarithmsAreEvenInTheMiddle() {
        Scale scale = Scale.symlog(2);
        for (double value : new double[] {-2000, -2, -1, 0, 0.5, 2, 20, 1e6}) {
            assertThat(scale.value(scale.position(value))).isCloseTo(value, within(1e-9 * Math.abs(value)));
        }
        assertThat(scale.position(1) - scale.position(0)).isEqualTo(scale.position(2) - scale.position(1));
        assertThat(scale.position(20) - scale.position(2)).isEqualTo(1, within(1e-12));
        Figure figure = figure().plot(List.of(-1000, 0, 1000)).yscale("symlog");
        assertThat(figure.toSvg()).contains(">0</text>").contains("−10</tspan>");
        assertThat(figure().plot(List.of(-1, 1))
                        .yscale("symlog", 0.1)
                        .axes()
                        .state
                        .y
                        .scale
                        .position(1))
                .isEqualTo(2, within(1e-12));
        assertThatThrownBy(() -> figure().yscale("log", 2)).hasMessageContaining("linthresh is for \"symlog\"");
    }

    @Test
    void axesTurnRound() {
        Axes axes = figure().plot(List.of(0, 1)).xlim(2, 0).invertYaxis().axes();
        Plane plane = axes.plane(new Box(0, 0, 100, 100));
        assertThat(plane.x(0)).isEqualTo(100);
        assertThat(plane.x(2)).isZero();
        assertThat(plane.y(1)).isGreaterThan(plane.y(0));
    }

    @Test
    void oneLimitLeavesTheOtherToTheData() {
        Axes axes = figure().plot(List.of(2, 12)).ylim(0, NAN).axes();
        assertThat(axes.ySpan()).isEqualTo(new Span(0, 12.5));
    }

    @Test
    void longNamesTurnByThemselvesAndShortOnesDoNot() {
        List<Integer> heights = List.of(1, 2, 3, 4);
        assertThat(figure().bar(List.of("t-shirt and tie", "trouser", "pullover", "ankle boot"), heights)
                        .toSvg())
                .contains("rotate(-40)");
        assertThat(figure().bar(List.of("a", "b", "c", "d"), heights).toSvg()).doesNotContain("rotate(");
        assertThat(figure().bar(List.of("a", "b", "c", "d"), heights)
                        .xticks(null, null, 90, NAN, false)
                        .toSvg())
                .contains("rotate(-90)");
    }

    @Test
    void gridsAndTicksAreChosenByAxisAndKind() {
        Figure plain = figure().plot(List.of(0, 1));
        assertThat(plain.toSvg()).doesNotContain("#b0b0b0");
        Figure only = figure().plot(List.of(0, 1)).grid(true, "major", "x", "r", ":", 2, 1);
        assertThat(only.axes().state.y.grid).isNull();
        assertThat(only.toSvg()).contains("stroke=\"#ff0000\" stroke-width=\"2\" stroke-dasharray");
        Figure bare = figure().plot(List.of(0, 1))
                .tickParams("both", "major", false, false, false, false, NAN, NAN, NAN, null);
        assertThat(bare.toSvg()).doesNotContain("</text>").doesNotContain("v3.5");
        assertThatThrownBy(() -> figure().grid(true, "all", "x", null, "-", 1, 1))
                .hasMessage("which: expected \"major\", \"minor\" or \"both\", found \"all\"");
    }

    @Test
    void minorTicksDivideInFourOrFive() {
        Ticks five = Ticks.on(Scale.LINEAR, new Span(0, 4), 4);
        assertThat(five.between(new Span(0, 1)))
                .extracting(Ticks.Tick::value)
                .hasSize(4)
                .first()
                .isEqualTo(0.2);
        Ticks four = Ticks.on(Scale.LINEAR, new Span(0, 8), 4);
        assertThat(four.between(new Span(0, 2))).extracting(Ticks.Tick::value).containsExactly(0.5, 1.0, 1.5);
    }

    @Test
    void errorsReachBothWaysAndMayDiffer() {
        Axes axes = figure().errorbar(
                        List.of(0, 1), List.of(5, 5), new double[][] {{1, 2}, {3, 4}}, List.of(0.5), "o", null, 1, 2)
                .axes();
        assertThat(axes.extent().y()).isEqualTo(new Span(3, 9));
        assertThat(axes.extent().x()).isEqualTo(new Span(-0.5, 1.5));
        assertThatThrownBy(() -> figure().errorbar(List.of(0), List.of(1), null, null, "none", null, 1, 2))
                .hasMessageContaining("found neither");
    }

    @Test
    void aBandEndsWhereItsConditionDoes() {
        Figure figure =
                figure().fillBetween(List.of(0, 1, 2, 3), List.of(1, 1, 1, 1), 0.0, List.of(1, 1, 0, 0), false, null);
        String path = firstArea(figure.toSvg());
        double width = Drawn.frames(figure).get(0).width();
        assertThat(path).contains("h" + jacobi.plot.svg.Decimals.of(width / 3.3));
        Figure crossing = figure().fillBetween(List.of(0, 2), List.of(-1, 1), 0.0, List.of(0, 1), true, null);
        assertThat(firstArea(crossing.toSvg()))
                .as("it begins between the two x")
                .contains("l");
        assertThat(firstArea(figure().fillBetween(List.of(0, 2), List.of(-1, 1), 0.0, List.of(0, 1), false, null)
                        .toSvg()))
                .doesNotContain("l");
    }

    private static String firstArea(String svg) {
        var found = Pattern.compile("<g clip-path[^>]*>\\s*<path fill=\"#[^>]* d=\"([^\"]*)\"")
                .matcher(svg);
        return found.find() ? found.group(1) : "";
    }

    @Test
    void aBandStepsAsItsLineDoes() {
        List<Integer> x = List.of(0, 1, 2);
        List<Integer> y = List.of(1, 3, 2);
        String level =
                firstArea(figure().fillBetween(x, y, 0.0, null, false, null).toSvg());
        String steps =
                firstArea(figure().fillBetween(x, y, 0.0, null, false, "post").toSvg());
        assertThat(level).contains("l");
        assertThat(steps).as("neither line is aslant").doesNotContain("l");
        assertThat(firstArea(figure().fillBetween(x, y, 0.0, List.of(0, 1, 1), false, "post")
                        .toSvg()))
                .isNotEqualTo(steps)
                .doesNotContain("l");
    }

    @Test
    void linesAndStripsReachOverPartsOfTheFrame() {
        Figure figure = figure().plot(List.of(0, 1)).axhline(0.5, 0.25, 0.75).axvspan(0.2, 0.4, 0, 0.5);
        Box frame = Drawn.frames(figure).get(0);
        assertThat(figure.toSvg())
                .contains("h" + jacobi.plot.svg.Decimals.of(frame.width() / 2) + "\"")
                .contains("v" + jacobi.plot.svg.Decimals.of(frame.height() / 2));
        assertThatThrownBy(() -> figure.axhline(1, 0.5, 0.2))
                .hasMessage("xmin, xmax: expected parts of the frame from 0 to 1, the lesser first, found 0.5 and 0.2");
    }

    @Test
    void aFormatFollowsValuesAloneAndPointsOfSpace() {
        Axes axes = figure().plot(List.of(3, 4), "o").axes();
        assertThat(axes.lines().get(0).xdata()).containsExactly(0, 1);
        assertThat(axes.lines().get(0).look().marker).isEqualTo('o');
        assertThat(figure().plot(List.of(0, 1), List.of(List.of(1, 2), List.of(2, 3)), "r", "b")
                        .axes()
                        .lines())
                .extracting(line -> line.look().color)
                .containsExactly("#ff0000", "#0000ff");
        assertThat(figure().plot(List.of(0), List.of(0), List.of(1), "rx").axes().state.solid)
                .isTrue();
        assertThat(figure().step(List.of(0, 1), List.of(0, 1), "r--")
                        .axes()
                        .last("test")
                        .look()
                        .color)
                .isEqualTo("#ff0000");
    }

    @Test
    void whatIsCountedInStepsStandsOnTheFrame() {
        Axes axes = figure().hist(FOUR, 2, null, false, null, false, "step", "vertical", false, false)
                .axes();
        assertThat(axes.ySpan().lo()).isZero();
        assertThat(hist(FOUR, 2, false, false, false).ySpan().lo()).isZero();
    }

    @Test
    void numbersOfBarsStandBeyondTheirErrors() {
        Axes axes = figure().bar(List.of(0), List.of(2), 0.8, null, "center", null, List.of(1), 2, null)
                .barLabel()
                .axes();
        Box number = axes.state.marks.stream()
                .map(mark -> mark.room(axes.plane(new Box(0, 0, 100, 100))))
                .filter(room -> room != null)
                .findFirst()
                .orElseThrow();
        assertThat(number.bottom())
                .isLessThan(axes.plane(new Box(0, 0, 100, 100)).y(3));
    }

    @Test
    void aBorderDoesNotDarkenWhatShinesThrough() {
        String svg = figure().scatter(List.of(0), List.of(0), 100, List.of(1), "o", "gray", null, NAN, NAN, "k")
                .alpha(0.5)
                .toSvg();
        assertThat(svg).contains("<g opacity=\".5\">").doesNotContain("stroke-opacity");
        assertThat(figure().addPatch(Plots.circle(List.of(0, 0), 1).color("g"))
                        .alpha(0.5)
                        .toSvg())
                .contains(" opacity=\".5\"")
                .doesNotContain("fill-opacity");
    }

    @Test
    void theTwilightBeginsAndEndsAlike() {
        ColorMap twilight = ColorMap.named("twilight");
        assertThat(twilight.at(0)).isEqualTo(twilight.at(1));
        assertThat(twilight.at(0.25)).isNotEqualTo(twilight.at(0.75));
    }

    @Test
    void stemsHaveHeadsFeetAndOneName() {
        Axes axes = figure().stem(List.of(1, 2), List.of(3, -1), "r-", "s", "k:", 1, "x")
                .axes();
        assertThat(axes.state.marks).hasSize(3);
        assertThat(axes.state.marks.get(2).look().label).isEqualTo("x");
        assertThat(axes.state.marks.get(2).look().marker).isEqualTo('s');
        assertThat(axes.extent().y()).isEqualTo(new Span(-1, 3));
    }

    @Test
    void boxesHaveTheirQuartilesAndWhiskers() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100};
        Axes axes = figure().boxplot(values).axes();
        assertThat(BoxPlot.quantile(values, 0.25)).isEqualTo(3.25);
        assertThat(axes.state.marks.get(1).extent(Scale.LINEAR, Scale.LINEAR).y())
                .as("whiskers end at the furthest value within 1.5 boxes")
                .isEqualTo(new Span(1, 9));
        assertThat(axes.extent().y().hi()).as("what is beyond is a point").isEqualTo(100);
        Axes hidden = figure().boxplot(values, null, true, 1.5, null, false, false, false, null)
                .axes();
        assertThat(hidden.extent().y().hi()).isEqualTo(9);
    }

    @Test
    void hexagonsAndSquaresCountEachPointOnce() {
        Random random = new Random(9);
        double[] x = random.doubles(300).toArray();
        double[] y = random.doubles(300).toArray();
        Mark squares = figure().hist2d(x, y, 5, null, false, "viridis", null, NAN, NAN)
                .axes()
                .last("test");
        assertThat(squares.key().orElseThrow().range().hi()).isBetween(12.0, 40.0);
        Mark one = figure().hist2d(x, y, 1, null, false, "viridis", null, 0, 300)
                .axes()
                .last("test");
        assertThat(one.key().orElseThrow().range()).isEqualTo(new Span(0, 300));
        assertThat(figure().hist2d(x, y, 1, null, false, "viridis", null, 0, 300)
                        .toSvg())
                .contains("#fde725");
        Mark dense =
                figure().hexbin(x, y, 10, "viridis", null, 1, NAN, NAN).axes().last("test");
        Mark all =
                figure().hexbin(x, y, 10, "viridis", null, 0, NAN, NAN).axes().last("test");
        assertThat(all.shapes(null)).as("empty cells are drawn, too").isGreaterThan(dense.shapes(null) - 1);
    }

    @Test
    void slicesAreAsLargeAsTheirParts() {
        Axes axes = figure().pie(List.of(1, 3)).axes();
        Mark quarter = axes.state.marks.get(0);
        assertThat(quarter.extent(Scale.LINEAR, Scale.LINEAR).x().lo()).isEqualTo(0, within(1e-9));
        assertThat(quarter.extent(Scale.LINEAR, Scale.LINEAR).y().lo()).isEqualTo(0, within(1e-9));
        assertThat(figure().pie(List.of(1, 3), null, List.of("a", "b"), null, "%.0f%%", 0, 1, true)
                        .toSvg())
                .contains(">25%</text>", ">75%</text>", ">a</text>");
        assertThatThrownBy(() -> figure().pie(List.of(1, -1))).hasMessageContaining("zero or more, found -1");
    }

    @Test
    void logarithmicColoursAndLimitsOfColours() {
        Figure figure =
                figure().imshow(new double[][] {{1, 10, 100}}, "gray", "log", null, null, NAN, NAN, "upper", null);
        assertThat(figure.colorbar().toSvg()).contains(">2</tspan>");
        jacobi.plot.mark.Shades shades =
                figure.axes().last("test").key().orElseThrow().shades();
        assertThat(shades.place(10)).isEqualTo(0.5, within(1e-9));
        assertThat(shades.argb(0)).as("zero has no colour").isZero();
        assertThatThrownBy(() ->
                        figure().imshow(new double[][] {{0, 1}}, "gray", "log", null, null, 0, 1, "upper", null))
                .hasMessageContaining("expected numbers above zero for \"log\"");
        assertThatThrownBy(() ->
                        figure().imshow(new double[][] {{0, 1}}, "gray", null, null, null, 2, 1, "upper", null))
                .hasMessageContaining("vmin, vmax: expected a lower and a higher number");
    }

    @Test
    void subplotsThatNobodyAskedForStayHidden() {
        Figure figure = figure();
        figure.subplot(2, 2, 1).plot(List.of(0, 1));
        figure.subplot(2, 2, 4).plot(List.of(0, 1));
        assertThat(Drawn.frames(figure)).hasSize(2);
        assertThat(figure.axes(1, 1)).isSameAs(figure.subplot(224));
        assertThatThrownBy(() -> figure.axes(0, 1)).hasMessageContaining("no axes stand in row 0 and column 1");
        assertThatThrownBy(() -> figure.subplot(2, 2, 5))
                .hasMessageContaining("a number from 1 to rows times columns, found 2, 2 and 5");
        assertThatThrownBy(() -> figure.subplot(22)).hasMessageContaining("three digits");
    }

    @Test
    void aFigureHasAxesOfSeveralGrids() {
        Figure figure = figure(6, 4);
        for (int i : new int[] {1, 2}) {
            figure.subplot(2, 2, i).plot(List.of(0, 1));
        }
        Axes below = figure.subplot(2, 1, 2).plot(List.of(0, 1));
        List<Box> frames = Drawn.frames(figure);
        assertThat(frames).hasSize(3);
        assertThat(frames.get(2).left()).isEqualTo(frames.get(0).left());
        assertThat(frames.get(2).right()).isCloseTo(frames.get(1).right(), within(0.02));
        assertThat(frames.get(2).top()).isGreaterThan(frames.get(1).bottom());
        assertThat(figure.subplot(2, 2, List.of(3, 4), null))
                .as("by both its ends")
                .isSameAs(below);
        assertThat(figure.axes(1, 1)).as("it reaches there, too").isSameAs(below);
        assertThatThrownBy(() -> figure.subplot(1, 2, 1))
                .hasMessageContaining("at this place of a grid of 1 by 2 something is drawn in other axes");

        Figure thirds = figure(6, 4);
        thirds.subplot(1, 3, 1).plot(List.of(0, 1));
        thirds.subplot(2, 3, List.of(2, 6), null).plot(List.of(0, 1));
        assertThat(Drawn.frames(thirds).get(1).width())
                .isCloseTo(2 * Drawn.frames(thirds).get(0).width(), within(0.1));
    }

    @Test
    void picturesAreReadAndShownAsTheyAre() throws Exception {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0xff8000);
        Path file = folder.resolve("a.png");
        ImageIO.write(image, "png", file.toFile());
        double[][][] read = Plots.imread(file.toString());
        assertThat(read[1][2]).containsExactly(1, 128 / 255.0, 0);
        assertThat(figure().imshow(read).toSvg())
                .isEqualTo(figure().imshow(image).toSvg());
        assertThatThrownBy(() -> Plots.imread("nowhere.png")).hasMessageContaining("\"nowhere.png\" cannot be read");
    }

    @Test
    void textsStandAsTheyAreTold() {
        String svg = figure().text(1, 1, "a\nb", "center", "top", 14, "bold", null, "r", 0, "w")
                .toSvg();
        assertThat(svg)
                .contains("text-anchor=\"middle\" font-size=\"14\" fill=\"#ff0000\"")
                .contains("font-weight=\"bold\"");
        assertThat(figure().text(0, 0, "x").ha("right").rotation(30).fontsize(8).toSvg())
                .contains("rotate(-30)");
        assertThatThrownBy(() -> figure().plot(List.of(1)).fontsize(3))
                .hasMessage("fontsize: expected a text written last, found line");
        assertThatThrownBy(() -> figure().text(0, 0, "x").bbox(Map.of("color", "r", "fcolor", 1)))
                .hasMessageContaining("bbox: expected one of \"facecolor\"")
                .hasMessageContaining("found \"fcolor\"");
    }

    @Test
    void textOutsideTheFrameIsNotCut() {
        Figure figure = figure().plot(List.of(0, 1)).annotate("a long remark beside the line", 1, 1);
        Box page = Drawn.page(figure);
        Box text = Drawn.texts(figure, "start").stream()
                .max(Comparator.comparingDouble(Box::width))
                .orElseThrow();
        assertThat(text.right()).isLessThanOrEqualTo(page.right());
    }

    @Test
    void patchesTurnAndFill() {
        Axes axes = figure().addPatch(Plots.rectangle(List.of(0, 0), 2, 1, 90)).axes();
        assertThat(axes.extent().x().lo()).isEqualTo(-1, within(1e-9));
        assertThat(axes.extent().y().hi()).isEqualTo(2, within(1e-9));
        assertThat(figure().addPatch(Plots.circle(List.of(0, 0), 2))
                        .axes()
                        .extent()
                        .x())
                .isEqualTo(new Span(-2, 2));
        String empty =
                figure().addPatch(Plots.bboxToRect(List.of(1, 2, 5, 4), "r")).toSvg();
        assertThat(empty).contains("fill=\"none\" stroke=\"#ff0000\" stroke-width=\"2\"");
        assertThatThrownBy(() -> Plots.bboxToRect(List.of(1, 2, 3), "r"))
                .hasMessageContaining("left, top, right and bottom");
    }

    @Test
    void boxesOnAnImageLeaveItsLimits() {
        Figure figure = figure().imshow(new double[4][4]);
        Plots.showBboxes(figure.axes(), new double[][] {{-5, -5, 20, 20}}, List.of("far"), null);
        assertThat(figure.axes().xSpan()).isEqualTo(new Span(-0.5, 3.5));
    }

    @Test
    void arrowsAreMeasuredFromTheirTails() {
        assertThat(figure().arrow(1, 2, 3, -1).axes().extent().x()).isEqualTo(new Span(1, 4));
        assertThat(figure().vector(1, 2, 3, -1).axes().extent().x()).isEqualTo(new Span(1, 3));
        Axes headed = figure().arrow(0, 0, 1, 0, 0.2, 0.5, false, null).axes();
        assertThat(headed.extent().x().hi()).as("the head comes on top").isEqualTo(1.5);
    }

    @Test
    void barsCarryTheirNumbers() {
        assertThat(figure().bar(List.of(0, 1), List.of(1.5, -2)).barLabel().toSvg())
                .contains(">1.5</text>", ">−2</text>");
        Axes stacked = figure().bar(List.of(0, 1), List.of(1, 2), 0.8, List.of(3, 4), "edge", null, null, 2, null)
                .axes();
        assertThat(bars(stacked).ends()).containsExactly(4, 6);
        assertThat(stacked.extent().x()).isEqualTo(new Span(0, 1.8));
        assertThatThrownBy(() -> figure().plot(List.of(1)).barLabel())
                .hasMessage("barLabel: expected bars drawn last, found line");
    }

    @Test
    void aWordsLookHoldsForAllItDrew() {
        Axes axes = figure().hist(List.of(FOUR, FOUR)).alpha(0.5).axes();
        assertThat(axes.state.marks).allMatch(mark -> mark.look().alpha == 0.5);
        Axes errors =
                figure().errorbar(List.of(0), List.of(1), List.of(1)).color("r").axes();
        assertThat(errors.state.marks).allMatch(mark -> mark.look().color.equals("#ff0000"));
        assertThatThrownBy(() -> figure().hist(FOUR).label(List.of("a", "b"))).hasMessageContaining("found 2 names");
    }

    @Test
    void hatchesArePatterns() {
        String svg = figure().bar(List.of(0), List.of(1)).hatch("//").toSvg();
        assertThat(svg).containsPattern("<pattern id=\"j[0-9a-f]{8}-\\d\" width=\"8\"");
        assertThatThrownBy(() -> figure().bar(List.of(0), List.of(1)).hatch("~"))
                .hasMessageContaining("found \"~\"");
    }

    @Test
    void contoursSayTheirHeights() {
        Figure coarse = figure().contour(List.of(0, 1), List.of(0, 1), (x, y) -> x, List.of(0.5, 0.75))
                .clabel();
        String drawn = coarse.toSvg().substring(coarse.toSvg().indexOf("<g clip-path"));
        assertThat(drawn).as("a line of one piece keeps both its ends").containsPattern(" d=\"M[^\"M]+M[^\"M]+\"");
        double[] side = {0, 1, 2, 3, 4};
        Figure figure =
                figure().contour(side, side, (x, y) -> x, List.of(1.5, 2.5)).clabel();
        assertThat(figure.toSvg()).contains(">1.5</text>", ">2.5</text>");
        assertThat(figure().contour(side, side, (x, y) -> x - 2, List.of(-1, 1), "k", "viridis", 1, null, NAN)
                        .toSvg())
                .as("below zero in one colour is dashed")
                .containsPattern("stroke=\"#000000\" stroke-dasharray");
    }

    @Test
    void streamsFollowTheField() {
        double[] side = Drawings.range(0, 10, 1);
        double[][] one = new double[10][10];
        double[][] none = new double[10][10];
        for (double[] row : one) {
            Arrays.fill(row, 1);
        }
        String svg = figure().streamplot(side, side, one, none).toSvg();
        String lines = svg.substring(svg.indexOf("<g clip-path"));
        lines = lines.substring(lines.indexOf(" d=\"") + 4, lines.indexOf("\"/>"));
        assertThat(lines).as("all level").doesNotContain("v").contains("h");
        assertThat(lines.chars().filter(c -> c == 'M').count()).isBetween(10L, 40L);
    }

    @Test
    void polarAxesTurnAnglesAgainstTheClock() {
        Mark line = figure().plot(new double[] {0, Math.PI / 2}, new double[] {1, 2})
                .axes()
                .last("test");
        Span up = line.aroundPole(0).extent(Scale.LINEAR, Scale.LINEAR).y();
        assertThat(up.hi()).isEqualTo(2, within(1e-12));
        Figure figure = figure();
        figure.subplot(1, 1, 1, "polar").plot(new double[] {0, 1}, new double[] {1, 2});
        assertThat(figure.toSvg()).contains(">90°</text>", ">315°</text>");
        Figure image = figure();
        image.subplot(1, 1, 1, "polar").contour(new double[2][2]);
        assertThatThrownBy(image::toSvg).hasMessageContaining("polar: expected lines, points, bars and areas");
    }

    @Test
    void surfacesAreLitOrColoured() {
        double[] side = {0, 1, 2};
        String lit = figure().plotSurface(side, side, (x, y) -> x * x).toSvg();
        assertThat(Pattern.compile("<path fill=\"(#[0-9a-f]{6})\" stroke=\"\\1\"")
                        .matcher(lit)
                        .results()
                        .map(m -> m.group(1))
                        .distinct())
                .as("two slopes, two shades")
                .hasSize(2);
        String coloured = figure().plotSurface(side, side, (x, y) -> x, "gray", null, 0, 0, 1, null, 0.5)
                .toSvg();
        assertThat(coloured)
                .contains(ColorMap.named("gray").at(0.25))
                .contains(ColorMap.named("gray").at(0.75));
        String turned = figure().plotSurface(side, side, (x, y) -> x * x)
                .viewInit(60, 30)
                .toSvg();
        assertThat(turned).isNotEqualTo(lit);
    }

    @Test
    void pointsInSpaceHaveBorders() {
        List<Integer> ends = List.of(0, 1);
        assertThat(figure().scatter3d(ends, ends, ends).toSvg()).doesNotContain("#123456");
        assertThat(figure().scatter3d(ends, ends, ends).edgecolor("#123456").toSvg())
                .contains("stroke=\"#123456\"");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-170, -100, -60, 10, 60, 120, 170})
    void spaceIsSeenFromAllSides(double azimuth) {
        Figure figure = figure(4, 3)
                .scatter3d(List.of(0, 1), List.of(0, 1), List.of(0, 1))
                .viewInit(20, azimuth)
                .xlabel("xx")
                .ylabel("yy")
                .zlabel("zz");
        Box page = Drawn.page(figure);
        Box texts = Drawn.texts(figure, "middle").stream().reduce(Box::with).orElseThrow();
        assertThat(texts.left()).isGreaterThanOrEqualTo(0);
        assertThat(texts.right()).isLessThanOrEqualTo(page.right());
        assertThat(texts.bottom()).isLessThanOrEqualTo(page.bottom());
        assertThat(figure.toSvg()).contains(">xx</text>", ">yy</text>", ">zz</text>");
    }

    @Test
    void manyPointsInSpaceArePixelsBetweenAxesOfLines() {
        double[] many = new Random(1).doubles(25_000).toArray();
        String svg = figure().scatter3d(many, many, many).toSvg();
        assertThat(svg).contains("<image ").contains(">0.50</text>");
        assertThat(svg.length()).isLessThan(400_000);
    }

    @Test
    void legendsHaveColumnsTitlesAndSizes() {
        Figure figure = figure().plot(List.of(0, 1), List.of(List.of(0, 1), List.of(1, 2)));
        figure.legend(List.of("a", "b"), "upper left", 8, "both", 2, false);
        String svg = figure.toSvg();
        assertThat(svg).contains(">both</text>").doesNotContain("#cccccc");
        List<Box> names = Drawn.texts(figure, "start").stream()
                .filter(box -> box.height() < 8)
                .toList();
        assertThat(names).hasSize(2);
        assertThat(names.get(0).top()).as("side by side").isEqualTo(names.get(1).top());
    }

    @Test
    void oneColourBarForSeveralAxes() {
        Figure figure = Plots.subplots(1, 3);
        for (int i = 0; i < 3; i++) {
            figure.axes(i).imshow(new double[][] {{i, i + 1}, {i + 2, 10 * i}});
        }
        figure.colorbar(List.of(figure.axes(0), figure.axes(1)), "weight", 1, null);
        assertThat(figure.axes(0).coloured().key().orElseThrow().range()).hasToString("Span[lo=0.0, hi=10.0]");
        assertThat(figure.axes(1).coloured().key().orElseThrow().range()).hasToString("Span[lo=0.0, hi=10.0]");
        assertThat(figure.axes(2).coloured().key().orElseThrow().range()).hasToString("Span[lo=2.0, hi=20.0]");
        assertThat(figure.toSvg()).containsOnlyOnce(">weight<");

        Axes elsewhere = figure().imshow(new double[][] {{1}}).axes();
        assertThatThrownBy(() -> figure.colorbar(List.of(elsewhere), null, 1, null))
                .hasMessageStartingWith("colorbar: ax is a list of axes of this figure, which has 3");
        assertThatThrownBy(() -> Plots.subplots(1, 2).plot(List.of(1, 2)).colorbar(List.of(), null, 1, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
