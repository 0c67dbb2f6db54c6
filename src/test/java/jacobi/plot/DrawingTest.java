package jacobi.plot;

import static jacobi.plot.Plots.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.plot.axis.Span;
import jacobi.plot.mark.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words that draw: what they cover, and what they refuse. */
class DrawingTest {

    @Test
    void barsStandOnTheFrame() {
        Axes axes = figure().bar(List.of(0, 1), List.of(2, 4)).axes();
        assertThat(axes.ySpan()).isEqualTo(new Span(0, 4.2));
        assertThat(axes.xSpan().lo()).isEqualTo(-0.4 - 0.05 * 1.8, within(1e-12));
    }

    @Test
    void histogramCountsTheUpperEdge() {
        Axes axes = figure().hist(new double[] {0, 0.5, 1, 1.5, 2}, 2).axes();
        assertThat(axes.extent().y().hi()).isEqualTo(3);
        Axes edges = figure().hist(new double[] {0, 1, 2, 9}, List.of(0, 1, 2)).axes();
        assertThat(edges.extent().y().hi()).isEqualTo(2);
        assertThat(edges.extent().x()).isEqualTo(new Span(0, 2));
    }

    @Test
    void imagesHaveSquarePixelsAndTheirFirstRowOnTop() {
        Figure figure = figure().imshow(new double[][] {{0, 1, 2}, {3, 4, 5}});
        assertThat(figure.axes().xSpan()).isEqualTo(new Span(-0.5, 2.5));
        assertThat(figure.axes().ySpan()).isEqualTo(new Span(-0.5, 1.5));
        assertThat(figure.axes().state.y.inverted).isTrue();
        assertThat(figure.toSvg()).containsPattern("<image [^>]*image-rendering=\"pixelated\"");
    }

    @Test
    void picturesHaveTheirChannelsFirstOrLast() {
        double[][][] last = new double[4][6][3];
        double[][][] first = new double[3][4][6];
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 6; column++) {
                for (int channel = 0; channel < 3; channel++) {
                    last[row][column][channel] = (row + column + channel) / 12.0;
                    first[channel][row][column] = last[row][column][channel];
                }
            }
        }
        assertThat(figure().imshow(first).toSvg())
                .isEqualTo(figure().imshow(last).toSvg());
        assertThat(figure().imshow(new double[1][4][6]).axes().xSpan()).isEqualTo(new Span(-0.5, 5.5));
        assertThatThrownBy(() -> figure().imshow(new double[5][8][8]))
                .hasMessage("imshow: expected 3 or 4 colour channels as the last axis or the first,"
                        + " found shape (5, 8, 8)");
    }

    @Test
    void contoursTakeGridsOfEitherIndexing() {
        double[] x = {0, 1, 2};
        double[] y = {0, 1};
        double[][] xx = {{0, 1, 2}, {0, 1, 2}};
        double[][] yy = {{0, 0, 0}, {1, 1, 1}};
        double[][] z = {{0, 1, 2}, {1, 2, 4}};
        double[][] turnedX = {{0, 0}, {1, 1}, {2, 2}};
        double[][] turnedY = {{0, 1}, {0, 1}, {0, 1}};
        double[][] turnedZ = {{0, 1}, {1, 2}, {2, 4}};
        String expected = figure().contour(x, y, z).toSvg();
        assertThat(figure().contour(xx, yy, z).toSvg()).isEqualTo(expected);
        assertThat(figure().contour(turnedX, turnedY, turnedZ).toSvg()).isEqualTo(expected);
        assertThatThrownBy(() -> figure().contour(y, x, z))
                .hasMessage("z: expected a row for each of 3 y and a column for each of 2 x, found shape (2, 3)");
    }

    @Test
    void filledContoursCoverThePlaneWithoutSeams() {
        String svg = figure().contourf(List.of(0, 1, 2), List.of(0, 1, 2), (x, y) -> x + y)
                .toSvg();
        String lowest = svg.substring(svg.indexOf("<g clip-path"));
        lowest = lowest.substring(lowest.indexOf(" d=\"") + 4, lowest.indexOf("z\"") + 1);
        assertThat(lowest)
                .as("the lowest band is the whole frame, one outline")
                .containsOnlyOnce("M")
                .endsWith("z");
    }

    @Test
    void colourBarSaysWhatColoursMean() {
        Figure figure = figure().imshow(new double[][] {{0, 1}}).colorbar().cmap("gray");
        assertThat(figure.axes().state.colorBar.range()).isEqualTo(new Span(0, 1));
        assertThat(figure.axes().state.colorBar.map().name()).isEqualTo("gray");
        assertThatThrownBy(() -> figure().plot(List.of(1, 2)).colorbar())
                .hasMessage("colorbar: expected an image, contours or coloured points drawn last, found line");
    }

    @Test
    void aColourForContoursPaintsThemAll() {
        double[] x = {0, 1};
        double[][] z = {{0, 1}, {1, 2}};
        assertThat(figure().contour(x, x, z, List.of(0.5, 1.5)).toSvg()).contains("#440154", "#fde725");
        assertThat(figure().contour(x, x, z, List.of(0.5, 1.5)).color("r").toSvg())
                .contains("#ff0000")
                .doesNotContain("#440154");
    }

    @Test
    void heatMapsShareOneScale() {
        double[][][][] two = {{{{0, 1}}, {{2, 3}}}};
        Figure figure = Plots.showHeatmaps(two, "k", "q", List.of("a", "b"), List.of(4, 2), "Reds");
        assertThat(figure.axes(0).last("test").key().orElseThrow().range()).isEqualTo(new Span(0, 3));
        assertThatThrownBy(() -> Plots.showHeatmaps(new double[2][2], "k", "q"))
                .hasMessageContaining("expected four axes")
                .hasMessageContaining("found shape (2, 2)");
    }

    @Test
    void twinsShareXAndHaveTheirOwnY() {
        Figure figure = Drawings.all().get("twin-axes");
        Axes twin = figure.axes().state.twins.get(0);
        assertThat(twin.xSpan()).isEqualTo(figure.axes().xSpan());
        assertThat(twin.ySpan()).isNotEqualTo(figure.axes().ySpan());
    }

    @Test
    void aSurfaceFillsItsPage() {
        double[] side = {-1, 0, 1};
        for (double height : new double[] {1, 1e5, 1e-3}) {
            Figure figure = figure(4, 3).wireframe(side, side, (x, y) -> height * (x * x - y * y));
            Box page = Drawn.page(figure);
            Box texts = Drawn.texts(figure, "middle").stream().reduce(Box::with).orElseThrow();
            assertThat(texts.left()).as("labels stay on the page").isBetween(0.0, 12.0);
            assertThat(page.right() - texts.right()).isBetween(0.0, 12.0);
            assertThat(page.bottom() - texts.bottom()).isBetween(0.0, 12.0);
        }
    }

    @Test
    void sharedAxesHaveOneSpan() {
        Figure figure = Plots.subplots(1, 2, true, true);
        figure.axes(0).plot(List.of(0, 10));
        figure.axes(1).plot(List.of(0, 20, 5));
        assertThat(figure.axes(0).ySpan()).isEqualTo(figure.axes(1).ySpan()).isEqualTo(new Span(-1, 21));
        assertThat(figure.axes(0).xSpan()).isEqualTo(figure.axes(1).xSpan());
    }

    @Test
    void wordsAboutNothingDrawnAreExplained() {
        assertThatThrownBy(() -> figure().color("r"))
                .hasMessage("color: expected something drawn before, found empty axes");
        assertThatThrownBy(() -> Plots.subplots(0, 2)).hasMessageStartingWith("subplots: expected at least one row");
        assertThatThrownBy(() -> Plots.subplots(2, 2).axes(4))
                .hasMessage("axes: expected an index from 0 to 3, found 4");
        assertThatThrownBy(() -> figure().plot(List.of(1)).alpha(2))
                .hasMessage("alpha: expected a number from 0 to 1, found 2.0");
    }

    @Test
    void quiverNeedsAsManyOfEach() {
        assertThatThrownBy(() -> figure().quiver(List.of(1, 2), List.of(1, 2), List.of(1), List.of(1, 2)))
                .hasMessage("quiver: x has 2 values and u has 1 value; both must have the same number of values");
    }
}
